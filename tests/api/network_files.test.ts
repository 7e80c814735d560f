// SPDX-License-Identifier: Apache-2.0
// The network of a wave as files for other programs: under the rules of tables, with the waves before where there is room.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { answerCanaries, draftWave, expect, type Canaries } from '../permissions/survey.ts';

const formats = ['csv', 'matrix', 'graphml', 'gexf', 'pajek', 'dl', 'vna', 'json', 'rsiena'];

let server: TestServer;
let facilitator: Client;
let clusterId: string;
let canaries: Canaries;
let waves: any[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  clusterId = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  waves = (await facilitator.get(`/api/clusters/${clusterId}/waves`)).body.items;
  canaries = await answerCanaries(server, facilitator, (await draftWave(facilitator, clusterId, 'Taken out')).id);
  expect(await canaries.respondents[0]!.put('/api/answer/consent', {
    consent: 'facilitator', consent_version: canaries.wave.consent_version, language: 'en', device: 'canary', shares_with_members: true,
  }), 204);
});
after(() => server?.stop());

const idOf = (title: string) => waves.find((wave) => wave.title === title).id;
const take = (wave: string, format: string, question = 'know', purpose = 'facilitation') =>
  facilitator.get(`/api/waves/${wave}/network_file?question=${question}&purpose=${purpose}&format=${format}`);

/// A file whose stamp is put in: its text, and the text without that.
async function fileOf(format: string, question = 'know', purpose = 'facilitation') {
  const answer = await take(canaries.wave.id, format, question, purpose);
  assert.equal(answer.status, 200, answer.text);
  return answer;
}

test('each purpose has the ties of those who agreed to it', async () => {
  const ties = async (question: string, purpose: string) => (await fileOf('json', question, purpose)).body.edges.length;
  assert.equal(await ties('know', 'facilitation'), 27, 'nine members know three each');
  assert.equal(await ties('communicate', 'facilitation'), 6, 'six agreed to be named');
  assert.equal(await ties('know', 'members'), 3, 'one agreed to a map for members');
  assert.equal((await take(canaries.wave.id, 'json', 'communicate', 'members')).status, 404, 'no limited question for members');
  assert.equal((await take(canaries.wave.id, 'json', 'know', 'evaluation')).body.reason, 'export_by_name');
  assert.equal((await take(canaries.wave.id, 'json', 'know', 'research')).body.reason, 'research_not_approved');
});

test('no format holds a sealed question', async () => {
  for (const format of formats)
    for (const key of ['sensitive', 'competitor'])
      assert.equal((await take(canaries.wave.id, format, key)).status, 404, `${format} ${key}`);
});

test('members without ties stay, and silence is told from none', async () => {
  const { nodes } = (await fileOf('json')).body;
  assert.equal(nodes.length, canaries.wave.members.length);
  assert.equal(nodes.filter(({ answered }: any) => answered === 'yes').length, 9);
});

test('a file is stamped inside or beside its ties, and stands in the list by its format', async () => {
  const { body, text, headers } = await fileOf('json');
  for (const word of ['Taken out', '9 of 28 answered', 'Alana', 'for facilitation', 'unknown ties, not none'])
    assert.ok(body.note.includes(word), `${word} in ${body.note}`);
  const unstamped = '{' + text.slice(text.indexOf('"directed"'));
  assert.ok(body.note.includes(createHash('sha256').update(unstamped).digest('hex')), 'of what was written before the stamp');
  assert.match(headers.get('content-disposition')!, /Taken out know\.json/);
  const { items } = expect(await facilitator.get(`/api/waves/${canaries.wave.id}/exports`), 200);
  assert.deepEqual([items[0].content, items[0].format, items[0].question], ['ties', 'json', 'know']);
  assert.match((await fileOf('graphml')).text, /^<\?xml[^\n]*\n<!-- Konbit export/);
  assert.match((await fileOf('pajek')).text, /^% Konbit export/);
  for (const format of ['csv', 'matrix', 'dl', 'vna', 'rsiena']) {
    const packed = await fileOf(format);
    assert.deepEqual([packed.headers.get('content-type'), packed.text.slice(0, 2)], ['application/zip', 'PK'], format);
    assert.ok(packed.text.includes('about.txt'), format);
  }
});

test('a timeline holds the waves before, and each of them notes it', async () => {
  const later = idOf('After one year');
  const gexf = await take(later, 'gexf', 'communicate');
  assert.equal(gexf.status, 200, gexf.text);
  assert.match(gexf.text, /Wave 1: Baseline\.\nWave 2: After one year\./);
  assert.match(gexf.text, /Invented demonstration data/);
  assert.match(gexf.text, /<spell start="1" end="2"\/>/);
  for (const wave of [later, idOf('Baseline')]) {
    const { items } = expect(await facilitator.get(`/api/waves/${wave}/exports`), 200);
    assert.equal(items[0].format, 'gexf');
  }
  const first = await take(idOf('Baseline'), 'gexf', 'communicate');
  assert.match(first.text, /timerepresentation="interval" start="1" end="1"/);
});

test('what leaves comes in again', async () => {
  const content = (await fileOf('json')).text;
  const preview = expect(await facilitator.post(`/api/clusters/${clusterId}/waves/import/preview`, {
    title: 'Come back', question: 'know', source: 'Ourselves', collected_on: '2026-01-15', format: 'json', content,
  }), 200);
  assert.deepEqual([preview.ties, preview.undecided], [27, 0]);
});
