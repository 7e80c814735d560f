// SPDX-License-Identifier: Apache-2.0
// Somebody collects every figure that a role may see, over two waves, and works out what follows. No sealed answer, no
// answer for figures only and no withheld number may be among it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { draftWave, expect, waitForReplies } from '../permissions/survey.ts';
import { addAccount, followLink } from '../permissions/world.ts';
import { Attack, determined, type Cell, type Known, type Problem } from './problem.ts';

const answering = 10;
const agreeing = 6;
const leastGivers = 3;

/// What everybody says in one wave: whom each knows, and of those whom it talks to, shares with, works with, and meets
/// as a competitor.
type Said = Record<'know' | 'communicate' | 'sensitive' | 'worked_together' | 'competitor', number[][]>;

const rows = (list: (from: number) => number[]) => Array.from({ length: answering }, (_, from) => list(from));

/// Everybody knows four of those who answer and one who does not.
const known = rows((from) => [1, 2, 5, 7].map((step) => (from + step) % answering).concat(answering + (from % 6)));

/// Shared with some: nothing stands out.
const mixed: Said = {
  know: known,
  communicate: known.map((list, from) => list.filter((_, i) => (from + i) % 2 === 0)),
  sensitive: known.map((list, from) => list.filter((_, i) => (from * 3 + i) % 5 < 2)),
  worked_together: known.map((list) => list.slice(0, 3)),
  competitor: known.map((list, from) => list.slice(0, from % 3)),
};

/// Everybody shares with everybody it knows: a total would give all of it away.
const saturated: Said = {
  ...mixed,
  communicate: known,
  sensitive: known,
  competitor: known.map((list, from) => (from < 2 ? list.slice(0, 3) : [])),
};

let server: TestServer;
let facilitator: Client;
let waves: { id: string; said: Said; report: any; links: any[] }[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  waves = [];
  for (const [title, said] of [['First look', mixed], ['Second look', saturated]] as const)
    waves.push(await surveyed(cluster, title, said));
});
after(() => server?.stop());

/// Opens a wave, has it answered over the personal links, and freezes it.
async function surveyed(cluster: string, title: string, said: Said) {
  const { id } = await draftWave(facilitator, cluster, title);
  expect(await facilitator.post(`/api/waves/${id}/open`), 200);
  const wave = expect(await facilitator.get(`/api/waves/${id}`), 200);
  const links = expect(await facilitator.get(`/api/waves/${id}/links`), 200).items;
  for (let from = 0; from < answering; ++from) await answer(await followLink(server, links[from].url), wave, links, said, from);
  expect(await facilitator.post(`/api/waves/${id}/close`), 200);
  waitForReplies(server);
  expect(await facilitator.post(`/api/waves/${id}/freeze`), 200);
  return { id, said, report: expect(await facilitator.get(`/api/waves/${id}/network`), 200), links };
}

async function answer(client: Client, wave: any, links: any[], said: Said, from: number) {
  const question = (key: string) => wave.questions.find((each: any) => each.key === key).id;
  let sequence = 0;
  const source = () => ({ device: 'attack', sequence: ++sequence });
  expect(await client.put('/api/answer/consent', {
    consent: from < agreeing ? 'facilitator' : 'aggregate', consent_version: wave.consent_version, language: 'en', device: 'attack',
  }), 204);
  for (const key of ['know', 'communicate', 'worked_together'] as const)
    for (const to of said[key][from]!)
      expect(await client.put(`/api/answer/questions/${question(key)}/alters/${links[to].wave_member_id}`, { value: 1, ...source() }), 204);
  for (const key of ['sensitive', 'competitor'] as const)
    expect(await client.put(`/api/answer/questions/${question(key)}`, {
      state: 'answered', values: said[key][from]!.map((to) => ({ alter_id: links[to].wave_member_id, value: 1 })), ...source(),
    }), 204);
  expect(await client.post('/api/answer/finish'), 200);
}

const cellsOf = (lists: number[][]): Cell[] => lists.flatMap((list, from) => list.map((to) => ({ from, to })));
const gates = { sensitive: 'know', competitor: 'worked_together', communicate: 'know' } as const;
type Secret = keyof typeof gates;

/// What the facilitator knows of one question without any total: the roster, who answered, the open ties by name, and
/// the limited ones of who agreed.
function knownOf({ said, report, links }: any, key: Secret): Known {
  const place = new Map<string, number>(links.map((link: any, i: number) => [link.wave_member_id, i]));
  const country: string[] = [];
  for (const node of report.map.nodes) if (place.has(node.id)) country[place.get(node.id)!] = node.country_code;
  const tiesOf = (question: string): Cell[] =>
    report.map.ties
      .filter((tie: any) => tie.question === question)
      .map((tie: any) => ({ from: place.get(tie.from)!, to: place.get(tie.to)! }));
  const gate = tiesOf(gates[key]);
  assert.equal(gate.length, said[gates[key]].flat().length, 'the gate is known by name');
  const isSecret = ({ from }: Cell) => key !== 'communicate' || from >= agreeing;
  return {
    members: report.map.nodes.length, country, gate, answered: [...Array(answering).keys()],
    secret: gate.filter(isSecret), named: tiesOf(key),
  };
}

/// Of a limited question only what counts rows for figures only says anything of them.
const saysSomething = (question: any, figure: any) =>
  figure.value !== null && (question.sensitivity === 'sealed' || figure.n > question.named_rows);

/// Every figure of the question on the page of results.
function readEverything(attack: Attack, report: any, key: Secret) {
  const question = report.questions.find((each: any) => each.key === key);
  for (const figure of question.figures)
    if (saysSomething(question, figure)) attack.read(figure.id, figure.value, question.observed_rows);
  const step = report.funnel.find((each: any) => each.key === key);
  for (const id of ['ties', 'share', 'share_of_base'])
    if (step?.[id] != null && question.observed_rows > question.named_rows) attack.read(id, step[id], question.observed_rows);
  return question;
}

for (const look of [0, 1])
  for (const key of Object.keys(gates) as Secret[])
    test(`nothing of ${key} follows from wave ${look + 1}, not even for who answered it too`, () => {
      const wave = waves[look]!;
      for (const insider of [null, 0, answering - 1]) {
        const attack = new Attack(knownOf(wave, key));
        const question = readEverything(attack, wave.report, key);
        if (insider !== null) attack.knows(insider, wave.said[key][insider]!);
        if (question.shown !== 'hidden' && key !== 'communicate') attack.knowsTheRules(leastGivers);
        assert.deepEqual(determined(attack.problem), {}, `insider ${insider}`);
      }
    });

// The story, the timeline and the comparison are read beside the page of results: none of them tells more than it.
for (const look of [0, 1])
  for (const key of Object.keys(gates) as Secret[])
    test(`nothing of ${key} in wave ${look + 1} follows from every page together`, async () => {
      const wave = waves[look]!;
      const attack = new Attack(knownOf(wave, key));
      const question = readEverything(attack, wave.report, key);
      await readOtherPages(attack, wave, question);
      if (question.shown !== 'hidden' && key !== 'communicate') attack.knowsTheRules(leastGivers);
      assert.deepEqual(determined(attack.problem), {});
    });

/// Every figure of the question on the other pages of the facilitator; fails where there is one that no reading is for.
async function readOtherPages(attack: Attack, wave: any, question: any) {
  const path = (page: string) => `/api/waves/${wave.id}/${page}`;
  const rows = question.observed_rows;
  const { waves: told } = expect(await facilitator.get(path('timeline')), 200);
  const step = told.find(({ id }: any) => id === wave.id).steps.map((each: any) => each.step).find(({ key }: any) => key === question.key);
  for (const id of ['ties', 'share', 'share_of_base'])
    if (step?.[id] != null && rows > question.named_rows) attack.read(id, step[id], rows);
  const story = expect(await facilitator.get(path('story')), 200);
  if (question.key === 'competitor' && story.coopetition.ties !== null) attack.read('coopetition', story.coopetition.ties, rows);
  if (question.key === 'competitor' && story.coopetition.share !== null)
    attack.read('coopetition_share', story.coopetition.share, rows);
  const compared = await facilitator.get(path(`comparison?question=${question.key}`));
  const parts = [...story.tables, ...story.lists, ...story.strips].filter((each: any) => each.question === question.key);
  if (question.key === 'communicate') {
    for (const { n } of [...parts, story.regularity ?? { n: 0 }, compared.body]) assert.ok(n <= agreeing, 'answers by name only');
  } else {
    assert.deepEqual(parts, [], 'no table, list or range of a sealed question');
    assert.ok(compared.status !== 200 || compared.body.chance.length === 0);
  }
}

// A funder and a member put together what they have: the roster, who answered, even who knows whom, and the totals of
// both waves of the demonstration, where enough answered for totals to be shown.
test('readers of totals find no confidential tie, not even with a member and all open answers', async () => {
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const all = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items;
  for (const { id } of all) expect(await facilitator.put(`/api/waves/${id}/totals`), 204);
  const funder = await server.as('henrik@bluearc.example');
  const totals = expect(await funder.get(`/api/clusters/${cluster}/totals`), 200);
  let tried = 0;
  for (const wave of totals.waves.filter(({ withheld }: any) => !withheld)) {
    const report = expect(await facilitator.get(`/api/waves/${wave.id}/network`), 200);
    const place = new Map<string, number>(report.map.nodes.map(({ id }: any, i: number) => [id, i]));
    const know = report.map.ties.filter(({ question }: any) => question === 'know');
    const gate: Cell[] = know.map(({ from, to }: any) => ({ from: place.get(from)!, to: place.get(to)! }));
    const answered: number[] = report.map.nodes.flatMap((node: any, i: number) => (node.answered ? [i] : []));
    const country = report.map.nodes.map((node: any) => node.country_code);
    for (const key of ['communicate', 'sensitive']) {
      const step = wave.steps.find((each: any) => each.key === key);
      const shown = report.funnel.find((each: any) => each.key === key);
      if (shown.suppressed) assert.equal(step.share, null, 'what the facilitator is not shown nobody is');
      if (step.share === null) continue;
      const attack = new Attack({ members: report.map.nodes.length, country, answered, secret: gate, named: [], gate });
      for (const id of ['share', 'share_of_base'] as const)
        if (step[id] !== null) attack.readRounded(id, step[id], answered.length);
      attack.knows(answered[0]!, []);
      assert.deepEqual(determined(attack.problem), {}, `${key} of ${wave.title}`);
      tried += 1;
    }
  }
  assert.ok(tried >= 3, 'totals were shown, so that something was tried');
});

test('the public reads no figure of a confidential question, and none of these waves', async () => {
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const { waves: read } = expect(await server.client().get(`/api/clusters/${cluster}/public_figures`), 200);
  assert.ok(read.length > 0);
  for (const wave of read) {
    assert.ok(!['First look', 'Second look'].includes(wave.title), 'their consent said nothing of it');
    for (const { key } of [...wave.questions, ...wave.pictures.map(({ question }: any) => ({ key: question }))])
      assert.ok(['know', 'worked_together'].includes(key), key);
  }
});

test('something was published, so that something was tried', () => {
  const shown = (look: number, key: string) => waves[look]!.report.questions.find((each: any) => each.key === key);
  assert.equal(shown(0, 'sensitive').shown, 'aggregate');
  assert.equal(shown(0, 'competitor').shown, 'aggregate');
  assert.equal(shown(0, 'communicate').observed_rows, answering);
  assert.equal(shown(1, 'sensitive').hidden_reason, 'few_givers', 'a total of all that was offered');
  assert.equal(shown(1, 'communicate').observed_rows, agreeing, 'rows for figures only would be told by the rest');
});

// The same attack, against a server that forgot to withhold: it must find what stands there.
test('the attack succeeds where nothing is withheld', () => {
  for (const key of Object.keys(gates) as Secret[]) {
    const wave = waves[1]!;
    const attack = new Attack(knownOf(wave, key));
    const truth = cellsOf(wave.said[key]);
    attack.read('m', truth.length, answering);
    attack.read('ties_across_countries', acrossOf(wave, truth), answering);
    const secrets = attack.problem.secrets.length;
    const found = Object.keys(determined(attack.problem)).length;
    if (key === 'competitor') assert.equal(found, 0, 'six of thirty could be anywhere');
    else assert.equal(found, secrets, key);
  }
});

function acrossOf(wave: any, cells: Cell[]): number {
  const { country } = knownOf(wave, 'sensitive');
  return cells.filter(({ from, to }) => country[from] !== country[to]).length;
}

test('two waves tell no more together: nothing says what changed in a sealed question', async () => {
  for (const { id } of waves) {
    const change = expect(await facilitator.get(`/api/waves/${id}/change`), 200);
    for (const each of change.questions) assert.ok(!['sensitive', 'competitor'].includes(each.key), each.key);
  }
  const { questions } = expect(await facilitator.get(`/api/waves/${waves[1]!.id}/change`), 200);
  const communicate = questions.find((each: any) => each.key === 'communicate');
  assert.equal(communicate.respondents, agreeing, 'only rows by name are compared');
});

test('no file and no test has a sealed tie, or one for figures only', async () => {
  const [wave] = waves as [(typeof waves)[number]];
  for (const key of ['sensitive', 'competitor'] as const) {
    assert.equal((await facilitator.get(`/api/waves/${wave.id}/measures?question=${key}`)).status, 404, key);
    for (const purpose of ['facilitation', 'members'])
      assert.equal((await facilitator.get(`/api/waves/${wave.id}/ties.csv?question=${key}&purpose=${purpose}`)).status, 404, key);
  }
  const measures = expect(await facilitator.get(`/api/waves/${wave.id}/measures?question=communicate`), 200);
  assert.equal(measures.rows, agreeing, 'every other measure rests on rows by name');
  const { text } = await facilitator.get(`/api/waves/${wave.id}/ties.csv?question=communicate&purpose=facilitation`);
  assert.equal(text.trim().split('\r\n').length - 2, mixed.communicate.slice(0, agreeing).flat().length);
});

// Reports are for the board, the evaluator and whoever they hand them to: they hold what the page of results holds,
// and who answered only in groups.
test('a report holds no other total, and no withheld group follows from the rest', async () => {
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  let withheld = 0;
  for (const { id } of (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items) {
    const page = await facilitator.get(`/waves/${id}/report?audience=evaluator`, { headers: { accept: 'text/html' } });
    const { response } = expect(await facilitator.get(`/api/waves/${id}/network`), 200);
    const problem = responseProblem(groupsOf(page.text), response);
    withheld += problem.secrets.length;
    if (problem.secrets.length > 0) assert.deepEqual(determined(problem), {});
  }
  assert.ok(withheld >= 2, 'a number is withheld, and takes another along');
});

/// A reader of the report, who is not told who answered, knows the roster and the total.
function responseProblem(groups: { asked: number; answered: number | null }[], response: any): Problem {
  assert.equal(groups.reduce((sum, group) => sum + group.asked, 0), response.asked);
  const problem: Problem = { variables: {}, sums: [], secrets: [] };
  for (const [i, { asked, answered }] of groups.entries()) {
    problem.variables[`g${i}`] = answered === null ? [0, asked] : [answered, answered];
    if (answered === null) problem.secrets.push(`g${i}`);
  }
  const terms = Object.fromEntries(groups.map((_, i) => [`g${i}`, 1]));
  problem.sums.push({ terms, low: response.answered, high: response.answered });
  return problem;
}

function groupsOf(page: string): { asked: number; answered: number | null }[] {
  const section = page.slice(page.indexOf('Response by country'));
  const found = section.slice(0, section.indexOf('</table>')).matchAll(/<td>(\d+)<\/td><td>([^<]*)<\/td><\/tr>/g);
  return [...found].map(([, asked, answered]) => ({ asked: Number(asked), answered: /^\d+$/.test(answered!) ? Number(answered) : null }));
}

test('whoever is not the facilitator sees no total at all', async () => {
  const [wave] = waves as [(typeof waves)[number]];
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  addAccount(server, 'editor@test.example', 'regional_editor', 'platform', '');
  addAccount(server, 'research@test.example', 'researcher', 'cluster', cluster);
  addAccount(server, 'grenada@test.example', 'national', 'country', 'GD');
  addAccount(server, 'administrator@test.example', 'administrator', 'platform', '');
  const others = ['jodie@m21.example', 'francine@m27.example', 'editor@test.example', 'research@test.example',
    'grenada@test.example', 'administrator@test.example'];
  const paths = ['network', 'change', 'measures?question=know', 'report.pdf?audience=board', 'reports', 'exports', 'analyses',
    'network.csv?question=know&purpose=research', 'ties.csv?question=know&purpose=research'];
  const everybody = [server.client(), ...(await Promise.all(others.map((email) => server.as(email))))];
  for (const visitor of everybody)
    for (const path of paths) assert.equal((await visitor.get(`/api/waves/${wave.id}/${path}`)).status, 404, path);
});
