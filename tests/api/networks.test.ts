// SPDX-License-Identifier: Apache-2.0
// The network of the demonstration waves, and one that was collected elsewhere.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let waves: any[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const clusterId = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  waves = (await facilitator.get(`/api/clusters/${clusterId}/waves`)).body.items;
});
after(() => server?.stop());

const idOf = (title: string) => waves.find((wave) => wave.title === title).id;
const network = async (title: string) => (await facilitator.get(`/api/waves/${idOf(title)}/network`)).body;
const figure = (report: any, key: string, id: string) =>
  report.questions.find((question: any) => question.key === key).figures.find((each: any) => each.id === id);

// The totals of the demonstration story.
test('the baseline says what its story says', async () => {
  const report = await network('Baseline');
  assert.equal(figure(report, 'communicate', 'density').value.toFixed(4), '0.1888');
  assert.equal(figure(report, 'communicate', 'articulation_points_undirected_count').value, 1);
  assert.equal(figure(report, 'communicate', 'ties_across_countries').value, 11);
  assert.equal(report.sentences.length, 5);
  assert.deepEqual(report.sentences[3].params.sizes, ['10', '9', '6']);
});

// All three later questions were asked about the 245 acquaintances.
test('every step of the funnel stands on its gate', async () => {
  const { funnel } = await network('Baseline');
  assert.deepEqual(
    funnel.map(({ key, base, ties, share_of_base }: any) => [key, base, ties, share_of_base?.toFixed(4) ?? null]),
    [
      ['know', null, 245, null],
      ['communicate', 'know', 108, (108 / 245).toFixed(4)],
      ['sensitive', 'know', 20, (20 / 245).toFixed(4)],
      ['worked_together', 'know', 24, (24 / 245).toFixed(4)],
    ],
  );
});

test('frozen results carry a hash that is worked out again', async () => {
  for (const title of ['Baseline', 'After one year']) {
    const { frozen } = await network(title);
    assert.match(frozen.results_sha256, /^[0-9a-f]{64}$/);
    assert.equal(frozen.is_intact, true);
  }
});

test('a year later the cluster holds without its office', async () => {
  const report = await network('After one year');
  assert.equal(figure(report, 'communicate', 'density').value.toFixed(4), '0.2474');
  assert.equal(report.sentences[3].key, 'network.sentence.without_facilitator.holds');
});

test('every sentence is worded in every language, with the parameters that it has', async () => {
  const { readFileSync } = await import('node:fs');
  const reports = [await network('Baseline'), await network('After one year')];
  for (const language of ['en', 'es', 'fr']) {
    const texts = JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8'));
    for (const { key, params } of reports.flatMap((report) => report.sentences)) {
      const missing = [...(texts[key] ?? assert.fail(key)).matchAll(/\{(\w+)\}/g)].filter(([, name]) => !(name in params));
      assert.deepEqual(missing, [], `${language} ${key}`);
    }
  }
});

test('few givers stay hidden, with the reason, and never as a number', async () => {
  const report = await network('Baseline');
  const competitor = report.questions.find((question: any) => question.key === 'competitor');
  assert.deepEqual([competitor.shown, competitor.hidden_reason], ['hidden', 'few_givers']);
  for (const each of competitor.figures) assert.deepEqual([each.value, each.suppressed], [null, true]);
  assert.equal(figure(report, 'sensitive', 'ties_across_countries').suppressed, true);
  assert.ok(!report.map.ties.some((tie: any) => ['sensitive', 'competitor'].includes(tie.question)));
});

test('members stand still on the map from wave to wave', async () => {
  const placesOf = (report: any) => new Map<string, string>(report.map.nodes.map((n: any) => [n.label, `${n.x} ${n.y}`]));
  const first = placesOf(await network('Baseline'));
  for (const [label, place] of placesOf(await network('After one year')))
    if (first.has(label)) assert.equal(first.get(label), place, label);
});

test('tables hold what the map holds, and sealed questions have none', async () => {
  const path = `/api/waves/${idOf('Baseline')}`;
  const ties = await facilitator.get(`${path}/ties.csv?question=worked_together&purpose=facilitation`);
  assert.match(ties.headers.get('content-type')!, /^text\/csv/);
  const [header, ...lines] = ties.text.trim().split('\r\n');
  const [rows, stamp] = [lines.slice(0, -1), lines.at(-1)!];
  assert.match(stamp, /^"?# Konbit export .*Baseline/);
  assert.equal(rows.length, 24);
  assert.match(header!, /,note$/);
  for (const row of rows) assert.match(row, /,Invented demonstration data$/);
  assert.equal((await facilitator.get(`${path}/network.csv?purpose=facilitation`)).text.trim().split('\r\n').length, 1 + 27 + 1, 'names, members, stamp');
  assert.equal((await facilitator.get(`${path}/ties.csv?question=sensitive&purpose=facilitation`)).status, 404);
});

test('nobody but the facilitator of the cluster opens its network', async () => {
  for (const email of ['jodie@m21.example', 'francine@m27.example', 'claudia@gd.example', 'henrik@bluearc.example'])
    assert.equal((await (await server.as(email)).get(`/api/waves/${idOf('Baseline')}/network`)).status, 404, email);
});

// Two mutual ties of three actors: 4 / 6.
test('a network from elsewhere opens as a closed wave', async () => {
  const edges = join(server.folder, 'edges.csv');
  const nodes = join(server.folder, 'nodes.csv');
  writeFileSync(edges, 'from,to\n1,2\n2,1\n2,3\n3,2\n');
  writeFileSync(nodes, 'id,name\n1,Patrol\n2,Red Cross\n3,Rangers\n');
  const options = ['--data', server.folder, '--name', 'Rescue', '--country', 'GD', '--facilitator', 'alana@m10.example'];
  const made = server.command('import', 'network', edges, nodes, ...options);
  assert.equal(made.status, 0, made.stderr);
  const wave = made.stdout.match(/waves\/([0-9a-f-]{36})/)![1];
  const report = (await facilitator.get(`/api/waves/${wave}/network`)).body;
  assert.equal(figure(report, 'know', 'density').value.toFixed(4), '0.6667');
  assert.equal(report.wave.state, 'closed');
  assert.equal(report.questions[0].relation, 'Rescue');
  const across = figure(report, 'know', 'ties_across_countries');
  assert.deepEqual([across.value, across.reason], [null, 'countries_unknown'], 'not known, not zero');
});

// Two ties of three pairs.
test('a network without directions is read as one', async () => {
  const [edges, nodes] = [join(server.folder, 'pairs.csv'), join(server.folder, 'nodes.csv')];
  writeFileSync(edges, 'from,to\n1,2\n3,2\n');
  const options = ['--data', server.folder, '--name', 'Pairs', '--country', 'GD', '--undirected', '--facilitator'];
  const made = server.command('import', 'network', edges, nodes, ...options, 'alana@m10.example');
  assert.equal(made.status, 0, made.stderr);
  const wave = made.stdout.match(/waves\/([0-9a-f-]{36})/)![1];
  const report = (await facilitator.get(`/api/waves/${wave}/network`)).body;
  const [density, reciprocity] = ['density', 'reciprocity_edgewise'].map((id) => figure(report, 'know', id).value);
  assert.deepEqual([density.toFixed(4), reciprocity], ['0.6667', 1]);
});

test('the next wave of an imported network asks all that every cluster is asked', async () => {
  const clusters = (await facilitator.get('/api/clusters?limit=100&mine=true')).body.items;
  const cluster = clusters.find((each: any) => each.name === 'Rescue').id;
  const [imported] = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items;
  const design = { title: 'Next', is_baseline: false, same_questions_as: imported.id };
  const made = await facilitator.post(`/api/clusters/${cluster}/waves`, design);
  assert.equal(made.status, 201, made.text);
  const keys = (await facilitator.get(`/api/waves/${made.body.id}`)).body.questions.map((each: any) => each.key);
  assert.deepEqual(keys, ['know', 'communicate', 'sensitive', 'worked_together', 'competitor']);
});

test('a network with a mistake is refused with file, row and column, and nothing is kept', async () => {
  const edges = join(server.folder, 'edges.csv');
  const nodes = join(server.folder, 'nodes.csv');
  writeFileSync(nodes, 'id,name\n1,Patrol\n2,Red Cross\n3,Rangers\n');
  const count = async () => (await facilitator.get('/api/clusters?limit=100&mine=true')).body.items.length;
  const before = await count();
  const run = (facilitator: string) =>
    server.command('import', 'network', edges, nodes, '--data', server.folder, '--name', 'X', '--country', 'GD', '--facilitator', facilitator);
  writeFileSync(edges, 'from,to\n1,2\n1,9\n');
  const unknown = run('alana@m10.example');
  assert.deepEqual([unknown.status, unknown.stderr], [2, `konbit: ${edges}: row 3, to: no member has this id ("9")\n`]);
  writeFileSync(edges, 'from,to\n1,2\n');
  const nobody = run('nobody@m10.example');
  assert.deepEqual([nobody.status, nobody.stderr], [2, 'konbit: there is no account nobody@m10.example\n']);
  assert.equal(await count(), before);
});

// Ties are counted in both directions: 2 for a mutual pair, 1 for one that a side names.
test('pairs of members who answered both times go from one state to another', async () => {
  const { body } = await facilitator.get(`/api/waves/${idOf('After one year')}/change`);
  const know = body.questions.find(({ key }: any) => key === 'know');
  const sum = (weigh: (each: any) => number) => know.pairs.reduce((all: number, each: any) => all + each.pairs * weigh(each), 0);
  const ties: Record<string, number> = { mutual: 2, asymmetric: 1, null: 0 };
  assert.equal(know.pairs.length, 9);
  assert.equal(sum(() => 1), (know.respondents * (know.respondents - 1)) / 2);
  assert.ok(sum(({ after }) => ties[after]!) > sum(({ before }) => ties[before]!), 'more know each other after a year');
});
