// SPDX-License-Identifier: Apache-2.0
// Figures of a network for everybody: said in the consent of a draft, released by the facilitator once results are
// final, and a part of what readers of totals have.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { answerCanaries, draftWave, expect } from '../permissions/survey.ts';

let server: TestServer;
let facilitator: Client;
let visitor: Client;
let cluster: any;
let waves: any[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  visitor = server.client();
  const id = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  cluster = (await facilitator.get(`/api/clusters/${id}`)).body;
  waves = (await facilitator.get(`/api/clusters/${id}/waves`)).body.items;
});
after(() => server?.stop());

const idOf = (title: string) => waves.find((wave) => wave.title === title).id;
const figures = async (client: Client = visitor) =>
  expect(await client.get(`/api/clusters/${cluster.id}/public_figures`), 200);
const page = (path = '', language = 'en') =>
  visitor.get(`/clusters/${cluster.slug}/network${path}?lang=${language}`, { headers: { accept: 'text/html' } });

// 245 and 24 of 22 * 26, 339 and 54 of 25 * 27 possible ties.
test('everybody reads open questions of the released waves, in whole percent', async () => {
  const { waves: read, cluster_name } = await figures();
  assert.equal(cluster_name, cluster.name);
  assert.deepEqual(
    read.map((wave: any) => [wave.title, wave.answered, wave.asked, wave.questions.map(({ key, share }: any) => [key, share])]),
    [
      ['Baseline', 22, 27, [['know', 0.43], ['worked_together', 0.04]]],
      ['After one year', 25, 28, [['know', 0.5], ['worked_together', 0.08]]],
    ],
  );
  for (const wave of read)
    for (const { share, share_low, share_high } of wave.questions) {
      assert.ok(share_low <= share && share <= share_high);
      for (const value of [share, share_low, share_high]) assert.equal(value, Math.round(value * 100) / 100);
    }
});

test('nobody is named, no tie is counted, and no group is smaller than ten', async () => {
  const read = await visitor.get(`/api/clusters/${cluster.id}/public_figures`);
  const { map } = (await facilitator.get(`/api/waves/${idOf('After one year')}/network`)).body;
  const { text } = await page();
  for (const { label, id } of map.nodes)
    for (const shown of [read.text, text]) assert.ok(!shown.includes(label) && !shown.includes(id), label);
  for (const key of ['communicate', 'sensitive', 'competitor', '"ties"']) assert.ok(!read.text.includes(key), key);
  const pictures = read.body.waves.flatMap((wave: any) => wave.pictures);
  assert.ok(pictures.length > 0);
  for (const { groups } of pictures) for (const group of groups) assert.ok(group.members >= 10 && !('answered' in group));
});

// Two readers who lay what they have side by side learn nothing: the one has a part of the other's.
test('the public reads nothing that readers of totals do not', async () => {
  const funder = await server.as('henrik@bluearc.example');
  for (const title of ['Baseline', 'After one year']) expect(await facilitator.put(`/api/waves/${idOf(title)}/totals`), 204);
  const totals = expect(await funder.get(`/api/clusters/${cluster.id}/totals`), 200);
  for (const wave of (await figures()).waves) {
    const known = totals.waves.find((each: any) => each.title === wave.title);
    for (const { key, share, share_of_base } of wave.questions) {
      const step = known.steps.find((each: any) => each.key === key);
      assert.equal(share, step.share, key);
      if (share_of_base !== null) assert.equal(share_of_base, step.share_of_base, key);
    }
  }
  for (const title of ['Baseline', 'After one year']) expect(await facilitator.remove(`/api/waves/${idOf(title)}/totals`), 204);
});

test('the page is written in three languages, needs no script, and is light', async () => {
  for (const [language, title] of [['en', 'The network in figures'], ['es', 'La red en cifras'], ['fr', 'Le réseau en chiffres']]) {
    const { status, text } = await page('', language);
    assert.equal(status, 200);
    assert.ok(text.includes(`<h1>${title}</h1>`), language);
    assert.ok(!text.includes('public_figures.'), language);
    assert.ok(text.length < 40 * 1024);
  }
  const profile = await visitor.get(`/clusters/${cluster.slug}`, { headers: { accept: 'text/html' } });
  assert.ok(profile.text.includes(`/clusters/${cluster.slug}/network`));
  const { text } = await page('.csv');
  assert.ok(text.startsWith('wave,opened_on,members,asked,answered,question,share'), text.slice(0, 80));
  assert.equal(text.trim().split('\r\n').length, 1 + 4);
});

test('another site shows the picture in a frame', async () => {
  const { status, text, headers } = await visitor.get(`/embed/clusters/${cluster.slug}/network`, { headers: { accept: 'text/html' } });
  assert.equal(status, 200);
  assert.ok(headers.get('content-security-policy')!.includes('frame-ancestors *'));
  assert.ok(text.includes('<svg') && !text.includes('<script'));
});

test('a data set is described for search engines, unless it is invented', async () => {
  assert.ok(!(await page()).text.includes('"Dataset"'));
  server.execute(`UPDATE clusters SET is_demo = FALSE WHERE id = '${cluster.id}'`);
  const { text } = await page();
  assert.ok(text.includes('"@type":"Dataset"') && text.includes(`${cluster.slug}/network.csv`));
  server.execute(`UPDATE clusters SET is_demo = TRUE WHERE id = '${cluster.id}'`);
});

test('a wave comes to the public by its consent only', async () => {
  const draft = await draftWave(facilitator, cluster.id, 'For everybody');
  const path = `/api/waves/${draft.id}/public_figures`;
  assert.deepEqual(expect(await facilitator.get(path), 200), { is_announced: false, released_at: null, withheld: null });
  assert.equal((await facilitator.put(path)).body.reason, 'not_announced');
  assert.equal(expect(await facilitator.put(`${path}/announcement`), 200).is_announced, true);
  assert.equal((await facilitator.put(path)).body.reason, 'wave_not_frozen');
  const { respondents } = await answerCanaries(server, facilitator, draft.id);
  assert.equal(expect(await respondents[0]!.get('/api/answer'), 200).consent.has_public_totals, true);
  const told = await visitor.get(`/waves/${draft.id}/who-sees-what`, { headers: { accept: 'text/html' } });
  assert.equal(told.status, 404, 'that page is for those who are asked');
});

test('what members agreed to cannot be widened afterwards, only narrowed', async () => {
  const draft = await draftWave(facilitator, cluster.id, 'Not for everybody');
  const path = `/api/waves/${draft.id}/public_figures`;
  const { respondents } = await answerCanaries(server, facilitator, draft.id);
  assert.equal(expect(await respondents[0]!.get('/api/answer'), 200).consent.has_public_totals, false);
  assert.equal((await facilitator.put(`${path}/announcement`)).body.reason, 'consent_stands');
  assert.equal(expect(await facilitator.remove(`/api/waves/${idOf('Baseline')}/public_figures/announcement`), 200).is_announced, false);
  assert.deepEqual((await figures()).waves.map(({ title }: any) => title), ['After one year']);
});

test('what was released is taken back, and closes for good once answers are taken out', async () => {
  const wave = idOf('After one year');
  expect(await facilitator.remove(`/api/waves/${wave}/public_figures`), 200);
  assert.deepEqual((await figures()).waves, []);
  assert.equal((await page()).status, 404);
  expect(await facilitator.put(`/api/waves/${wave}/public_figures`), 200);
  assert.equal((await figures()).waves.length, 1);
  const releaseFor = (cause: string) =>
    server.execute(`INSERT INTO wave_releases (id, wave_id, cause, former_sha256, results_sha256, engine_version, released_at)
      VALUES ('${randomUUID()}', '${wave}', '${cause}', '', '', '1', 1)`);
  releaseFor('new_key');
  assert.equal((await figures()).waves.length, 1, 'the same answers, sealed anew');
  assert.equal(expect(await facilitator.get(`/api/waves/${wave}/public_figures`), 200).withheld, null);
  releaseFor('withdrawal');
  assert.equal(expect(await facilitator.get(`/api/waves/${wave}/public_figures`), 200).withheld, 'answers_withdrawn');
  assert.deepEqual((await figures()).waves, []);
  assert.equal((await page()).status, 404);
});
