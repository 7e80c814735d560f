// SPDX-License-Identifier: Apache-2.0
// Whom to introduce to whom: lists of open questions, taken up, told, declined by link, and judged by the next wave.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;
let baseline: any;
let later: any;

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const waves = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items;
  baseline = waves.find((wave: any) => wave.is_baseline);
  later = waves.find((wave: any) => !wave.is_baseline && wave.closed_at);
  // The demonstration has introductions of its own.
  server.execute('DELETE FROM introductions');
});
after(() => server?.stop());

const advice = async (wave = later.id) => (await facilitator.get(`/api/waves/${wave}/introductions`)).body;
const desk = async () => (await facilitator.get(`/api/clusters/${cluster}/introductions`)).body;
const takeUp = (proposal: any, more = {}, wave = later.id) => {
  const { kind, one_id, other_id, introducer_id } = proposal;
  return facilitator.post(`/api/waves/${wave}/introductions`, { kind, one_id, other_id, introducer_id, ...more });
};
const address = (id: string) => `/api/clusters/${cluster}/introductions/${id}`;
const change = (item: any, body: object) =>
  facilitator.request('PATCH', address(item.id), { body, headers: { 'if-match': `"${item.version}"` } });
const codes = ({ body }: any) => body.errors.map((each: any) => `${each.pointer} ${each.code}`);
const isOf = (proposal: any, id: string) => [proposal.one_id, proposal.other_id].includes(id);

test('lists rest on open questions and say on how many answers', async () => {
  const found = await advice();
  assert.ok(found.answered <= found.asked && found.answered > 0);
  assert.ok(found.questions.includes('know'));
  assert.ok(!found.questions.includes('sensitive') && !found.questions.includes('competitor'));
  assert.ok(found.proposals.length > 0);
  for (const each of found.proposals.filter(({ kind }: any) => kind === 'close_triangle')) {
    assert.ok(each.introducer_label, 'somebody knows both');
    assert.ok(each.common_contacts >= 1);
  }
});

test('nobody stands in a list more than twice, and nobody is asked to introduce more than twice', async () => {
  const { proposals } = await advice();
  for (const kind of ['close_triangle', 'bridge_groups', 'bring_in_isolate']) {
    const list = proposals.filter((each: any) => each.kind === kind);
    const named = list.flatMap((each: any) => [each.one_id, each.other_id]);
    assert.ok(named.every((id: string) => named.filter((each: string) => each === id).length <= 2), kind);
    const asked = list.map((each: any) => each.introducer_id).filter(Boolean);
    assert.ok(asked.every((id: string) => asked.filter((each: string) => each === id).length <= 2), kind);
  }
});

test('what is taken up leaves the lists, and cannot be taken up twice', async () => {
  const [first] = (await advice()).proposals;
  const made = await takeUp(first, { note: '  They both asked for labels. ' });
  assert.equal(made.status, 201, made.text);
  assert.deepEqual([made.body.state, made.body.note], ['introduced', 'They both asked for labels.']);
  assert.ok(!(await advice()).proposals.some((each: any) => isOf(each, first.one_id) && isOf(each, first.other_id)));
  const again = await takeUp({ ...first, one_id: first.other_id, other_id: first.one_id });
  assert.deepEqual([again.status, again.body.reason], [409, 'already_introduced']);
  const [shown] = (await desk()).items;
  assert.deepEqual([shown.one_label, shown.outcome], [first.one_label, 'no_wave_yet']);
});

test('a member is not introduced to itself, nor a stranger, nor before the wave was closed', async () => {
  const [first] = (await advice()).proposals;
  assert.deepEqual(codes(await takeUp({ ...first, introducer_id: null, other_id: first.one_id })), ['/other_id same']);
  const stranger = await takeUp({ ...first, introducer_id: null, other_id: later.id });
  assert.deepEqual(codes(stranger), ['/other_id unknown']);
  const early = await takeUp(first, { introduced_on: '2001-01-01' });
  assert.deepEqual(codes(early), ['/introduced_on before_from']);
  assert.deepEqual(codes(await takeUp(first, { introduced_on: '2999-01-01' })), ['/introduced_on in_future']);
});

test('it goes from introduced over met to working, with dates; a tie cannot be set by hand', async () => {
  const [item] = (await desk()).items;
  const met = await change(item, { state: 'met' });
  assert.equal(met.body.met_on, new Date().toISOString().slice(0, 10));
  assert.equal((await change(met.body, { state: 'tie' })).status, 422);
  const early = await change(met.body, { met_on: '2001-01-01' });
  assert.deepEqual(codes(early), ['/met_on before_from']);
  const working = await change(met.body, { state: 'working' });
  assert.equal(working.body.state, 'working');
  assert.equal((await change(met.body, { state: 'introduced' })).status, 412);
  const { conversion } = await desk();
  assert.deepEqual(conversion, { taken_up: 1, met: 1, working: 1, declined: 0, judged: 0, tied: 0 });
});

test('a change stands in the history of the cluster and is taken back', async () => {
  const [item] = (await desk()).items;
  const { items } = (await facilitator.get(`/api/clusters/${cluster}/history`)).body;
  const line = items.find((each: any) => each.kind === 'introduction');
  assert.equal(line.record_name, `${item.one_label} – ${item.other_label}`);
  assert.equal((await facilitator.post(`/api/changes/${line.id}/undo`)).status, 204);
  assert.equal((await desk()).items[0].state, 'met');
});

test('the next wave says whether a tie grew, as its answers say', async () => {
  const closed = new Date(baseline.closed_at).toISOString().slice(0, 10);
  const { proposals } = await advice(baseline.id);
  const old = (await takeUp(proposals.at(-1), { introduced_on: closed }, baseline.id)).body;
  const shown = (await desk()).items.find((each: any) => each.id === old.id);
  assert.equal(shown.outcome_wave_title, later.title);
  const { map } = (await facilitator.get(`/api/waves/${later.id}/network`)).body;
  const node = (label: string) => map.nodes.find((each: any) => each.label === label)?.id;
  const [a, b] = [node(shown.one_label), node(shown.other_label)];
  const isTied = map.ties.some(
    ({ from, to, question }: any) =>
      ['know', 'worked_together'].includes(question) && [from, to].includes(a) && [from, to].includes(b),
  );
  assert.equal(shown.outcome === 'tie', isTied);
  const { conversion } = await desk();
  assert.equal(conversion.tied, isTied ? 1 : 0);
});

test('each is told in its language, nothing confidential, with a link of its own', async () => {
  const proposal = (await advice()).proposals.find(({ introducer_id }: any) => introducer_id);
  const made = (await takeUp(proposal)).body;
  const { items } = (await facilitator.get(`${address(made.id)}/messages`)).body;
  assert.deepEqual(items.map(({ side }: any) => side), ['one', 'other', 'introducer']);
  const links = items.map(({ text }: any) => /https?:\S+/.exec(text)![0]);
  assert.equal(new Set(links).size, 3);
  assert.ok(items[0].text.includes(proposal.other_label) && items[1].text.includes(proposal.one_label));
  const sent = await facilitator.post(`${address(made.id)}/messages`);
  assert.equal(sent.body.queued + sent.body.waiting + sent.body.without_address.length, 3);
  assert.equal((await facilitator.post(`${address(made.id)}/messages`)).body.reason, 'already_sent');
});

test('looking at the link declines nothing; one click does, and a wrong key finds no page', async () => {
  const made = (await desk()).items.find(({ mailed_at }: any) => mailed_at);
  const { items } = (await facilitator.get(`${address(made.id)}/messages`)).body;
  const link = new URL(/https?:\S+/.exec(items[1].text)![0]);
  const visitor = server.client();
  const path = link.pathname + link.search;
  assert.equal((await visitor.get(path)).status, 200);
  const state = async () => (await desk()).items.find(({ id }: any) => id === made.id).state;
  assert.equal(await state(), 'introduced');
  assert.equal((await visitor.get(path.replace('/other', '/one'))).status, 404);
  const raw = { type: 'application/x-www-form-urlencoded', bytes: '' };
  assert.equal((await visitor.post(path, undefined, { raw })).status, 200);
  assert.equal(await state(), 'declined');
});

test('who wants no introductions stands in no list, is no introducer, and is not named', async () => {
  const [first] = (await advice()).proposals;
  const said = await facilitator.put(`/api/memberships/${first.one_id}/introductions`, { is_willing: false });
  assert.deepEqual(said.body, { is_willing: false });
  const now = await advice();
  assert.equal(now.refusing, 1);
  assert.ok(!JSON.stringify(now.proposals).includes(first.one_id));
  assert.deepEqual(codes(await takeUp(first)), ['/one_id refuses']);
  await facilitator.put(`/api/memberships/${first.one_id}/introductions`, { is_willing: true });
  assert.equal((await advice()).refusing, 0);
});

test('a respondent says it on its own page, and an open wave gives no lists', async () => {
  const made = await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'Open', is_baseline: false });
  await facilitator.post(`/api/waves/${made.body.id}/open`);
  const [link] = (await facilitator.get(`/api/waves/${made.body.id}/links`)).body.items;
  const client = server.client();
  await client.post('/api/answer/session', { token: link.url.split('#')[1] });
  assert.deepEqual((await client.get('/api/answer/introductions')).body, { is_willing: true });
  assert.equal((await client.put('/api/answer/introductions', { is_willing: false })).status, 200);
  assert.equal((await advice()).refusing, 1);
  const open = await advice(made.body.id);
  assert.deepEqual([open.withheld, open.proposals], ['open', []]);
  const [first] = (await advice()).proposals;
  const early = await takeUp(first, {}, made.body.id);
  assert.deepEqual([early.status, early.body.reason], [409, 'wave_open']);
});

test('one that was a mistake is removed, and comes back when that is taken back', async () => {
  const [item] = (await desk()).items;
  const gone = await facilitator.request('DELETE', address(item.id), { headers: { 'if-match': `"${item.version}"` } });
  assert.equal(gone.status, 204, gone.text);
  const [line] = (await facilitator.get(`/api/clusters/${cluster}/history`)).body.items;
  assert.deepEqual([line.kind, line.action], ['introduction', 'removed']);
  assert.equal((await facilitator.post(`/api/changes/${line.id}/undo`)).status, 204);
  assert.ok((await desk()).items.some(({ id }: any) => id === item.id));
});
