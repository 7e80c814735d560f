// SPDX-License-Identifier: Apache-2.0
// Members of a cluster: categories, groups, saved views, one field of many members, and what they give and get.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;
let members: any[];

const byName = (start: string) => members.find((member) => member.organization.name.startsWith(start));
const reload = async () =>
  (members = (await facilitator.get(`/api/clusters/${cluster}/members?limit=100`)).body.items);

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const clusters = (await facilitator.get('/api/clusters?mine=true')).body.items;
  cluster = clusters.find((each: any) => each.slug === 'windward-cocoa-and-spice').id;
  await reload();
});
after(() => server.stop());

const bulk = (body: unknown, path = '') => facilitator.post(`/api/clusters/${cluster}/members/bulk${path}`, body);
const rowsOf = (...all: any[]) => all.map(({ id, version }) => ({ id, version }));

test('a member has the category that its kind suggests until somebody says otherwise', async () => {
  // A firm, a credit union and a research station of the story.
  assert.equal(byName('Concord').category, 'core_firm');
  assert.equal(byName('Canaries').category, 'finance');
  assert.equal(byName('Layou').category, 'academia');
  const freight = byName('Hewanorra');
  const changed = await facilitator.patch(`/api/memberships/${freight.id}`, { category: 'related_firm' }, freight.version);
  assert.equal(changed.body.category, 'related_firm');
  const cleared = await facilitator.patch(`/api/memberships/${freight.id}`, { category: null }, changed.body.version);
  assert.equal(cleared.body.category, 'core_firm');
});

test('a change of many members is looked at first and then made as a whole', async () => {
  await reload();
  const [concord, sauteurs] = [byName('Concord'), byName('Sauteurs')];
  const change = { rows: rowsOf(concord, sauteurs), field: 'fee_class', value: 'B' };
  const preview = await bulk(change, '/preview');
  assert.deepEqual([preview.body.changed, preview.body.unchanged, preview.body.problems], [2, 0, 0]);
  assert.equal((await facilitator.get(`/api/memberships/${concord.id}`)).body.fee_class, null);

  assert.equal((await bulk(change)).status, 200);
  assert.equal((await facilitator.get(`/api/memberships/${concord.id}`)).body.fee_class, 'B');
  assert.equal((await bulk(change)).status, 412, 'the rows have changed since they were seen');
});

test('a row that breaks a rule refuses the whole change', async () => {
  await reload();
  const [concord, marigot] = [byName('Concord'), byName('Marigot')];
  // Marigot Soapworks joined after that day.
  const day = new Date(new Date(marigot.joined_on).getTime() - 86_400_000).toISOString().slice(0, 10);
  const change = { rows: rowsOf(concord, marigot), field: 'left_on', value: day };
  const preview = await bulk(change, '/preview');
  assert.deepEqual(preview.body.items.map((item: any) => item.problem), [null, 'before_joined_on']);
  const refused = await bulk(change);
  assert.equal(refused.status, 422);
  assert.equal(refused.body.errors[0].pointer, 'row:2/left_on');
  assert.equal((await facilitator.get(`/api/memberships/${concord.id}`)).body.left_on, null);
});

test('tags are added once and taken off, whatever their case', async () => {
  await reload();
  const concord = byName('Concord');
  await bulk({ rows: rowsOf(concord), field: 'add_tag', value: 'Organic' });
  const tagged = (await facilitator.get(`/api/memberships/${concord.id}`)).body;
  assert.deepEqual(tagged.tags, ['Organic']);
  const again = await bulk({ rows: rowsOf(tagged), field: 'add_tag', value: 'organic' }, '/preview');
  assert.equal(again.body.unchanged, 1);
  await bulk({ rows: rowsOf(tagged), field: 'remove_tag', value: 'ORGANIC' });
  assert.deepEqual((await facilitator.get(`/api/memberships/${concord.id}`)).body.tags, []);
});

test('a group has members and a monitor, and a member may be in several', async () => {
  await reload();
  const people = (await facilitator.get(`/api/clusters/${cluster}/people`)).body.items;
  const made = await facilitator.post(`/api/clusters/${cluster}/groups`, {
    name: 'Chocolate chain', kind: 'chain', monitor_id: people[0].id, membership_ids: [byName('Concord').id],
  });
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.monitor_id, people[0].id);
  const taken = await facilitator.post(`/api/clusters/${cluster}/groups`, { name: ' chocolate CHAIN ', membership_ids: [] });
  assert.equal(taken.status, 422);
  const second = await facilitator.post(`/api/clusters/${cluster}/groups`, { name: 'Labels', kind: 'working_group', membership_ids: [] });
  await bulk({ rows: rowsOf(byName('Concord')), field: 'join_group', value: second.body.id });
  assert.deepEqual((await facilitator.get(`/api/memberships/${byName('Concord').id}`)).body.groups, [made.body.id, second.body.id]);
  const removed = await facilitator.remove(`/api/groups/${second.body.id}`, second.body.version);
  assert.equal(removed.status, 204);
});

test('a monitor must be one of the people of the cluster', async () => {
  const other = await server.as('renata@region.example');
  const elsewhere = (await other.post('/api/clusters', { name: 'Elsewhere', country_code: 'GD' })).body.id;
  const stranger = (await other.post(`/api/clusters/${elsewhere}/people`, { name: 'A Stranger' })).body;
  const refused = await facilitator.post(`/api/clusters/${cluster}/groups`, { name: 'Odd', monitor_id: stranger.id, membership_ids: [] });
  assert.equal(refused.body.errors[0].pointer, '/monitor_id');
});

test('a saved view belongs to whoever saved it', async () => {
  const filter = { category: ['core_firm'], country_code: ['GD'], subgroup: [], fee_class: [], tag: [], group: [] };
  const made = await facilitator.post(`/api/clusters/${cluster}/views`, { name: 'Firms of Grenada', filter });
  assert.equal(made.status, 201, made.text);
  assert.deepEqual(made.body.filter.category, ['core_firm']);
  assert.equal((await facilitator.get(`/api/clusters/${cluster}/views`)).body.items.length, 1);
  const other = await server.as('renata@region.example');
  assert.equal((await other.remove(`/api/views/${made.body.id}`, 1)).status, 404);
  assert.equal((await facilitator.remove(`/api/views/${made.body.id}`, made.body.version)).status, 204);
});

test('a statement holds what is recorded, with its source, and never adds up currencies', async () => {
  await reload();
  const member = byName('Trafalgar');
  const path = `/api/memberships/${member.id}/statement`;
  const record = (entry: object) =>
    facilitator.post(`${path}/entries`, { direction: 'gives', kind: 'fee', happened_on: '2026-03-01', ...entry });
  await record({ amount: 24000, currency: 'XCD' });
  await record({ amount: 6000, currency: 'XCD' });
  await record({ amount: 5000, currency: 'USD' });
  await record({ direction: 'gets', kind: 'fair', note: 'A stall at the food fair' });
  const { body } = await facilitator.get(path);
  assert.deepEqual(
    body.totals.map((total: any) => [total.kind, total.currency, total.amount, total.entries]),
    // 240 + 60 East Caribbean dollars; the 50 US dollars stand alone.
    [['fee', 'USD', 5000, 1], ['fee', 'XCD', 30000, 2], ['fair', null, 0, 1]],
  );
  assert.ok(body.facts.some((fact: any) => fact.key === 'joined' && fact.source === 'roster' && fact.on === member.joined_on));
  assert.ok(body.missing.includes('hours') && !body.missing.includes('fee'));
  assert.deepEqual((await facilitator.get(`${path}?from=2026-03-02`)).body.entries, []);
});

test('an entry needs a figure or a word, a known currency and a day that has come', async () => {
  const path = `/api/memberships/${byName('Trafalgar').id}/statement/entries`;
  const codes = async (entry: object) =>
    (await facilitator.post(path, { direction: 'gives', kind: 'fee', happened_on: '2026-03-01', ...entry })).body.errors?.map(
      (each: any) => `${each.pointer} ${each.code}`,
    );
  assert.deepEqual(await codes({}), ['/amount required']);
  assert.deepEqual(await codes({ amount: 100 }), ['/currency required']);
  assert.deepEqual(await codes({ amount: 100, currency: 'ZZZ' }), ['/currency unknown_code']);
  assert.deepEqual(await codes({ note: 'x', happened_on: '2999-01-01' }), ['/happened_on in_future']);
});

test('a period that ends before it begins is named at its end', async () => {
  const path = `/api/memberships/${byName('Concord').id}/statement`;
  const refused = await facilitator.get(`${path}?from=2026-03-01&to=2026-02-28`);
  assert.equal(refused.status, 422);
  assert.deepEqual(refused.body.errors.map(({ pointer, code }: any) => [pointer, code]), [['/to', 'before_from']]);
  assert.equal((await facilitator.get(`${path}?from=2026-03-01&to=2026-03-01`)).status, 200);
});

test('the member itself reads its statement; another member does not know of it', async () => {
  const jodie = await server.as('jodie@m21.example');
  const own = (await jodie.get('/api/account/memberships')).body.items;
  assert.deepEqual(own.map((each: any) => each.id), [byName('Trafalgar').id]);
  assert.equal((await jodie.get(`/api/memberships/${own[0].id}/statement`)).status, 200);
  assert.equal((await jodie.get(`/api/memberships/${byName('Concord').id}/statement`)).status, 404);
});

test('a member seals whether others compete with it, and nobody reads it back', async () => {
  const jodie = await server.as('jodie@m21.example');
  const path = `/api/memberships/${byName('Trafalgar').id}/competition`;
  assert.deepEqual((await jodie.get(path)).body, { has_stated: false });
  assert.equal((await jodie.put(path, { competes: true })).status, 204);
  assert.deepEqual((await jodie.get(path)).body, { has_stated: true });
  assert.equal((await facilitator.get(path)).status, 403, 'the facilitator neither reads nor gives it');
  assert.deepEqual((await facilitator.get(`/api/clusters/${cluster}/competition`)).body, {
    stated: null, competing: null, is_hidden: true,
  });
});
