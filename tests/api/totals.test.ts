// SPDX-License-Identifier: Apache-2.0
// Totals that the facilitator released: what ministries, the regional team and funders read, and nobody else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let cluster: string;
let waves: any[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  waves = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items;
});
after(() => server?.stop());

const idOf = (title: string) => waves.find((wave) => wave.title === title).id;
/// Everybody signs in once: passwords are slow to try on purpose.
const readers = new Map<string, Client>();
async function totals(email: string) {
  if (!readers.has(email)) readers.set(email, await server.as(email));
  return readers.get(email)!.get(`/api/clusters/${cluster}/totals`);
}
const funder = 'henrik@bluearc.example';

test('before anything is released there are no totals', async () => {
  const read = await totals(funder);
  assert.equal(read.status, 200);
  assert.deepEqual(read.body.waves, []);
});

test('only the facilitator is told what could be released', async () => {
  const titles = (read: any) => read.body.waiting.map(({ title }: any) => title);
  assert.deepEqual(titles(await totals('alana@m10.example')), ['Baseline', 'After one year']);
  assert.deepEqual(titles(await totals(funder)), []);
});

test('once a wave is released its funder reads totals, in whole percent', async () => {
  assert.equal((await facilitator.put(`/api/waves/${idOf('After one year')}/totals`)).status, 204);
  assert.equal((await facilitator.put(`/api/waves/${idOf('After one year')}/totals`)).status, 204, 'again');
  const [wave, ...others] = (await totals(funder)).body.waves;
  assert.deepEqual(others, []);
  assert.deepEqual([wave.title, wave.answered, wave.asked], ['After one year', 25, 28]);
  assert.deepEqual(
    wave.steps.map(({ key, share }: any) => [key, share]),
    [
      ['know', 0.5],
      ['communicate', 0.25],
      ['sensitive', 0.07],
      ['worked_together', 0.08],
    ],
  );
});

test('totals hold no name, no count of ties, and no table of a limited or sealed question', async () => {
  const { text, body } = await totals(funder);
  const { map } = (await facilitator.get(`/api/waves/${idOf('After one year')}/network`)).body;
  for (const { label, id } of map.nodes) assert.ok(!text.includes(label) && !text.includes(id), label);
  assert.ok(!text.includes('"ties"'));
  const [wave] = body.waves;
  assert.deepEqual(wave.tables.map(({ question }: any) => question), ['know', 'worked_together']);
  for (const table of wave.tables) for (const group of table.groups) assert.ok(group.answered >= 5);
});

test('nobody else reads them: not a member, not another ministry, not the public', async () => {
  for (const email of ['renata@region.example', 'claudia@gd.example', 'alana@m10.example'])
    assert.equal((await totals(email)).status, 200, email);
  for (const email of ['jodie@m21.example', 'francine@m27.example', 'orville@bz.example'])
    assert.equal((await totals(email)).status, 404, email);
  assert.equal((await server.client().get(`/api/clusters/${cluster}/totals`)).status, 404);
});

// What a figure carries when it is saved, and the list in which that stands.
const sha256 = 'c0ffee'.repeat(10) + 'cafe';
const stamped = async (email: string, title = 'After one year', body: object = { sha256 }) => {
  if (!readers.has(email)) readers.set(email, await server.as(email));
  return readers.get(email)!.post(`/api/waves/${idOf(title)}/totals/exports?lang=fr`, body);
};

test('whoever reads the totals of a wave can take a figure out, stamped and listed', async () => {
  const taken = await stamped(funder);
  assert.equal(taken.status, 201, taken.text);
  const { name } = (await readers.get(funder)!.get('/api/session')).body.account;
  for (const word of [name, 'évaluation', 'totaux, personne par son nom', 'After one year', '25 sur 28 ont répondu (89', sha256])
    assert.ok(taken.body.stamp.includes(word), `${word} in ${taken.body.stamp}`);
  const { items } = (await facilitator.get(`/api/waves/${idOf('After one year')}/exports`)).body;
  assert.deepEqual([items[0].id, items[0].content, items[0].purpose, items[0].sha256], [taken.body.id, 'funnel', 'evaluation', sha256]);
  for (const email of ['renata@region.example', 'claudia@gd.example', 'alana@m10.example'])
    assert.equal((await stamped(email)).status, 201, email);
});

test('nothing is stamped of a wave that was not released, by others, or without a hash', async () => {
  assert.equal((await stamped(funder, 'Baseline')).status, 404, 'not released');
  for (const email of ['jodie@m21.example', 'francine@m27.example', 'orville@bz.example'])
    assert.equal((await stamped(email)).status, 404, email);
  assert.equal((await stamped(funder, 'After one year', {})).status, 422);
  assert.equal((await stamped(funder, 'After one year', { sha256: '=1+1' })).status, 422);
});

test('a consent that names readers lets nobody in by a role', async () => {
  const named = `INSERT INTO wave_readers (wave_id, names) VALUES ('${idOf('After one year')}', '["Ministry of Trade"]')`;
  server.execute(named);
  const [wave] = (await totals(funder)).body.waves;
  assert.deepEqual([wave.withheld, wave.steps, wave.tables], ['named_readers', [], []]);
  assert.deepEqual([(await stamped(funder)).status, (await stamped(funder)).body.reason], [409, 'totals_withheld']);
});

test('what was released is taken back', async () => {
  assert.equal((await facilitator.remove(`/api/waves/${idOf('After one year')}/totals`)).status, 204);
  assert.deepEqual((await totals(funder)).body.waves, []);
  assert.equal((await stamped(funder)).status, 404);
});

test('totals of a wave whose results may still change are not released', async () => {
  server.execute(`UPDATE waves SET state = 'closed' WHERE id = '${idOf('Baseline')}'`);
  const refused = await facilitator.put(`/api/waves/${idOf('Baseline')}/totals`);
  assert.deepEqual([refused.status, refused.body.reason ?? refused.body.detail], [409, 'wave_not_frozen']);
});
