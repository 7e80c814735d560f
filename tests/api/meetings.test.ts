// SPDX-License-Identifier: Apache-2.0
// Meetings of a cluster: who was there, pasted tables, who met whom.
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
  // The demonstration has meetings of its own.
  server.execute('DELETE FROM meetings');
});
after(() => server?.stop());

const ids = (...places: number[]) => places.map((place) => members[place].id);
const note = (title: string, held_on: string, kind: string, present: string[]) =>
  facilitator.post(`${path}/meetings`, { title, held_on, kind, membership_ids: present });
const listed = async () => (await facilitator.get(`${path}/meetings`)).body.items;
const network = async (query = '') => (await facilitator.get(`${path}/co_attendance${query}`)).body;
const codes = ({ body }: any) => body.errors.map((each: any) => `${each.pointer} ${each.code}`);

test('a cluster without meetings has no network, and says so in numbers', async () => {
  const found = await network();
  assert.deepEqual([found.meetings, found.with_list, found.first_on, found.attenders, found.pairs], [0, 0, null, [], []]);
  assert.ok(found.members > 20);
});

// Three at a visit, two of them at a meal: 0 and 1 met twice, at 1/2 + 1/1; the others once, at 1/2.
test('members who sat in the same meetings are paired, small meetings weighing more', async () => {
  assert.equal((await note(' Visit to the mill ', '2026-03-01', 'member_visit', ids(0, 1, 2))).status, 201);
  assert.equal((await note('Supper', '2026-04-01', 'social', ids(1, 0, 0))).status, 201);
  assert.equal((await note('Board', '2026-05-01', 'general_meeting', [])).status, 201);
  const found = await network();
  assert.deepEqual([found.meetings, found.with_list, found.first_on, found.last_on], [3, 2, '2026-03-01', '2026-04-01']);
  const pair = (one: number, other: number) =>
    found.pairs.find((each: any) => ids(one, other).every((id) => [each.one_id, each.other_id].includes(id)));
  assert.deepEqual([pair(0, 1).meetings, pair(0, 1).closeness], [2, 1.5]);
  assert.deepEqual([pair(1, 2).meetings, pair(1, 2).closeness], [1, 0.5]);
  assert.equal(found.pairs.length, 3);
  const first = found.attenders.find((each: any) => each.membership_id === members[0].id);
  assert.deepEqual([first.attended, first.met], [2, 2]);
});

test('a period leaves the other meetings out', async () => {
  const found = await network('?from=2026-03-15&to=2026-04-30');
  assert.deepEqual([found.meetings, found.pairs.length], [1, 1]);
  assert.deepEqual(codes(await facilitator.get(`${path}/co_attendance?from=2026-05-01&to=2026-04-01`)), ['/to before_from']);
});

test('a meeting has a title, was held, and only members were there', async () => {
  assert.deepEqual(codes(await note(' ', '2999-01-01', 'social', [])), ['/title required', '/held_on in_future']);
  assert.deepEqual(codes(await note('Visit', '2026-01-01', 'social', ['00000000-0000-4000-8000-000000000001'])), [
    '/membership_ids unknown',
  ]);
  assert.equal((await note('Visit', '2026-01-01', 'party', [])).status, 422);
});

test('who was there is corrected, and the correction is taken back', async () => {
  const [board] = await listed();
  const changed = await facilitator.request('PATCH', `${path}/meetings/${board.id}`, {
    body: { membership_ids: ids(3, 4) },
    headers: { 'if-match': `"${board.version}"` },
  });
  assert.deepEqual(changed.body.membership_ids, [...ids(3, 4)].sort());
  const [line] = (await facilitator.get(`${path}/history`)).body.items;
  assert.deepEqual([line.kind, line.record_name], ['meeting', 'Board']);
  assert.equal((await facilitator.post(`/api/changes/${line.id}/undo`)).status, 204);
  assert.deepEqual((await listed())[0].membership_ids, []);
});

test('a pasted table is read in three languages, and names are told that fit nobody', async () => {
  const text = `Fecha,Título,Tipo,Asistentes\n15/6/2026,Taller,Capacitación,${members[0].label};${members[1].organization.name};Nobody Ltd\n`;
  const seen = (await facilitator.post(`${path}/meetings/preview`, { text })).body;
  assert.deepEqual(seen.missing_columns, []);
  const [row] = seen.rows;
  assert.deepEqual([row.title, row.held_on, row.kind, row.unknown], ['Taller', '2026-06-15', 'training', ['Nobody Ltd']]);
  assert.deepEqual(row.membership_ids, ids(0, 1));
  assert.deepEqual(codes(await facilitator.post(`${path}/meetings/import`, { text })), ['/text table_has_problems']);
  const missing = (await facilitator.post(`${path}/meetings/preview`, { text: 'date,where\n2026-01-01,here\n' })).body;
  assert.deepEqual(missing.missing_columns, ['title', 'attended']);
});

test('an import writes all rows once, however often it is sent', async () => {
  const text = `date\ttitle\tkind\tattended\n2026-06-20\tSeedling day\twork day\t${members[2].label}; ${members[3].label}\n`;
  assert.deepEqual((await facilitator.post(`${path}/meetings/import`, { text })).body, { created: 1, passed_over: 0 });
  assert.deepEqual((await facilitator.post(`${path}/meetings/import`, { text })).body, { created: 0, passed_over: 1 });
  const [made] = await listed();
  assert.deepEqual([made.title, made.kind, made.membership_ids.length], ['Seedling day', 'work_day', 2]);
});

test('a meeting that was taken out comes back with who was there', async () => {
  const [item] = await listed();
  const gone = await facilitator.request('DELETE', `${path}/meetings/${item.id}`, { headers: { 'if-match': `"${item.version}"` } });
  assert.equal(gone.status, 204, gone.text);
  const [line] = (await facilitator.get(`${path}/history`)).body.items;
  assert.equal((await facilitator.post(`/api/changes/${line.id}/undo`)).status, 204);
  assert.deepEqual((await listed())[0].membership_ids, item.membership_ids);
});
