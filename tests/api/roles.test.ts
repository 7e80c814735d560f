// SPDX-License-Identifier: Apache-2.0
// Roles are offered by mail, end by themselves or by somebody, are handed over and stood in for; what an account can
// do is read from the table of routes.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';

let server: TestServer;
let visitor: Client;
let facilitator: Client; // of the Windward cluster
let administrator: Client;
let cluster: string;
let roles: string;

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  addAccount(server, 'administrator@test.example', 'administrator', 'platform', '');
  administrator = await server.as('administrator@test.example');
  facilitator = await server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  roles = `/api/roles/cluster/${cluster}`;
});
after(() => server.stop());

const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

/// The newest mail to somebody: its text, and what its link leads to.
async function mailTo(address: string) {
  const list = await visitor.get('/dev/mail');
  const row = list.text.split('<tr>').find((each) => each.includes(address));
  assert.ok(row, `no mail to ${address}`);
  const text = (await visitor.get(/href="(\/dev\/mail\/[^"]+)"/.exec(row)![1]!)).text;
  const url = /<pre.*?href="(http[^"]+)"/s.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return { text, url, token: url.slice(url.indexOf('#') + 1) };
}

const accept = async (address: string) => visitor.post('/api/offers/accept', { token: (await mailTo(address)).token });

/// Gives the new account a way in that a test can use.
async function enter(address: string): Promise<Client> {
  const { url } = await mailTo(address);
  const client = server.client();
  const chosen = await client.post('/welcome', undefined, {
    raw: {
      type: 'application/x-www-form-urlencoded',
      bytes: new URLSearchParams({ token: new URL(url).searchParams.get('token')!, password: 'harbor lantern guava pier' }).toString(),
    },
  });
  assert.equal(chosen.status, 303, chosen.text);
  return client;
}

/// Somebody new who takes a role of the cluster, signed in.
async function takes(role: string, address: string, more: object = {}): Promise<Client> {
  const offered = await facilitator.post(`${roles}/offers`, { role, name: 'Ines Joseph', email: address, ...more });
  assert.equal(offered.status, 201, offered.text);
  const taken = await accept(address);
  assert.deepEqual([taken.status, taken.body], [200, { has_way_in: false }]);
  return enter(address);
}

/// Entries of the audit log about rights that changed by a route, newest first.
async function rightsChanged(route: string): Promise<any[]> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const { body } = await administrator.get('/api/audit?action=rights_changed&limit=200');
    const found = body.items.filter((each: any) => each.route === route);
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${route} leaves no entry`);
}

const holders = async (client = facilitator) => (await client.get(roles)).body.held.map((each: any) => [each.role, each.name]);

test('a role is offered in words, taken by whoever read the mail, and listed with its giver', async () => {
  const offered = await facilitator.post(`${roles}/offers`, { role: 'facilitator', name: 'Ines Joseph', email: 'ines@cocoa.example' });
  assert.equal(offered.status, 201, offered.text);
  assert.equal(offered.body.ends_at, null);
  const mail = await mailTo('ines@cocoa.example');
  assert.match(mail.text, /confidential ones never/);
  const look = await visitor.post('/api/offers/look', { token: mail.token });
  assert.deepEqual([look.body.role, look.body.scope, look.body.giver_name, look.body.has_account], ['facilitator', 'cluster', 'Alana Noel', false]);
  assert.equal((await facilitator.get(roles)).body.offers.length, 1);

  assert.equal((await accept('ines@cocoa.example')).status, 200);
  assert.equal((await visitor.post('/api/offers/accept', { token: mail.token })).body.reason, 'offer_ended');
  const page = (await facilitator.get(roles)).body;
  const ines = page.held.find((each: any) => each.email === 'ines@cocoa.example');
  assert.deepEqual([ines.role, ines.given_by, ines.ends_at, ines.may_end], ['facilitator', 'Alana Noel', null, true]);
  assert.deepEqual(page.offers, []);
  assert.equal((await facilitator.remove(`/api/grants/${ines.id}`)).status, 204);
});

test('what somebody may not give is not offered, and nobody offers themselves anything', async () => {
  const offer = (client: Client, place: string, role: string, email = 'new@cocoa.example') =>
    client.post(`/api/roles/${place}/offers`, { role, name: 'New', email, until: role === 'consultant' ? day(30) : null });
  const inCluster = `cluster/${cluster}`;
  for (const role of ['national', 'administrator', 'bso_officer'])
    assert.equal((await offer(facilitator, inCluster, role)).body.errors[0].code, 'not_yours_to_give');
  for (const role of ['facilitator', 'consultant', 'researcher'])
    assert.equal((await offer(administrator, inCluster, role)).body.errors[0].code, 'not_yours_to_give', role);
  assert.equal((await offer(facilitator, inCluster, 'facilitator', 'alana@m10.example')).body.reason, 'has_role');
  assert.equal((await offer(facilitator, inCluster, 'researcher', 'alana@m10.example')).body.errors[0].code, 'yourself');
  assert.equal((await offer(facilitator, 'platform/all', 'administrator')).status, 404);
  assert.equal((await offer(administrator, 'platform/all', 'regional_editor')).status, 201);
  assert.equal((await offer(administrator, 'country/GD', 'national')).status, 201);
  assert.equal((await offer(administrator, 'country/ZZ', 'national')).status, 404);
  assert.deepEqual((await administrator.get('/api/roles/platform/all')).body.may_give, ['regional_editor', 'assessor', 'researcher', 'administrator']);
});

test('a consultant has a last day, within a year, and is prolonged by somebody else', async () => {
  const offer = (until?: string) =>
    facilitator.post(`${roles}/offers`, { role: 'consultant', name: 'Ines Joseph', email: 'adviser@advice.example', until });
  assert.equal((await offer()).body.errors[0].code, 'required');
  assert.equal((await offer(day(0))).body.errors[0].code, 'in_past');
  assert.equal((await offer(day(366))).body.errors[0].code, 'too_long_a_time');
  const forever = await facilitator.post(`${roles}/offers`, { role: 'member', name: 'A', email: 'a@advice.example', until: day(9) });
  assert.deepEqual(forever.body.errors[0], { pointer: '/until', code: 'not_allowed' });

  const adviser = await takes('consultant', 'adviser@advice.example', { until: day(60) });
  const [grant] = (await adviser.get('/api/session')).body.grants;
  assert.equal(grant.ends_at.slice(0, 10), day(61));
  const held = (await facilitator.get(roles)).body.held.find((each: any) => each.role === 'consultant');
  assert.deepEqual((await adviser.put(`/api/grants/${held.id}/end`, { until: day(90) })).body.reason, 'own_role');
  assert.equal((await facilitator.put(`/api/grants/${held.id}/end`, { until: day(90) })).status, 204);
  assert.equal((await adviser.get('/api/session')).body.grants[0].ends_at.slice(0, 10), day(91));

  const [prolonged] = await rightsChanged('PUT /api/grants/{grant_id}/end');
  assert.equal(prolonged.account_name, 'Alana Noel');
  const moved = prolonged.changes.find((each: any) => each.field === 'grant');
  const lastDay = (spelled: string) => spelled.split(' until ')[1].slice(0, 10);
  assert.deepEqual([lastDay(moved.before), lastDay(moved.after)], [day(61), day(91)]);
});

test('a consultant sees profiles and totals, and no roster, link, network or person', async () => {
  const adviser = await takes('consultant', 'second@advice.example', { until: day(60) });
  const wave = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items[0].id;
  for (const path of [`/api/clusters/${cluster}`, `/api/clusters/${cluster}/profiles`, `/api/clusters/${cluster}/totals`])
    assert.equal((await adviser.get(path)).status, 200, path);
  for (const path of [
    `/api/clusters/${cluster}/members`, `/api/clusters/${cluster}/people`, `/api/clusters/${cluster}/waves`,
    `/api/waves/${wave}/network`, `/api/waves/${wave}/links`, `/api/waves/${wave}/ties.csv?question=know`, roles,
  ])
    assert.ok([403, 404].includes((await adviser.get(path)).status), path);
});

test('the second that a role ends, a running session has it no more', async () => {
  const adviser = await takes('consultant', 'third@advice.example', { until: day(60) });
  assert.equal((await adviser.get(`/api/clusters/${cluster}/totals`)).status, 200);
  server.execute(`UPDATE grants SET ends_at = ${Date.now()} WHERE role = 'consultant'`);
  assert.deepEqual((await adviser.get('/api/session')).body.grants, []);
  assert.equal((await adviser.get(`/api/clusters/${cluster}/totals`)).status, 404);
  const held = (await facilitator.get(roles)).body.held;
  assert.ok(!held.some((each: any) => each.role === 'consultant'));
});

test('a consultant of a member firm is refused', async () => {
  const offered = await facilitator.post(`${roles}/offers`, {
    role: 'consultant', name: 'Jodie Laurent', email: 'jodie@m21.example', until: day(30),
  });
  assert.equal(offered.status, 201, offered.text);
  const refused = await accept('jodie@m21.example');
  assert.deepEqual([refused.status, refused.body.reason], [409, 'own_firm_is_member']);
});

test('a declined offer is told to its giver, a withdrawn one opens nothing', async () => {
  await facilitator.post(`${roles}/offers`, { role: 'member', name: 'Nobody', email: 'nobody@cocoa.example' });
  const first = (await mailTo('nobody@cocoa.example')).token;
  assert.equal((await visitor.post('/api/offers/decline', { token: first })).status, 204);
  assert.match((await mailTo('alana@m10.example')).text, /declined/);
  await facilitator.post(`${roles}/offers`, { role: 'member', name: 'Nobody', email: 'nobody@cocoa.example' });
  const { token } = await mailTo('nobody@cocoa.example');
  const [offer] = (await facilitator.get(roles)).body.offers;
  assert.equal((await facilitator.post(`/api/offers/${offer.id}/again`)).status, 200);
  assert.equal((await facilitator.remove(`/api/offers/${offer.id}`)).status, 204);
  assert.equal((await visitor.post('/api/offers/accept', { token })).body.reason, 'offer_ended');
  assert.equal((await visitor.post('/api/offers/look', { token: `${randomUUID()}.x` })).body.reason, 'offer_ended');
});

test('the only facilitator hands over instead of leaving, and the only administrator stays', async () => {
  const own = (await facilitator.get(roles)).body.held.find((each: any) => each.email === 'alana@m10.example');
  assert.equal((await facilitator.remove(`/api/grants/${own.id}`)).body.reason, 'last_facilitator');
  const admin = (await administrator.get('/api/roles/platform/all')).body.held.find((each: any) => each.role === 'administrator');
  assert.equal((await administrator.remove(`/api/grants/${admin.id}`)).body.reason, 'last_administrator');
});

test('a deputy does the work for a time, marked as done for the other, and gives nothing away', async () => {
  const asked = await facilitator.post('/api/account/deputies', {
    role: 'facilitator', scope: 'cluster', scope_id: cluster, name: 'Dana Pierre', email: 'dana@cocoa.example', from: day(0), until: day(7),
  });
  assert.equal(asked.status, 201, asked.text);
  assert.equal((await accept('dana@cocoa.example')).status, 200);
  const deputy = await enter('dana@cocoa.example');
  const [grant] = (await deputy.get('/api/session')).body.grants;
  assert.deepEqual([grant.role, grant.held_for], ['facilitator', 'Alana Noel']);

  const member = (await deputy.get(`/api/clusters/${cluster}/members`)).body.items[0];
  const changed = await deputy.patch(`/api/memberships/${member.id}`, { subsector: 'Drying' }, member.version);
  assert.equal(changed.status, 200, changed.text);
  const [line] = (await facilitator.get(`/api/memberships/${member.id}/history`)).body.items;
  assert.deepEqual([line.author, line.on_behalf_of], ['Dana Pierre', 'Alana Noel']);

  assert.equal((await deputy.get(roles)).status, 404);
  assert.equal((await deputy.get(`/api/clusters/${cluster}/handover`)).body.reason, 'not_for_deputies');
  const again = await deputy.post('/api/account/deputies', {
    role: 'facilitator', scope: 'cluster', scope_id: cluster, name: 'X', email: 'x@cocoa.example', from: day(0), until: day(1),
  });
  assert.equal(again.body.errors[0].code, 'not_yours_to_give');

  const listed = (await facilitator.get('/api/account/deputies')).body.items;
  assert.deepEqual([listed.length, listed[0].name, listed[0].is_own], [1, 'Dana Pierre', true]);
  assert.equal((await facilitator.get(roles)).body.deputies[0].held_for, 'Alana Noel');
  assert.equal((await facilitator.remove(`/api/deputies/${listed[0].id}`)).status, 204);
  assert.equal((await deputy.get(`/api/clusters/${cluster}/members`)).status, 403);

  const own = (await deputy.get('/api/session')).body.account.id;
  const principal = (await facilitator.get('/api/session')).body.account.id;
  const [ended] = await rightsChanged('DELETE /api/deputies/{deputy_id}');
  const [begun] = (await rightsChanged('POST /api/offers/accept')).filter((each) => each.object_id === own);
  const field = (entry: any, name: string) => entry.changes.find((each: any) => each.field === name);
  assert.deepEqual([begun.object_kind, field(begun, 'deputy').after], ['account', `facilitator cluster ${cluster}`]);
  assert.equal(field(begun, 'held_for').after, principal);
  assert.deepEqual([ended.object_id, field(ended, 'deputy').before, field(ended, 'deputy').after], [own, `facilitator cluster ${cluster}`, '']);
});

test('a deputy of a member firm asks the members and reads nothing by name', async () => {
  await facilitator.post('/api/account/deputies', {
    role: 'facilitator', scope: 'cluster', scope_id: cluster, name: 'Jodie Laurent', email: 'jodie@m21.example', from: day(0), until: day(7),
  });
  assert.equal((await accept('jodie@m21.example')).status, 200);
  const jodie = await server.as('jodie@m21.example');
  const wave = (await jodie.get(`/api/clusters/${cluster}/waves`)).body.items[0].id;
  assert.equal((await jodie.get(`/api/waves/${wave}/network`)).body.reason, 'own_firm_is_member');
  const { people } = (await facilitator.get(`/api/clusters/${cluster}/neutrality`)).body;
  assert.deepEqual(people.map((each: any) => each.name), ['Jodie Laurent']);
  const held = (await jodie.get('/api/account/abilities')).body.roles.find((each: any) => each.held_for);
  assert.ok(held.own_firms.length > 0);
  assert.ok(held.closed.some((group: any) => group.policy === "analyst of the cluster's network"));
  assert.ok(!held.opens.some((group: any) => group.policy === "analyst of the cluster's network"));
  const [own] = (await jodie.get('/api/account/deputies')).body.items;
  assert.equal((await jodie.remove(`/api/deputies/${own.id}`)).status, 204);
});

test('deputies begin and end on their days, at most half a year apart', async () => {
  const ask = (from: string, until: string, more: object = {}) =>
    facilitator.post('/api/account/deputies', {
      role: 'facilitator', scope: 'cluster', scope_id: cluster, name: 'D', email: 'd@cocoa.example', from, until, ...more,
    });
  assert.equal((await ask(day(0), day(183))).body.errors[0].code, 'too_long_a_time');
  assert.equal((await ask(day(5), day(4))).body.errors[0].code, 'before_start');
  assert.equal((await ask(day(-5), day(-1))).body.errors[0].code, 'in_past');
  assert.equal((await ask(day(0), day(3), { role: 'member' })).body.errors[0].code, 'not_allowed');
  assert.equal((await ask(day(2), day(3))).status, 201);
  assert.equal((await accept('d@cocoa.example')).status, 200);
  const early = await enter('d@cocoa.example');
  assert.deepEqual((await early.get('/api/session')).body.grants, []);
});

test('somebody asks to join an organization; its people let them in, and both are told', async () => {
  const jodie = await server.as('jodie@m21.example');
  const organization = (await jodie.get('/api/session')).body.grants.find((each: any) => each.scope === 'organization').scope_id;
  const path = `/api/organizations/${organization}/join_requests`;
  addAccount(server, 'colleague@test.example', 'researcher', 'platform', '');
  const colleague = await server.as('colleague@test.example');

  const asked = await colleague.post(path, { note: 'I keep the books.' });
  assert.equal(asked.status, 201, asked.text);
  assert.ok(!asked.text.includes('jodie'), 'the answer names nobody who decides');
  assert.equal((await colleague.post(path, {})).body.reason, 'already_asked');
  assert.match((await mailTo('jodie@m21.example')).text, /I keep the books/);
  assert.equal((await jodie.post(path, {})).body.reason, 'has_role');

  const [request] = (await jodie.get(path)).body.items;
  assert.deepEqual([request.name, request.email], ['Test Person', 'colleague@test.example']);
  assert.equal((await colleague.post(`/api/join_requests/${request.id}/approve`)).status, 404);
  assert.equal((await facilitator.post(`/api/join_requests/${request.id}/approve`)).status, 404);
  assert.equal((await jodie.post(`/api/join_requests/${request.id}/approve`)).status, 204);
  assert.match((await mailTo('colleague@test.example')).text, /You belong to/i);
  const grants = (await colleague.get('/api/session')).body.grants;
  assert.ok(grants.some((grant: any) => grant.role === 'member' && grant.scope_id === organization));
  const listed = (await jodie.get(`/api/roles/organization/${organization}`)).body.held;
  assert.equal(listed.find((each: any) => each.email === 'colleague@test.example').given_by, 'Jodie Laurent');
});

test('a declined request waits a month, one to nobody is a claim, and hidden organizations are not there', async () => {
  const jodie = await server.as('jodie@m21.example');
  const organization = (await jodie.get('/api/session')).body.grants.find((each: any) => each.scope === 'organization').scope_id;
  addAccount(server, 'stranger@test.example', 'researcher', 'platform', '');
  const stranger = await server.as('stranger@test.example');
  const path = `/api/organizations/${organization}/join_requests`;
  await stranger.post(path, {});
  const [request] = (await jodie.get(path)).body.items;
  assert.equal((await jodie.post(`/api/join_requests/${request.id}/decline`)).status, 204);
  assert.equal((await stranger.post(path, {})).body.reason, 'already_asked');
  assert.ok((await stranger.get('/api/account/join_requests')).body.items[0].declined_at);
  server.execute(`UPDATE join_requests SET declined_at = ${Date.now() - 30 * 86_400_000 - 1}`);
  assert.equal((await stranger.post(path, {})).status, 201);
  const [mine] = (await stranger.get('/api/account/join_requests')).body.items;
  assert.equal((await stranger.remove(`/api/join_requests/${mine.id}`)).status, 204);

  const { items } = (await stranger.get('/api/organizations?kind=bso&limit=100')).body;
  const stub = items.find((each: any) => each.claim === 'unclaimed');
  assert.equal((await stranger.post(`/api/organizations/${stub.id}/join_requests`, {})).body.reason, 'nobody_there');
  assert.equal((await stranger.post(`/api/organizations/${randomUUID()}/join_requests`, {})).status, 404);
});

test('a cluster is handed over in one moment, with what was begun, and the former role is told', async () => {
  const page = (await facilitator.get(`/api/clusters/${cluster}/handover`)).body;
  assert.deepEqual(page.tasks.map((task: any) => task.kind), ['invitations', 'imports', 'open_waves', 'awaited_answers', 'introductions', 'agreements']);
  const table = await facilitator.post(`/api/clusters/${cluster}/imports`, undefined, {
    raw: { type: 'text/csv', bytes: 'name,email\nBegun Table,nobody\n' },
  });
  const asked = await facilitator.post(`/api/clusters/${cluster}/handover`, { name: 'Marva George', email: 'marva@cocoa.example' });
  assert.equal(asked.status, 201, asked.text);
  assert.equal((await facilitator.get(`/api/clusters/${cluster}/members`)).status, 200);

  assert.equal((await accept('marva@cocoa.example')).status, 200);
  const marva = await enter('marva@cocoa.example');
  assert.equal((await marva.get(`/api/clusters/${cluster}/members`)).status, 200);
  assert.equal((await marva.get(`/api/imports/${table.body.id}`)).status, 200);
  assert.equal((await facilitator.get(`/api/clusters/${cluster}/members`)).status, 403);
  assert.equal((await facilitator.get(`/api/imports/${table.body.id}`)).status, 404);
  const [former] = (await marva.get(roles)).body.former;
  assert.deepEqual([former.name, former.role, former.cause, former.ended_by], ['Alana Noel', 'facilitator', 'handed_over', 'Marva George']);
  assert.match((await mailTo('alana@m10.example')).text, /you hold it no more/);

  const back = await marva.post(`/api/clusters/${cluster}/handover`, { name: 'Alana Noel', email: 'alana@m10.example' });
  assert.equal(back.status, 201);
  assert.equal((await accept('alana@m10.example')).body.has_way_in, true);
  assert.deepEqual((await holders()).filter(([role]: string[]) => role === 'facilitator'), [['facilitator', 'Alana Noel']]);
});

test('a role that is taken away is gone at once, and told', async () => {
  const other = await takes('facilitator', 'other@cocoa.example');
  const held = (await facilitator.get(roles)).body.held.find((each: any) => each.email === 'other@cocoa.example');
  assert.equal((await other.get(`/api/clusters/${cluster}/members`)).status, 200);
  assert.equal((await facilitator.remove(`/api/grants/${held.id}`)).status, 204);
  assert.equal((await other.get(`/api/clusters/${cluster}/members`)).status, 403);
  assert.match((await mailTo('other@cocoa.example')).text, /has ended/);
  assert.equal((await facilitator.remove(`/api/grants/${held.id}`)).status, 404);
});

test('an organization whose last people go can be claimed again', async () => {
  const officer = await server.as('renata@region.example');
  const made = await officer.post('/api/organizations', { name: 'Gouyave Fish House', kind: 'firm', country_code: 'GD', publication: 'published' });
  addAccount(server, 'owner@fish.example', 'member', 'organization', made.body.id);
  const owner = await server.as('owner@fish.example');
  assert.equal((await visitor.get(`/api/organizations/${made.body.id}`)).body.claim, 'claimed');
  const [own] = (await owner.get(`/api/roles/organization/${made.body.id}`)).body.held;
  assert.equal((await owner.remove(`/api/grants/${own.id}`)).status, 204);
  assert.equal((await visitor.get(`/api/organizations/${made.body.id}`)).body.claim, 'unclaimed');
});

test('a cluster that nobody runs is named somebody by those who stand behind it, not themselves', async () => {
  const officer = await server.as('francine@m27.example'); // keeps Dominica
  const made = await officer.post('/api/clusters', { name: 'Kalinago Basketry', country_code: 'DM', countries: ['DM'], objectives: [] });
  const place = `/api/roles/cluster/${made.body.id}`;
  const [own] = (await officer.get(place)).body.held;
  assert.equal((await administrator.get(place)).body.may_give.length, 0);
  assert.equal((await administrator.remove(`/api/grants/${own.id}`)).status, 204);
  const page = (await officer.get(place)).body;
  assert.deepEqual([page.is_without_facilitator, page.may_give], [true, ['facilitator']]);
  const self = await officer.post(`${place}/offers`, { role: 'facilitator', name: 'Me', email: 'francine@m27.example' });
  assert.equal(self.body.errors[0].code, 'yourself');
  assert.equal((await officer.post(`${place}/offers`, { role: 'facilitator', name: 'Basil', email: 'basil@kalinago.example' })).status, 201);
  assert.equal((await accept('basil@kalinago.example')).status, 200);
  assert.equal((await officer.get(place)).status, 404);
});

test('whoever advises a cluster joins none of its firms while that lasts', async () => {
  const adviser = await takes('consultant', 'joining@advice.example', { until: day(60) });
  const jodie = await server.as('jodie@m21.example');
  const firm = (await jodie.get('/api/session')).body.grants.find((each: any) => each.scope === 'organization').scope_id;
  const ask = () => adviser.post(`/api/organizations/${firm}/join_requests`, {});
  const refused = await ask();
  assert.deepEqual([refused.status, refused.body.reason], [409, 'own_firm_is_member']);
  server.execute(`UPDATE grants SET ends_at = ${Date.now()} WHERE role = 'consultant'`);
  assert.equal((await ask()).status, 201);
  const waiting = (await adviser.get('/api/account/join_requests')).body.items;
  assert.equal((await adviser.remove(`/api/join_requests/${waiting[0].id}`)).status, 204);
});

test('whoever runs a cluster and joins one of its firms reads nothing by name from then on', async () => {
  const runner = await takes('facilitator', 'runner@cocoa.example');
  const jodie = await server.as('jodie@m21.example');
  const firm = (await jodie.get('/api/session')).body.grants.find((each: any) => each.scope === 'organization').scope_id;
  const wave = (await runner.get(`/api/clusters/${cluster}/waves`)).body.items[0].id;
  assert.equal((await runner.get(`/api/waves/${wave}/network`)).status, 200);
  assert.equal((await runner.post(`/api/organizations/${firm}/join_requests`, {})).status, 201);
  const [request] = (await jodie.get(`/api/organizations/${firm}/join_requests`)).body.items;

  await administrator.put('/api/neutrality', { firms_may_facilitate: false });
  assert.equal((await jodie.post(`/api/join_requests/${request.id}/approve`)).body.reason, 'own_firm_is_member');
  await administrator.put('/api/neutrality', { firms_may_facilitate: true });
  assert.equal((await jodie.post(`/api/join_requests/${request.id}/approve`)).status, 204);
  assert.equal((await runner.get(`/api/waves/${wave}/network`)).body.reason, 'own_firm_is_member');
});
