// SPDX-License-Identifier: Apache-2.0
// Somebody collects every figure that a role may see, over two waves, and works out what follows. No sealed answer, no
// answer for figures only and no withheld number may be among it.
import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { draftWave, expect, waitForReplies } from '../permissions/survey.ts';
import { addAccount, followLink } from '../permissions/world.ts';
import { Pages, type Look } from './pages.ts';
import { Attack, groupings, solved, type Cell, type Grouping, type Known, type Problem, type Solved } from './problem.ts';

const answering = 24;
const agreeing = 20;
const leastGivers = 3;

/// What everybody says in one wave: whom each knows, and of those whom it talks to, shares with, works with, and meets
/// as a competitor.
type Said = Record<'know' | 'communicate' | 'sensitive' | 'worked_together' | 'competitor', number[][]>;

const rows = (list: (from: number) => number[]) => Array.from({ length: answering }, (_, from) => list(from));

/// Everybody knows four of those who answer, two of them mutually, and two who do not.
const known = rows((from) => [
  ...[1, 5, 12, 23].map((step) => (from + step) % answering), answering + (from % 4), answering + ((from + 1) % 4),
]);

/// Shared with some: within countries and across, with who answers back and who cannot, there are ties and gaps of three.
const mixed: Said = {
  know: known,
  communicate: known.map((list, from) => list.filter((_, i) => (from + i) % 2 === 0)),
  sensitive: known.map((list, from) => list.filter((_, i) => (from * 3 + i * 2) % 5 < 3)),
  worked_together: known.map((list) => list.slice(0, 4)),
  competitor: known.map((list, from) => list.slice(0, from % 3)),
};

/// Everybody shares with everybody it knows: a total would give all of it away.
const saturated: Said = {
  ...mixed,
  communicate: known,
  sensitive: known,
  competitor: known.map((list, from) => (from < 2 ? list.slice(0, 3) : [])),
};

type Made = Look & { said: Said; links: any[] };

let server: TestServer;
let facilitator: Client;
let cluster: string;
/// The waves that are asked here, and all finished ones of the cluster with those of the demonstration.
let waves: Made[];
let looks: Look[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  looks = [];
  for (const { id, state } of expect(await facilitator.get(`/api/clusters/${cluster}/waves`), 200).items)
    if (['closed', 'frozen', 'published'].includes(state)) looks.push(await lookAt(id));
  looks.sort((a, b) => a.report.wave.title.localeCompare(b.report.wave.title));
  waves = [];
  for (const [title, said] of [['First look', mixed], ['Second look', saturated]] as const) waves.push(await surveyed(title, said));
  looks.push(...waves);
});
after(() => server?.stop());

/// Opens a wave, has it answered over the personal links, and freezes it.
async function surveyed(title: string, said: Said, gates: Record<string, string> = {}): Promise<Made> {
  const { id } = await draftWave(facilitator, cluster, title);
  regate(id, gates);
  expect(await facilitator.post(`/api/waves/${id}/open`), 200);
  const wave = expect(await facilitator.get(`/api/waves/${id}`), 200);
  const links = expect(await facilitator.get(`/api/waves/${id}/links`), 200).items;
  for (let from = 0; from < answering; ++from) await answer(await followLink(server, links[from].url), wave, links, said, from);
  expect(await facilitator.post(`/api/waves/${id}/close`), 200);
  waitForReplies(server);
  expect(await facilitator.post(`/api/waves/${id}/freeze`), 200);
  return { ...(await lookAt(id)), said, links };
}

/// Has questions of a draft offer whom others name, as was possible before the server refused it of such a gate.
function regate(id: string, gates: Record<string, string>) {
  for (const [key, gate] of Object.entries(gates))
    server.execute(`UPDATE wave_questions SET gate = '${gate}'
      WHERE wave_id = '${id}' AND question_id IN (SELECT id FROM questions WHERE key = '${key}')`);
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

/// What the facilitator knows without any total: the roster, who answered, the open ties by name, and the limited ones of
/// who agreed.
async function lookAt(id: string): Promise<Look> {
  const report = expect(await facilitator.get(`/api/waves/${id}/network`), 200);
  const { questions } = expect(await facilitator.get(`/api/waves/${id}`), 200);
  const { nodes, ties } = report.map;
  const place = new Map<string, number>(nodes.map((node: any, i: number) => [node.id, i]));
  const places = (which: (node: any) => boolean): number[] => [...nodes.keys()].filter((i) => which(nodes[i]));
  const tiesOf = (question: string): Cell[] =>
    ties.filter((tie: any) => tie.question === question).map((tie: any) => ({ from: place.get(tie.from)!, to: place.get(tie.to)! }));
  const groups = Object.fromEntries(groupings.map((grouping) => [grouping, nodes.map((node: any) => groupOf(node, grouping))]));
  const isOpen = (question: string) => questions.some(({ key, sensitivity }: any) => key === question && sensitivity === 'open');
  const knownOf = ({ key: question, gate: before }: any): Known => {
    if (!isOpen(before)) throw new Error(`the attack does not know whom ${question} was asked about`);
    const gate = tiesOf(before);
    const namedRows = places((node) => node.known_rows.includes(question));
    const later = questions.filter(({ key, gate }: any) => gate === question && isOpen(key)).map(({ key }: any) => key);
    const behind: Known['behind'] = Object.fromEntries(later.map((key: string) => [key, tiesOf(key)]));
    const isSecret = ({ from }: Cell) => !namedRows.includes(from);
    const told = toldBy(behind);
    return {
      id: `${report.wave.title} ${question}`.replaceAll(' ', '_'),
      members: nodes.length, actors: nodes.map(({ actor }: any) => actor), groups: groups as Known['groups'],
      answered: places((node) => node.answered), namedRows, gate, behind,
      secret: without(gate.filter(isSecret), told), named: [...tiesOf(question), ...told.filter(isSecret)],
    };
  };
  const confidential = questions.filter(({ sensitivity }: any) => sensitivity !== 'open');
  return { id, report, known: Object.fromEntries(confidential.map((each: any) => [each.key, knownOf(each)])) };
}

const without = (cells: Cell[], others: Cell[]) =>
  cells.filter(({ from, to }) => !others.some((each) => each.from === from && each.to === to));
/// Ties that follow from those of the open questions behind.
const toldBy = (behind: Known['behind']) =>
  Object.values(behind).reduce((all, cells) => [...all, ...without(cells, all)], [] as Cell[]);

/// What readers of totals know who have all open answers: no limited one by name.
const withoutNames = (known: Known): Known => {
  const told = toldBy(known.behind);
  return { ...known, named: told, secret: without(known.gate, told) };
};
const withoutAnyName = (look: Look): Look['known'] =>
  Object.fromEntries(Object.entries(look.known).map(([key, known]) => [key, withoutNames(known)]));

function groupOf(node: any, grouping: Grouping): string {
  if (grouping === 'country') return node.country_code;
  if (grouping !== 'side') return node[grouping] ?? '';
  if (['firm', 'cooperative'].includes(node.kind)) return 'firms';
  if (['academia', 'research'].includes(node.kind)) return 'knowledge';
  return node.kind === 'public_body' ? 'government' : 'support';
}

/// Every page of all waves that the facilitator may read, and what the rules say where figures are shown or hidden.
async function readEverything(attack: Attack) {
  for (const [i, look] of looks.entries()) {
    const get = async (page: string) => facilitator.get(`/api/waves/${look.id}/${page}`);
    const pages = new Pages(attack, look);
    pages.network(look.report);
    pages.story(expect(await get('story'), 200));
    pages.timeline(expect(await get('timeline'), 200));
    for (const question of Object.keys(look.known))
      pages.ofQuestion(question, await get(`comparison?question=${question}`), await get(`measures?question=${question}`));
    for (const before of looks.slice(0, i)) {
      const change = await get(`change?since=${before.id}`);
      if (change.status === 200) pages.change(change.body, before);
    }
    useTheRules(attack, look);
  }
}

function useTheRules(attack: Attack, look: Look) {
  for (const [question, known] of Object.entries(look.known)) {
    const found = questionOf(look, question);
    if (found.sensitivity !== 'sealed') continue;
    const isShown = (id: string) => found.figures.some((each: any) => each.id === id && each.value !== null);
    attack.withheldCells(known);
    if (found.shown === 'aggregate')
      attack.knowsTheRules(known, leastGivers, {
        across: isShown('ties_across_countries'), mutual: isShown('reciprocity_edgewise'),
      });
    else if (found.hidden_reason === 'few_givers') attack.knowsWhyHidden(known, leastGivers);
  }
}

const questionOf = (look: Look, question: string) => look.report.questions.find(({ key }: any) => key === question);
const everyKnown = () => looks.flatMap((look) => Object.values(look.known));

/// Nothing may be determined; what was not decided in time is told, and is no success.
function mustBeSafe(t: TestContext, { determined, undecided, programs, seconds }: Solved, secrets: number) {
  t.diagnostic(`${secrets} secrets, ${programs} programs, ${seconds} s, ${undecided.length} undecided${undecided.slice(0, 5).map((each) => `, ${each}`).join('')}`);
  assert.ok(secrets > 0, 'something was tried');
  assert.deepEqual(determined, {});
  assert.equal(undecided.length, 0, 'all were decided in time');
}

for (const insider of [null, 0, answering - 1])
  test(`nothing confidential follows from all pages of all waves together${insider === null ? '' : `, not even for member ${insider}`}`, async (t) => {
    const attack = new Attack(...everyKnown());
    await readEverything(attack);
    for (const { known, said } of waves)
      for (const [question, each] of Object.entries(known)) {
        const all = said[question as keyof Said];
        attack.startsFrom(each, all);
        if (insider !== null) attack.knows(each, insider, all[insider]!);
      }
    mustBeSafe(t, attack.solve(), attack.problem.secrets.length);
  });

// A funder and a member put together what they have: the roster, who answered, even who knows whom, the totals of all
// waves, and what everybody may read.
test('readers of totals find nothing confidential, not even with a member, all open answers and the public figures', async (t) => {
  for (const { id } of looks) expect(await facilitator.put(`/api/waves/${id}/totals`), 204);
  const funder = await server.as('henrik@bluearc.example');
  const totals = expect(await funder.get(`/api/clusters/${cluster}/totals`), 200);
  const figures = expect(await server.client().get(`/api/clusters/${cluster}/public_figures`), 200);
  const all = new Map(looks.map((look) => [look.id, withoutAnyName(look)]));
  const attack = new Attack(...[...all.values()].flatMap((known) => Object.values(known)));
  let tried = 0;
  for (const wave of totals.waves.filter(({ withheld }: any) => !withheld)) {
    const look = looks.find(({ id }) => id === wave.id)!;
    const known = all.get(look.id)!;
    const made = waves.find(({ id }) => id === look.id);
    if (made) for (const [key, each] of Object.entries(known)) attack.knows(each, 0, made.said[key as keyof Said][0]!);
    const pages = new Pages(attack, { ...look, known });
    pages.totals(wave.steps);
    for (const { key, base, share, share_of_base } of figures.waves.find(({ title }: any) => title === wave.title)?.questions ?? [])
      pages.totals([{ key, base, share, share_of_base }]);
    for (const table of wave.tables) assert.ok(['know', 'worked_together'].includes(table.question), table.question);
    tried += wave.steps.filter(({ key, share }: any) => key in known && share !== null).length;
    for (const step of wave.steps)
      if (look.report.funnel.find(({ key }: any) => key === step.key).suppressed) assert.equal(step.share, null, 'what the facilitator is not shown nobody is');
  }
  assert.ok(tried >= 3, 'totals were shown, so that something was tried');
  mustBeSafe(t, attack.solve(), attack.problem.secrets.length);
});

test('the public reads no figure of a confidential question, and none of these waves', async () => {
  const { waves: read } = expect(await server.client().get(`/api/clusters/${cluster}/public_figures`), 200);
  assert.ok(read.length > 0);
  for (const wave of read) {
    assert.ok(!['First look', 'Second look'].includes(wave.title), 'their consent said nothing of it');
    for (const { key } of [...wave.questions, ...wave.pictures.map(({ question }: any) => ({ key: question }))])
      assert.ok(['know', 'worked_together'].includes(key), key);
  }
});

// The same attack, against a server that forgot to withhold: it must find what stands there, of every kind.

/// Without any figure but those that are added: what the attack finds in them, and a page that withholds nothing.
function unprotected(question: 'communicate' | 'sensitive') {
  const known = waves.map((wave) => wave.known[question]) as [Known, Known];
  const said = waves.map((wave) => new Set(wave.said[question].flatMap((list, from) => list.map((to) => `${from} ${to}`))));
  const has = (i: number, from: number, to: number) => said[i]!.has(`${from} ${to}`);
  return { attack: new Attack(...known), first: known[0], second: known[1], has };
}

test('the attack succeeds where totals of everybody are shown', () => {
  for (const question of ['communicate', 'sensitive'] as const) {
    const { attack, second } = unprotected(question);
    attack.read(second, 'm', waves[1]!.said[question].flat().length, answering);
    assert.equal(Object.keys(attack.solve().determined).length, second.secret.length, question);
  }
});

test('the attack succeeds where it is told what changed between waves, though each wave keeps its secrets alone', () => {
  const { attack, first, second, has } = unprotected('sensitive');
  attack.read(first, 'm', waves[0]!.said.sensitive.flat().length, answering);
  attack.withheld(second, 'm');
  assert.deepEqual(attack.solve().determined, {});
  const cells = second.secret;
  const count = (was: boolean, is: boolean) => cells.filter(({ from, to }) => has(0, from, to) === was && has(1, from, to) === is).length;
  attack.readChange(first, second, answering, { kept: count(true, true), lost: count(true, false), gained: count(false, true), jaccard: null });
  const found = Object.keys(attack.solve().determined);
  assert.equal(found.filter((name) => name.startsWith(second.id)).length, cells.length, 'everything of the second wave');
});

test('the attack succeeds where a sealed question has tables, and finds a number that the page of results withholds', () => {
  for (const grouping of ['country', 'subsector', 'side'] as const) {
    const { attack, first, has } = unprotected('sensitive');
    const groups = [...new Set(first.groups[grouping])].filter((code) => code !== '').map((code) => ({ code }));
    const inside = (place: number, group: number) => first.groups[grouping][place] === groups[group]!.code;
    for (const from of groups.keys())
      for (const to of groups.keys()) {
        const ties = first.secret.filter((cell) => inside(cell.from, from) && inside(cell.to, to) && has(0, cell.from, cell.to)).length;
        attack.readCell(first, answering, grouping, groups, { from, to, ties });
      }
    attack.withheld(first, 'ties_across_countries');
    const found = Object.keys(attack.solve().determined);
    if (grouping === 'country') assert.deepEqual(found.filter((name) => name.startsWith('withheld')), [`withheld ${first.id} ties_across_countries`]);
    if (grouping === 'subsector') assert.ok(found.some((name) => name.startsWith(first.id)), 'a sealed answer');
  }
});

test('the attack succeeds where a group is withheld and the total is not', () => {
  const groups = [{ asked: 11, answered: 7 }, { asked: 9, answered: 5 }, { asked: 4, answered: null }];
  assert.deepEqual(solved(responseProblem(groups, { asked: 24, answered: 14 })).determined, { g2: 2 });
});

test('a figure that nobody told the attack how to read fails', () => {
  const attack = new Attack(...everyKnown());
  const [look] = waves as [Made];
  const pages = new Pages(attack, look);
  assert.throws(() => pages.network({ ...look.report, new_table: [] }), /does not know how to read new_table/);
  assert.throws(() => attack.read(look.known.sensitive!, 'triangles', 3, answering), /does not know how to read triangles/);
  assert.throws(() => attack.read(look.known.sensitive!, 'm', 3, answering - 1), /does not know the 23 rows/);
});

test('something was published, so that something was tried', async () => {
  const shown = (look: number, key: string) => questionOf(waves[look]!, key);
  assert.equal(shown(0, 'sensitive').shown, 'aggregate');
  assert.equal(shown(0, 'competitor').shown, 'aggregate');
  assert.equal(shown(0, 'communicate').observed_rows, answering);
  assert.equal(shown(1, 'sensitive').hidden_reason, 'few_givers', 'a total of all that was offered');
  assert.equal(shown(1, 'communicate').observed_rows, agreeing, 'rows for figures only would be told by the rest');
  const figures = shown(0, 'sensitive').figures.filter((each: any) => each.value !== null).map(({ id }: any) => id);
  assert.ok(figures.includes('ties_across_countries') && figures.includes('reciprocity_edgewise'), figures);
  for (const page of ['story', 'change']) {
    const { tables } = expect(await facilitator.get(`/api/waves/${waves[1]!.id}/${page}`), 200);
    const told = tables.filter(({ question, cells }: any) => question === 'communicate' && cells.length > 0);
    assert.ok(told.some(({ grouping }: any) => grouping === 'country') && told.length >= 2, page);
  }
});

const formats = ['csv', 'matrix', 'graphml', 'gexf', 'pajek', 'dl', 'vna', 'json', 'rsiena'];

// Who gets a file gets ties by name, and only those: what the facilitator knows without it.
test('no file has a sealed tie, or one for figures only', async () => {
  for (const { id, known } of waves) {
    const get = (file: string) => facilitator.get(`/api/waves/${id}/${file}`);
    for (const purpose of ['facilitation', 'evaluation', 'members'])
      for (const key of ['sensitive', 'competitor'] as const)
        for (const file of ['network.csv?', 'ties.csv?', ...formats.map((format) => `network_file?format=${format}&`)])
          assert.ok((await get(`${file}question=${key}&purpose=${purpose}`)).status >= 400, `${file} ${key}`);
    const named = known.communicate!.named.length;
    const text = async (file: string) => (await get(`${file}question=communicate&purpose=facilitation`)).text;
    assert.equal((await text('ties.csv?')).trim().split('\r\n').length - 2, named);
    assert.equal((await text('network_file?format=graphml&')).split('<edge ').length - 1, named);
    assert.equal(JSON.parse(await text('network_file?format=json&')).edges.length, named);
  }
});

test('guided analyses take no sealed question, and of others rows by name only', async () => {
  const [{ id }] = waves as [Made];
  const put = (body: object) => facilitator.post(`/api/waves/${id}/analyses`, body);
  const more: Record<string, object> = {
    alike: { beside: ['know'] }, explained: { beside: ['know'] }, within_groups: { likenesses: ['country'] },
    participation: { before: looks[0]!.id }, core: {}, small_world: {}, groups_differ: { likenesses: ['country'] },
    layered: { beside: ['know'] },
  };
  for (const [kind, rest] of Object.entries(more)) {
    for (const sealed of ['sensitive', 'competitor']) {
      assert.equal((await put({ kind, question: sealed, ...rest })).status, 422, `${kind} of ${sealed}`);
      assert.equal((await put({ kind, question: 'know', ...rest, beside: [sealed] })).status, 422, `${kind} beside ${sealed}`);
    }
    const made = await put({ kind, question: 'communicate', ...rest });
    if (made.status === 409) continue;
    let { body } = made;
    for (let tries = 0; body.state === 'waiting' && tries < 300; ++tries) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      body = expect(await facilitator.get(`/api/waves/${id}/analyses/${body.id}`), 200);
    }
    assert.equal(body.state, 'done', kind);
    assert.ok(body.result.members <= agreeing, kind);
  }
});

// Reports are for the board, the evaluator and whoever they hand them to: they hold what the page of results holds,
// and who answered only in groups.
test('a report holds no other total, and no withheld group follows from the rest', async (t) => {
  let withheld = 0;
  for (const { id } of (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items) {
    const page = await facilitator.get(`/waves/${id}/report?audience=evaluator`, { headers: { accept: 'text/html' } });
    const { response } = expect(await facilitator.get(`/api/waves/${id}/network`), 200);
    const problem = responseProblem(groupsOf(page.text), response);
    withheld += problem.secrets.length;
    if (problem.secrets.length > 0) mustBeSafe(t, solved(problem), problem.secrets.length);
  }
  assert.ok(withheld >= 2, 'a number is withheld, and takes another along');
});

/// Every number that the pages tell of a question.
async function numbersOf(look: Look, question: string): Promise<number[]> {
  const get = async (page: string) => (await facilitator.get(`/api/waves/${look.id}/${page}`)).body;
  const ofWaves = (await get('timeline')).waves.flatMap(({ steps }: any) => steps.map(({ step }: any) => step));
  const all: any[] = [look.report.questions, look.report.funnel, ofWaves, ...Object.values(await get('story')), ...Object.values(await get('change'))];
  const about = all.flat().filter((each) => each !== null && [each?.key, each?.question].includes(question));
  const leaves = (value: any): number[] =>
    typeof value === 'number' ? [value] : value !== null && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [];
  return leaves(about);
}

test('a report tells no number of a confidential question that no page tells', async () => {
  let tried = 0;
  for (const look of looks)
    for (const audience of ['evaluator', 'board']) {
      const { text } = await facilitator.get(`/waves/${look.id}/report?audience=${audience}`, { headers: { accept: 'text/html' } });
      for (const question of Object.keys(look.known)) {
        const told = await numbersOf(look, question);
        const name = questionNames[question];
        if (!name) throw new Error(`the attack does not know the name of ${question}`);
        // Tests rest on answers by name alone; what they may tell is tried with the guided analyses.
        for (const section of text.split('<h2>').slice(1).filter((each) => !each.startsWith('Tests that were run'))) {
          const lines = section.startsWith(name) ? [section] : section.split(/<\/tr>|<\/li>|<\/p>/).filter((line) => line.includes(name));
          for (const line of lines)
            for (const number of numbersIn(line.split(name).slice(1).join(' '))) {
              const isTold = told.some((each) => isShownAs(Math.abs(each), number));
              assert.ok(isTold, `${number.text} of ${question} in the ${audience}'s report of ${look.report.wave.title}: ${line}`);
              tried += 1;
            }
        }
      }
    }
  assert.ok(tried > 50, `${tried} numbers`);
});

const questionNames: Record<string, string> = {
  communicate: 'Communicate', sensitive: 'Share sensitive information', competitor: 'Work together as competitors',
};

type Shown = { text: string; value: number; half: number };

/// As it is, or in percent.
const isShownAs = (told: number, { value, half }: Shown) =>
  [told, told * 100].some((each) => Math.abs(each - value) <= half + 1e-9);

/// The numbers that stand in the cells of a table, or in a text, as rounded as they are and without their sign.
function numbersIn(html: string): Shown[] {
  const words = html.replace(/<svg.*?<\/svg>|<th.*?<\/th>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return [...words.matchAll(/(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w])/g)].map(([text]) => {
    const decimals = text.split('.')[1]?.length ?? 0;
    return { text, value: Number(text.replaceAll(',', '')), half: 0.5 / 10 ** decimals };
  });
}

/// A reader of the report, who is not told who answered, knows the roster and the total.
function responseProblem(groups: { asked: number; answered: number | null }[], response: any): Problem {
  assert.equal(groups.reduce((sum, group) => sum + group.asked, 0), response.asked);
  const problem: Problem = { variables: {}, sums: [], secrets: [], cells: [], start: {} };
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

// Everybody speaks with all six that it knows, and works with two of them: a third of what nobody may be told.
test('a limited question that is hidden does not follow from an open one behind it', async (t) => {
  const said = { ...saturated, worked_together: known.map((list) => list.slice(0, 2)), competitor: rows(() => []) };
  const made = await surveyed('Behind a limited question', said, { worked_together: 'communicate' });
  expect(await facilitator.put(`/api/waves/${made.id}/totals`), 204);
  const { waves: read } = expect(await (await server.as('henrik@bluearc.example')).get(`/api/clusters/${cluster}/totals`), 200);
  const { steps, withheld } = read.find(({ id }: any) => id === made.id);
  assert.equal(withheld, null);
  const step = (key: string) => steps.find((each: any) => each.key === key);
  assert.equal(step('communicate').hidden_reason, 'few_givers');
  assert.equal(step('worked_together').base, 'communicate');

  const look = { ...made, known: withoutAnyName(made) };
  const attack = new Attack(...Object.values(look.known));
  new Pages(attack, look).totals(steps);
  mustBeSafe(t, attack.solve(), attack.problem.secrets.length);

  const { communicate } = look.known as { communicate: Known };
  const careless = new Attack(communicate);
  new Pages(careless, look).totals([{ ...step('worked_together'), share_of_base: 0.33 }]);
  const found = Object.keys(careless.solve().determined).length;
  assert.ok(found >= agreeing * 4, `with the share of the base ${found} answers would follow`);
});
