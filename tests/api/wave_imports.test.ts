// SPDX-License-Identifier: Apache-2.0
// A network that was collected elsewhere becomes an answered wave of a cluster.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let path: string;
let labels: string[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const clusterId = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  path = `/api/clusters/${clusterId}/waves`;
  const draft = await facilitator.post(path, { title: 'Roster', is_baseline: false });
  labels = (await facilitator.get(`/api/waves/${draft.body.id}`)).body.members.map((each: any) => each.label);
});
after(() => server?.stop());

/// Three members and one who is none: a names b and c, b names a and the stranger, c nobody.
const matrix = () => {
  const [a, b, c] = labels;
  return `,${a},${b},${c},Stranger Ltd Zzyzx\n${a},0,1,1,0\n${b},1,0,0,1\n${c},0,0,0,0\nStranger Ltd Zzyzx,0,0,0,0\n`;
};

const wanted = (change: object = {}) => ({
  title: 'University study',
  question: 'know',
  source: 'University of the West Indies, interviews',
  collected_on: '2024-05-17',
  format: 'matrix',
  content: matrix(),
  ...change,
});

test('a preview matches names and leaves what is only alike, or nobody, to a person', async () => {
  const preview = (await facilitator.post(`${path}/import/preview`, wanted())).body;
  assert.deepEqual(
    preview.actors.map((each: any) => [each.is_decided, each.membership_id !== null, each.named]),
    [[true, true, 2], [true, true, 1], [true, true, 0], [false, false, 0]],
  );
  assert.deepEqual([preview.ties, preview.undecided, preview.members.length], [3, 1, 28]);
  const refused = await facilitator.post(`${path}/import`, wanted());
  assert.deepEqual([refused.status, refused.body.reason], [409, 'undecided']);
});

test('an import is a closed wave with its source and day; who was not asked is unknown', async () => {
  const leaveOut = [{ actor: 'Stranger Ltd Zzyzx', membership_id: null }];
  const made = await facilitator.post(`${path}/import`, wanted({ matches: leaveOut, missing: [labels[2]] }));
  assert.equal(made.status, 201, made.text);
  const wave = (await facilitator.get(`/api/waves/${made.body.id}`)).body;
  assert.deepEqual(
    [wave.state, wave.imported_from, wave.collected_on, wave.asked, wave.answered],
    ['closed', 'University of the West Indies, interviews', '2024-05-17', 28, 2],
  );
  assert.deepEqual(wave.questions.map((each: any) => each.key), ['know']);
  const network = (await facilitator.get(`/api/waves/${wave.id}/network`)).body;
  assert.equal(network.wave.imported_from, wave.imported_from);
  const ties = (await facilitator.get(`/api/waves/${wave.id}/ties.csv?question=know&purpose=facilitation`)).text;
  assert.equal(ties.trim().split('\r\n').filter((line: string) => labels.some((label) => line.includes(label))).length, 3);
});

test('an imported wave has no links and is not opened again', async () => {
  const leaveOut = [{ actor: 'Stranger Ltd Zzyzx', membership_id: null }];
  const made = await facilitator.post(`${path}/import`, wanted({ title: 'Again', matches: leaveOut }));
  assert.deepEqual((await facilitator.get(`/api/waves/${made.body.id}/links`)).body.items, []);
  const reopened = await facilitator.post(`/api/waves/${made.body.id}/reopen`);
  assert.deepEqual([reopened.status, reopened.body.reason], [409, 'is_imported']);
});

test('a list of ties without direction counts both ways, and files that cannot be read are told', async () => {
  const content = `from,to\n${labels[0]},${labels[1]}\n${labels[1]},${labels[2]}\n`;
  const preview = await facilitator.post(`${path}/import/preview`, wanted({ format: 'csv', content, is_undirected: true }));
  assert.equal(preview.body.ties, 4, preview.text);
  assert.equal((await facilitator.post(`${path}/import/preview`, wanted({ format: 'graphml' }))).status, 422);
});

test('only open questions, a source and a day that is past are taken', async () => {
  const codes = async (change: object) =>
    (await facilitator.post(`${path}/import/preview`, wanted(change))).body.errors.map(
      (each: any) => `${each.pointer} ${each.code}`,
    );
  assert.deepEqual(await codes({ question: 'sensitive' }), ['/question not_allowed']);
  assert.deepEqual(await codes({ question: 'communicate' }), ['/question not_allowed']);
  assert.deepEqual(await codes({ source: ' ' }), ['/source required']);
  assert.deepEqual(await codes({ collected_on: '2999-01-01' }), ['/collected_on in_future']);
});
