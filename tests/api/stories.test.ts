// SPDX-License-Identifier: Apache-2.0
// What stands behind the five sentences of a wave, for whom, and what changed through the waves.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';

let server: TestServer;
let facilitator: Client;
let waves: any[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  waves = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items;
});
after(() => server?.stop());

const idOf = (title: string) => waves.find((wave) => wave.title === title).id;
const read = async (title: string, what: string, client = facilitator) =>
  client.get(`/api/waves/${idOf(title)}/${what}`);
const story = async (title: string) => (await read(title, 'story')).body;
const listsOf = (told: any, question: string) => told.lists.find((each: any) => each.question === question);

test('the story says who bridges the islands, from open questions', async () => {
  const known = listsOf(await story('After one year'), 'know');
  assert.equal(known.grouping, 'country');
  assert.deepEqual(
    known.bridges.map(({ label, contacts_across, is_facilitator }: any) => [label, contacts_across, is_facilitator]).slice(0, 2),
    [
      ['Enterprise Centre', 15, true],
      ['Concord Chocolate', 13, false],
    ],
  );
});

test('each of the five sentences has its grounds, with a range where members are silent', async () => {
  const told = await story('Baseline');
  assert.equal(told.grounds.length, 5);
  const density = told.grounds[1].evidence.find(({ id }: any) => id === 'density.know');
  assert.equal(density.value.toFixed(4), '0.4283');
  assert.equal(density.n, 22);
  assert.ok(density.low < density.value && density.value <= density.high, JSON.stringify(density));
});

// 90 of the 108 contacts are monthly or weekly; the 11 ties of competitors are among the 54 of working together.
test('contact monthly or more often, and competitors who collaborate, are counted', async () => {
  const [first, second] = [await story('Baseline'), await story('After one year')];
  assert.deepEqual([first.regularity.regularly, first.regularity.communicate], [90, 108]);
  assert.deepEqual([first.coopetition.ties, first.coopetition.reason], [null, 'few_givers']);
  assert.deepEqual([second.coopetition.ties, second.coopetition.share.toFixed(4)], [11, (11 / 54).toFixed(4)]);
});

test('without its office the first network fell into three pieces, the second into none', async () => {
  const pieces = (told: any) => told.without_facilitator.figures.find(({ id }: any) => id === 'pieces');
  assert.deepEqual([pieces(await story('Baseline')).with, pieces(await story('Baseline')).without], [1, 3]);
  assert.deepEqual(pieces(await story('After one year')).without, 1);
});

test('no table, strip or list is of a sealed question, and no group is smaller than five', async () => {
  for (const title of ['Baseline', 'After one year']) {
    const told = await story(title);
    const asked = [...told.tables, ...told.strips, ...told.lists].map(({ question }: any) => question);
    assert.ok(!asked.some((key) => ['sensitive', 'competitor', 'reliability', 'contribution'].includes(key)), asked.join());
    for (const table of told.tables) for (const group of table.groups) assert.ok(group.answered >= 5, JSON.stringify(group));
  }
});

// Acceptance: the change of Q2 on comparable cells, without the member who joined.
test('the change is told by groups, and sums to the change of all', async () => {
  const { questions, tables } = (await read('After one year', 'change')).body;
  const whole = questions.find(({ key }: any) => key === 'communicate');
  assert.deepEqual([whole.kept, whole.lost, whole.gained], [87, 21, 62]);
  const parts = tables.find(({ question, grouping }: any) => question === 'communicate' && grouping === 'country').cells;
  const sum = (what: string) => parts.reduce((all: number, cell: any) => all + cell[what], 0);
  assert.deepEqual([sum('kept'), sum('lost'), sum('gained')], [87, 21, 62]);
  assert.equal(sum('comparable'), whole.comparable);
});

test('a change is measured since any earlier wave, and since no other', async () => {
  const since = async (title: string, other: string) => read(title, `change?since=${idOf(other)}`);
  assert.equal((await since('After one year', 'Baseline')).body.turnover.since.title, 'Baseline');
  assert.equal((await since('Baseline', 'After one year')).status, 404);
  assert.equal((await read('Baseline', 'change')).body.turnover.since, null);
});

// Working together was asked about before the programme first, and under it later: no continuation.
test('the funnel through all waves says what each wave says, and where a question breaks', async () => {
  const { waves: points } = (await read('Baseline', 'timeline')).body;
  assert.deepEqual(
    points.map(({ title, answered, asked }: any) => [title, answered, asked]),
    [
      ['Baseline', 22, 27],
      ['After one year', 25, 28],
    ],
  );
  const stepsOf = (point: any, key: string) => point.steps.find(({ step }: any) => step.key === key);
  assert.equal(stepsOf(points[1], 'know').step.ties, 339);
  assert.deepEqual(stepsOf(points[1], 'know').breaks, []);
  assert.deepEqual(stepsOf(points[1], 'worked_together').breaks, ['wording']);
});

/// A cluster from elsewhere in which each of `size` members names the next `each`.
function importRing(name: string, size: number, each: number) {
  const [edges, nodes] = [join(server.folder, 'ring.csv'), join(server.folder, 'ring-nodes.csv')];
  const members = Array.from({ length: size }, (_, i) => i);
  const ties = members.flatMap((i) => Array.from({ length: each }, (_, k) => `${i},${(i + k + 1) % size}`));
  writeFileSync(edges, ['from,to', ...ties, ''].join('\n'));
  writeFileSync(nodes, ['id,name', ...members.map((i) => `${i},${name} ${i}`), ''].join('\n'));
  const options = ['--data', server.folder, '--name', name, '--country', 'GD', '--facilitator', 'alana@m10.example'];
  const made = server.command('import', 'network', edges, nodes, ...options);
  assert.equal(made.status, 0, made.stderr);
  return made.stdout.match(/waves\/([0-9a-f-]{36})/)![1]!;
}

// 339 ties of 25 answers are 13.56 a member; the rings give 1, 2 and 3.
test('other clusters are shown from three on, by contacts and not by density', async () => {
  const before = (await read('After one year', 'comparison')).body;
  assert.equal(before.chance.length, 4);
  assert.deepEqual([before.peers.clusters, before.peers.percentile], [0, null]);
  for (const [name, each] of [['One', 1], ['Two', 2], ['Three', 3]] as const) importRing(name, 8, each);
  const { peers } = (await read('After one year', 'comparison')).body;
  assert.equal(peers.value.toFixed(2), (339 / 25).toFixed(2));
  assert.deepEqual([peers.clusters, peers.percentile, peers.median], [3, 1, null]);
  assert.equal((await read('After one year', 'comparison?question=sensitive')).status, 404);
});

test('an imported ring has no facilitator, no groups, and says so', async () => {
  const wave = importRing('Ring', 6, 1);
  const told = (await facilitator.get(`/api/waves/${wave}/story`)).body;
  assert.equal(told.without_facilitator.reason, 'no_facilitator');
  assert.equal(told.lists[0].grouping, null);
  assert.ok(told.tables.every(({ cells, reason }: any) => cells.length === 0 && reason !== null));
  assert.deepEqual(told.unknowns.map(({ key }: any) => key), ['story.unknown.one_sided', 'story.unknown.said_only']);
});

test('what the story says is worded in every language', async () => {
  const told = [await story('Baseline'), await story('After one year')];
  const keys = told.flatMap(({ unknowns, grounds, without_facilitator }) => [
    ...unknowns.map(({ key }: any) => key),
    ...grounds.flatMap(({ evidence, caution }: any) => [
      ...evidence.map(({ id }: any) => `story.evidence.${id}`),
      ...(caution ? [`story.caution.${caution}`] : []),
    ]),
    ...without_facilitator.figures.map(({ id }: any) => `story.contrast.${id}`),
  ]);
  for (const language of ['en', 'es', 'fr']) {
    const texts = JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8'));
    for (const key of keys) assert.ok(key in texts, `${language} ${key}`);
  }
});

// A member, another support organization, the ministry, the funder: none of them finds the wave.
for (const email of ['jodie@m21.example', 'francine@m27.example', 'claudia@gd.example', 'henrik@bluearc.example', 'renata@region.example'])
  test(`${email} finds no story, change, timeline or comparison`, async () => {
    const client = await server.as(email);
    for (const what of ['story', 'change', 'timeline', 'comparison', 'network'])
      assert.equal((await read('Baseline', what, client)).status, 404, what);
  });
