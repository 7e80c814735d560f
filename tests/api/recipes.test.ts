// SPDX-License-Identifier: Apache-2.0
// The recipe card: leaders who worked together before, trust acts held, days to the first result.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let path: string;
let members: any[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  path = `/api/clusters/${cluster}`;
  members = (await facilitator.get(`${path}/members?limit=100`)).body.items;
  // The demonstration has said how it began.
  for (const table of ['meetings', 'recipe_leaders', 'recipes']) server.execute(`DELETE FROM ${table}`);
});
after(() => server?.stop());

const card = async () => (await facilitator.get(`${path}/recipe`)).body;
const say = async (body: object) => {
  const { recipe } = await card();
  return facilitator.request('PATCH', `${path}/recipe`, { body, headers: { 'if-match': `"${recipe.version}"` } });
};
const codes = ({ body }: any) => body.errors.map((each: any) => `${each.pointer} ${each.code}`);

test('a cluster that said nothing has gaps and no figures', async () => {
  const { earlier, acts, figures, peers } = await card();
  assert.deepEqual([earlier.gap, acts.gap], ['no_leaders', 'no_meetings']);
  assert.deepEqual(figures, { worked_before_share: null, trust_acts_first_year: null, days_to_first_result: null });
  assert.deepEqual(peers.days_to_first_result, { clusters: 0, median: null });
});

// From 1 January to 11 April 2024 there are 31 + 29 + 31 + 10 = 101 days.
test('days to the first result are counted from the beginning', async () => {
  const said = await say({ began_on: '2024-01-01', first_result_on: '2024-04-11', first_result: ' A joint container ' });
  assert.equal(said.status, 200, said.text);
  assert.equal(said.body.first_result, 'A joint container');
  assert.equal((await card()).figures.days_to_first_result, 101);
  assert.deepEqual(codes(await say({ first_result_on: '2023-12-31' })), ['/first_result_on before_from']);
});

test('trust acts of the first year are counted; sitting in a meeting is none', async () => {
  const hold = (held_on: string, kind: string) =>
    facilitator.post(`${path}/meetings`, { title: kind, held_on, kind, membership_ids: [] });
  await hold('2024-03-01', 'member_visit');
  await hold('2024-12-30', 'work_day');
  await hold('2024-12-31', 'social');
  await hold('2024-02-01', 'general_meeting');
  const { acts, figures } = await card();
  assert.deepEqual([acts.meetings, acts.held, acts.first_year, acts.before_first_result], [4, 3, 2, 1]);
  assert.deepEqual([acts.first_on, acts.last_on, figures.trust_acts_first_year], ['2024-02-01', '2024-12-31', 2]);
});

test('pairs of leaders who worked together before are counted from the first wave, and the rest is unknown', async () => {
  const leaders = members.filter((each) => !each.is_facilitator).slice(0, 4);
  await say({ leader_ids: leaders.map(({ id }) => id) });
  const { earlier, figures, leaders: labels } = await card();
  assert.deepEqual([...labels].sort(), leaders.map(({ label }) => label).sort());
  assert.equal(earlier.pairs, 6);
  assert.ok(earlier.known <= earlier.pairs && earlier.worked_together <= earlier.known);
  assert.ok(earlier.answered > 0 && earlier.wave_title);
  assert.equal(figures.worked_before_share, earlier.known === 0 ? null : earlier.worked_together / earlier.known);
  assert.deepEqual(codes(await say({ leader_ids: ['00000000-0000-4000-8000-000000000001'] })), ['/leader_ids unknown']);
});

test('what was said is corrected with its version, stands in the history and is taken back', async () => {
  const stale = await facilitator.request('PATCH', `${path}/recipe`, {
    body: { began_on: '2024-02-01' },
    headers: { 'if-match': '"1"' },
  });
  assert.equal(stale.status, 412);
  await say({ began_on: '2024-02-01' });
  const [line] = (await facilitator.get(`${path}/history`)).body.items;
  assert.deepEqual([line.kind, line.fields_changed[0].name], ['recipe', 'began_on']);
  assert.equal((await facilitator.post(`/api/changes/${line.id}/undo`)).status, 204);
  assert.equal((await card()).recipe.began_on, '2024-01-01');
});
