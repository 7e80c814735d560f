// SPDX-License-Identifier: Apache-2.0
// Questions put to the network of the demonstration waves: worked out as a job, once for equal answers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let second: string;

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const clusterId = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const waves = (await facilitator.get(`/api/clusters/${clusterId}/waves`)).body.items;
  second = waves.find((wave: any) => wave.title === 'After one year').id;
});
after(() => server?.stop());

const put = (body: object) => facilitator.post(`/api/waves/${second}/analyses`, body);

async function answered(analysis: any): Promise<any> {
  for (let tries = 0; tries < 600; ++tries) {
    const { body } = await facilitator.get(`/api/waves/${second}/analyses/${analysis.id}`);
    if (body.state !== 'waiting') return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail('still waiting');
}

test('what can be asked leaves sealed questions out', async () => {
  const { body } = await facilitator.get(`/api/waves/${second}/analyses`);
  assert.deepEqual(body.questions, ['know', 'communicate', 'worked_together']);
  assert.deepEqual(body.earlier.map(({ title }: any) => title), ['Baseline']);
  assert.ok(body.likenesses.includes('country'));
});

test('a question is worked out by a job, and equal answers are not asked twice', async () => {
  const asked = { kind: 'alike', question: 'communicate', beside: ['worked_together'] };
  const first = await put(asked);
  assert.equal(first.status, 201);
  const done = await answered(first.body);
  assert.equal(done.state, 'done');
  assert.equal(done.result.verdict, 'more');
  assert.ok(done.result.members >= 20, String(done.result.members));
  assert.equal(done.result.pairs, done.result.members * (done.result.members - 1));
  assert.ok(done.result.test.p_ge < 0.01);
  assert.equal(done.is_current, true);
  const again = await put(asked);
  assert.equal(again.body.id, done.id);
  assert.deepEqual(again.body.result, done.result);
});

test('a result leaves the server without what only its job needs', async () => {
  const { body } = await facilitator.get(`/api/waves/${second}/analyses`);
  assert.ok(!JSON.stringify(body).includes('job_id'));
});

test('each kind answers in a sentence that every language has', async () => {
  const asked = [
    { kind: 'within_groups', question: 'communicate', likenesses: ['country'] },
    { kind: 'groups_differ', question: 'communicate', likenesses: ['country'] },
    { kind: 'core', question: 'communicate' },
    { kind: 'small_world', question: 'communicate' },
    { kind: 'layered', question: 'know', beside: ['communicate', 'worked_together'] },
    { kind: 'explained', question: 'communicate', before: (await facilitator.get(`/api/waves/${second}/analyses`)).body.earlier[0].id },
    { kind: 'explained', question: 'communicate', beside: ['worked_together'], likenesses: ['country', 'subsector'] },
  ];
  const texts = ['en', 'es', 'fr'].map((language) =>
    JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8')),
  );
  for (const each of asked) {
    const done = await answered((await put(each)).body);
    assert.equal(done.state, 'done', JSON.stringify(done));
    for (const text of texts) {
      assert.ok(text[`analysis.${each.kind}.${done.result.verdict}`]);
      assert.ok(text[`analysis.kind.${each.kind}`] && text[`analysis.methods.${each.kind}`] && text[`analysis.compared.${each.kind}`]);
      for (const caution of done.result.cautions) assert.ok(text[`analysis.caution.${caution}`], caution);
    }
  }
});

test('groups and layers have their tables', async () => {
  const groups = await answered((await put({ kind: 'groups_differ', question: 'communicate', likenesses: ['country'] })).body);
  const possible = groups.result.groups.reduce((sum: number, cell: any) => sum + cell.possible, 0);
  assert.equal(possible, groups.result.pairs, 'every pair stands in one cell');
  const layered = await answered((await put({ kind: 'layered', question: 'know', beside: ['communicate', 'worked_together'] })).body);
  assert.deepEqual(layered.result.layers.map(({ one, other }: any) => `${one} ${other}`), [
    'know communicate',
    'know worked_together',
    'communicate worked_together',
  ]);
  assert.ok(layered.result.signatures.every(({ questions }: any) => questions.length > 0));
});

test('a refused question says which part of it, and why', async () => {
  const pointers = async (body: object) => {
    const answer = await put(body);
    return [answer.status, answer.body.reason, ...answer.body.errors.map((each: any) => `${each.pointer} ${each.code}`)];
  };
  assert.deepEqual(await pointers({ kind: 'alike', question: 'know', beside: ['sensitive'] }), [422, 'invalid', '/beside sealed']);
  assert.deepEqual(await pointers({ kind: 'alike', question: 'know' }), [422, 'invalid', '/beside one_needed']);
  assert.deepEqual(await pointers({ kind: 'participation', question: 'know', before: second }), [
    422,
    'invalid',
    '/before not_allowed',
  ]);
});

test('what is worked out can no longer be stopped', async () => {
  const { body } = await facilitator.get(`/api/waves/${second}/analyses`);
  const answer = await facilitator.post(`/api/waves/${second}/analyses/${body.items[0].id}/cancel`, {});
  assert.deepEqual([answer.status, answer.body.reason], [409, 'analysis_finished']);
});

test('every measure says in every language what it answers and how to read it', async () => {
  const { body, status } = await facilitator.get(`/api/waves/${second}/measures?question=know`);
  assert.equal(status, 200);
  assert.ok(body.graph.length > 60 && body.nodes.length > 40, `${body.graph.length} and ${body.nodes.length}`);
  const pages = new Set(['key_players', ...[...body.graph, ...body.nodes].map(({ page }: any) => page)]);
  assert.ok(pages.has('layers'), 'mean_layers');
  const sizes = ({ key_players }: any, goal: string) =>
    key_players.filter((each: any) => each.goal === goal).map(({ members }: any) => members.length);
  assert.deepEqual(sizes(body, 'reach'), [1, 2]);
  assert.deepEqual(sizes(body, 'fragmentation'), [], 'nobody is needed to hold the others together');
  const five = await facilitator.get(`/api/waves/${second}/measures?question=know&key_players=5`);
  assert.deepEqual(sizes(five.body, 'reach'), [1, 2, 3, 4, 5]);
  assert.equal((await facilitator.get(`/api/waves/${second}/measures?question=know&key_players=6`)).status, 422);
  for (const language of ['en', 'es', 'fr']) {
    const texts = JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8'));
    for (const page of pages) assert.ok(texts[`measure.of.${page}`] && texts[`measure.reading.${page}`], page as string);
    for (const { id } of body.nodes) assert.ok(texts[`measure.name.${id}`], id);
  }
  for (const page of pages) {
    const { status: found, text } = await facilitator.get(`/measures/${page}`);
    assert.ok(found === 200 && text.includes('Formula') && !text.includes('**'), page as string);
  }
});

test('the page of a measure speaks the language of its reader', async () => {
  const said = { en: /<main[^>]* lang="en".*Question\./s, es: /<main[^>]* lang="es".*Pregunta\./s, fr: /<main[^>]* lang="fr".*Question\./s };
  for (const [language, words] of Object.entries(said))
    for (const path of ['/measures/degree', '/measures']) {
      const { status, text } = await facilitator.get(path, { headers: { accept: 'text/html', 'accept-language': language } });
      assert.ok(status === 200 && text.includes(`lang="${language}"`), `${path} ${language}`);
      if (path !== '/measures') assert.match(text, words);
    }
  assert.equal((await facilitator.get('/measures/es%2Fdegree')).status, 400, 'a slash within a name');
});

test('measures of groups follow the grouping that is chosen', async () => {
  const measures = async (grouping: string) => (await facilitator.get(`/api/waves/${second}/measures?question=know${grouping}`)).body;
  const [first, lines] = [await measures(''), await measures('&grouping=subsector')];
  assert.equal(first.grouping, 'country');
  assert.ok(first.groupings.includes('subsector') && first.groupings.includes('side'), String(first.groupings));
  assert.equal(lines.grouping, 'subsector');
  const value = ({ graph }: any, id: string) => graph.find((each: any) => each.id === id).value;
  for (const id of ['ei_index_ties', 'gf_total_b_O', 'gf_expected_total_b_O', 'gf_z_total_b_O', 'density_within_groups'])
    assert.notEqual(value(first, id), value(lines, id), id);
  assert.equal(value(first, 'density'), value(lines, 'density'));
  // Ties inside groups, of those between members who answered, as shares of what the table of groups holds.
  for (const { mixing, graph } of [first, lines]) {
    const inside = mixing.filter(({ from, to }: any) => from === to);
    const sum = (key: string) => inside.reduce((total: number, each: any) => total + each[key], 0);
    const density = graph.find(({ id }: any) => id === 'density_within_groups').value;
    assert.ok(Math.abs(sum('ties') / sum('possible') - density) < 1e-9, `${sum('ties')} of ${sum('possible')}, ${density}`);
  }
  assert.equal((await facilitator.get(`/api/waves/${second}/measures?grouping=wealth`)).status, 422);
});

test('a sealed question has no measures beyond the figures of the network page', async () => {
  const { status, body } = await facilitator.get(`/api/waves/${second}/measures?question=sensitive`);
  assert.deepEqual([status, body.reason], [404, 'question']);
});
