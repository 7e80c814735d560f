// SPDX-License-Identifier: Apache-2.0
// A wave told on paper: for the board on two pages, for the evaluator with every table; nobody by name, and stamped.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pagesOfPdf } from '../documents.ts';
import { TestServer, type Client } from '../harness.ts';
import { expect } from '../permissions/survey.ts';

let server: TestServer;
let facilitator: Client;
let clusterId: string;
let waves: any[];

before(async () => {
  server = await TestServer.start();
  facilitator = await server.as('alana@m10.example');
  clusterId = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  waves = (await facilitator.get(`/api/clusters/${clusterId}/waves`)).body.items;
});
after(() => server?.stop());

const idOf = (title: string) => waves.find((wave) => wave.title === title).id;

/// A report as a file.
async function fileOf(title: string, query: string): Promise<Buffer> {
  const { status, headers, bytes } = await facilitator.get(`/api/waves/${idOf(title)}/report.pdf?${query}`);
  assert.equal(status, 200);
  assert.equal(headers.get('content-type'), 'application/pdf');
  return bytes;
}

/// The pages of a report as text, one entry each.
async function pagesOf(title: string, query: string): Promise<string[]> {
  return pagesOfPdf(await fileOf(title, query)).filter((page) => page.trim()).map((page) => page.replace(/\s+/g, ' '));
}

const printed = async (title: string, query: string) =>
  facilitator.get(`/waves/${idOf(title)}/report?${query}`, { headers: { accept: 'text/html' } });

/// Every respondent agrees to a map for members, or takes that back.
const agreeToTheMap = (title: string, agrees = true) =>
  server.execute(`UPDATE respondents SET shares_with_members = ${agrees} WHERE wave_id = '${idOf(title)}' AND consent IS NOT NULL`);

/// Names of members on the roster, as they stand on maps.
async function labels(title: string): Promise<string[]> {
  const { map } = expect(await facilitator.get(`/api/waves/${idOf(title)}/network`), 200);
  return map.nodes.map((node: any) => node.label);
}

test('the board gets two pages, in each language', async () => {
  agreeToTheMap('After one year');
  const titles = { en: 'Report for the board', es: 'Informe para la junta directiva', fr: 'Rapport pour le conseil' };
  for (const [language, title] of Object.entries(titles)) {
    const pages = await pagesOf('After one year', `audience=board&language=${language}`);
    assert.equal(pages.length, 2, language);
    assert.ok(pages[0]!.includes(title), pages[0]);
    for (const [i, page] of pages.entries()) assert.match(page, new RegExp(`${i + 1} ?/ ?2`));
  }
  assert.equal((await facilitator.get(`/api/waves/${idOf('Baseline')}/report.pdf?audience=board&language=de`)).status, 422);
});

test('nobody stands in a report by name', async () => {
  for (const title of ['Baseline', 'After one year']) {
    const names = await labels(title);
    for (const audience of ['board', 'evaluator']) {
      const text = (await pagesOf(title, `audience=${audience}`)).join(' ') + (await printed(title, `audience=${audience}`)).text;
      for (const name of names) assert.ok(!text.includes(name), `${name} in the report for the ${audience}`);
    }
  }
});

test('every page says who took it out, when, for what, under which consent, how many answered and what it hashes to', async () => {
  const { frozen, response } = (await facilitator.get(`/api/waves/${idOf('Baseline')}/network`)).body;
  for (const page of await pagesOf('Baseline', 'audience=evaluator'))
    for (const word of ['Alana', 'evaluation of the programme', 'nobody by name', `${response.answered} of ${response.asked}`, frozen.results_sha256])
      assert.ok(page.includes(word), `${word} on ${page.slice(-400)}`);
});

test('the evaluator reads the wording of every question, response by group, how missing answers are handled, and sources', async () => {
  const text = (await pagesOf('Baseline', 'audience=evaluator')).join(' ');
  const { questions } = (await facilitator.get(`/api/waves/${idOf('Baseline')}`)).body;
  for (const { wording } of questions) assert.ok(text.includes(wording.en.slice(0, 20)), wording.en);
  for (const word of ['Response by country', 'Missing is not zero', 'doi:10.2307/2786835', 'docs/metrics/density.md'])
    assert.ok(text.includes(word), word);
});

/// The rows of a table on the page to print, by the title above it.
function tableOf(page: string, title: string): string[][] {
  const section = page.slice(page.indexOf(`<h2>${title}`));
  const table = section.slice(0, section.indexOf('</section>'));
  const cells = (row: string) => [...row.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, cell]) => cell!.replace(/&lt;/g, '<'));
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row]) => cells(row!));
}
const textOf = (page: string) => page.replace(/&#39;/g, "'").replace(/&amp;/g, '&');

test('the evaluator reads from group to group what the page of results has, in whole percent and with the E-I index', async () => {
  const page = textOf((await printed('After one year', 'audience=evaluator')).text);
  const { tables } = (await facilitator.get(`/api/waves/${idOf('After one year')}/story`)).body;
  const told = tables.find((table: any) => table.question === 'know' && table.grouping === 'country');
  const rows = tableOf(page, 'From group to group: Know each other');
  assert.equal(rows.length, told.cells.length);
  assert.deepEqual(rows.map((row) => row[2]), told.cells.map(({ share }: any) => `${Math.round(share * 100)}%`));
  const pdf = (await pagesOf('After one year', 'audience=evaluator')).join(' ');
  for (const text of [page, pdf]) {
    assert.match(text, /E-I index [+-]0\.\d+, by chance [+-]?0\.\d+/);
    assert.match(text, /Chance of an index as low: p = (< )?0\.\d{3}/);
  }
});

test('the evaluator reads what was kept, new and lost, with Jaccard and range, and by groups', async () => {
  const page = textOf((await printed('After one year', 'audience=evaluator')).text);
  const { questions, tables } = (await facilitator.get(`/api/waves/${idOf('After one year')}/change`)).body;
  const percent = (share: number | null) => (share === null ? 'not known' : `${Math.round(share * 100)}%`);
  const rows = tableOf(page, 'What changed');
  assert.deepEqual(
    rows.map((row) => row.slice(1, 6)),
    questions.map(({ respondents, kept, gained, lost, jaccard }: any) => [respondents, kept, gained, lost].map(String).concat(percent(jaccard))),
  );
  const pdf = (await pagesOf('After one year', 'audience=evaluator')).join('\n');
  assert.match(pdf, /Question n Kept New No/, 'no word of a narrow column is broken');
  for (const row of rows) assert.match(row[6]!, /\d+% to \d+%, now \d+% to \d+%|cannot be said/);
  const byCountry = tables.find((table: any) => table.question === 'know' && table.grouping === 'country');
  const told = tableOf(page, 'Change from group to group: Know each other');
  assert.deepEqual(told.map((row) => row.slice(2)), byCountry.cells.map(({ kept, gained, lost, jaccard }: any) => [kept, gained, lost].map(String).concat(percent(jaccard))));
});

test('the funnel of a report goes through the waves up to its own', async () => {
  const steps = (await facilitator.get(`/api/waves/${idOf('After one year')}/timeline`)).body.waves.flatMap((wave: any) => wave.steps);
  const all = tableOf((await printed('After one year', 'audience=evaluator')).text, 'The funnel through all waves');
  assert.equal(all.length, steps.length);
  assert.deepEqual([...new Set(all.map(([wave, answered]) => `${wave}: ${answered}`))], ['Baseline: 22 of 27 (81%)', 'After one year: 25 of 28 (89%)']);
  const first = tableOf((await printed('Baseline', 'audience=evaluator')).text, 'The funnel through all waves');
  assert.deepEqual([...new Set(first.map(([wave]) => wave))], ['Baseline'], 'nothing of a later wave');
});

test('the evaluator reads which tests were run: result, p, draws, seed, engine', async () => {
  const before = (await printed('After one year', 'audience=evaluator')).text;
  assert.ok(before.includes('No test was run'));
  const path = `/api/waves/${idOf('After one year')}/analyses`;
  const put = expect(await facilitator.post(path, { kind: 'within_groups', question: 'know', likenesses: ['country'] }), 201);
  let done: any;
  do {
    await new Promise((resolve) => setTimeout(resolve, 200));
    done = (await facilitator.get(`${path}/${put.id}`)).body;
  } while (done.state === 'waiting');
  assert.equal(done.state, 'done');
  const [row, ...others] = tableOf(textOf((await printed('After one year', 'audience=evaluator')).text), 'Tests that were run');
  assert.deepEqual(others, []);
  const [question, result, p, draws, engine] = row!;
  assert.match(question!, /^Do ties stay inside groups\? Know each other · Country/);
  assert.match(result!, /^“Know each other”: ties .* Rests on 25 of 28 members/);
  assert.match(p!, /^(< )?\d\.\d{3} for as much or more; (< )?\d\.\d{3} for as little or less$/);
  assert.deepEqual([draws, engine], ['5,000, seed 1', `Engine ${done.engine_version}, input ${done.input_sha256.slice(0, 12)}.`]);
  server.execute(`UPDATE analyses SET input_sha256 = 'other' WHERE id = '${put.id}'`);
  const outdated = (await printed('After one year', 'audience=evaluator')).text;
  assert.ok(outdated.includes('1 more test was run before the answers changed'), 'its result rests on answers that changed');
  assert.ok(!outdated.includes('seed 1'));
});

// Wave 1: 22 of 27. What is withheld of one country must not follow from the others and the total.
test('response by country adds up to no withheld number', async () => {
  const page = (await printed('Baseline', 'audience=evaluator')).text;
  const section = page.slice(page.indexOf('Response by country'));
  const rows = [...section.slice(0, section.indexOf('</table>')).matchAll(/<tr><th scope="row">([^<]*)<\/th><td>(\d+)<\/td><td>([^<]*)<\/td>/g)];
  assert.ok(rows.length >= 2);
  const withheld = rows.filter(([, , , answered]) => !/^\d+$/.test(answered!));
  assert.notEqual(withheld.length, 1);
  for (const [, group, asked, answered] of rows)
    if (/^\d+$/.test(answered!)) assert.ok(Number(asked) >= 5 && answered !== '0' && answered !== asked, group);
});

test('copies are noted, the page to print among them', async () => {
  const before = expect(await facilitator.get(`/api/waves/${idOf('Baseline')}/reports`), 200).items.length;
  assert.equal((await printed('Baseline', 'audience=board')).status, 200);
  const { items } = expect(await facilitator.get(`/api/waves/${idOf('Baseline')}/reports`), 200);
  assert.equal(items.length, before + 1);
  assert.deepEqual([items[0].audience, items[0].taken_by, items[0].asked], ['board', 'Alana Noel', 27]);
});

test('no report leaves while answers come in, and none goes to anybody but the facilitator', async () => {
  const draft = expect(await facilitator.post(`/api/clusters/${clusterId}/waves`, { title: 'Open', is_baseline: false }), 201);
  expect(await facilitator.post(`/api/waves/${draft.id}/open`), 200);
  assert.equal((await facilitator.get(`/api/waves/${draft.id}/report.pdf?audience=board`)).body.reason, 'wave_not_closed');
  assert.equal((await server.client().get(`/waves/${idOf('Baseline')}/report?audience=board`)).status, 404);
});

test('the picture rests on members who agreed to a map for members', async () => {
  agreeToTheMap('After one year', false);
  assert.ok((await printed('After one year', 'audience=board')).text.includes('No picture'));
  agreeToTheMap('After one year');
  const page = (await printed('After one year', 'audience=board')).text;
  assert.match(page, /ties given by the 25 members who agreed/);
  assert.equal(page.match(/<circle /g)!.length, 28, 'silent members look like the others');
});

/// The days of the wave on which the pictures were kept: the demonstration moves with the calendar.
function onTheDaysOfThePictures() {
  const [opened, closed, frozen] = ['2026-05-25', '2026-06-19', '2026-06-29'].map((day) => Date.parse(day));
  server.execute(`UPDATE waves SET opens_at = ${opened}, closed_at = ${closed}, frozen_at = ${frozen} WHERE id = '${idOf('After one year')}'`);
}

// Light print: the pages drawn by poppler, held against the kept pictures. Ids and dates of a run stand at the foot, and
// the fingerprint of the input in a line of the evaluator's first page.
for (const audience of ['board', 'evaluator'])
  test(`the report for the ${audience} looks as it did`, async () => {
    agreeToTheMap('After one year');
    onTheDaysOfThePictures();
    const drawn = grayscale(await fileOf('After one year', `audience=${audience}`));
    const kept = new URL('../golden/reports/', import.meta.url).pathname;
    if (process.env.KONBIT_KEEP_PICTURES) drawn.forEach((page, i) => writeFileSync(`${kept}${audience}-${i + 1}.pgm`, page));
    assert.equal(drawn.length, readdirSync(kept).filter((name) => name.startsWith(audience)).length, 'pages');
    for (const [i, page] of drawn.entries()) {
      const share = difference(page, readFileSync(`${kept}${audience}-${i + 1}.pgm`));
      assert.ok(share < 0.05, `page ${i + 1} differs by ${(100 * share).toFixed(2)}% of its ink`);
    }
  });

/// The pages at 30 dots to the inch without their feet, as gray maps (PGM).
function grayscale(file: Buffer): Buffer[] {
  const prefix = join(server.folder, 'page');
  const done = spawnSync('pdftoppm', ['-gray', '-r', '30', '-x', '0', '-y', '0', '-W', '248', '-H', '318', '-', prefix], { input: file });
  assert.equal(done.status, 0, String(done.stderr));
  const pages = readdirSync(server.folder).filter((name) => /^page-\d+\.pgm$/.test(name)).sort();
  return pages.map((name) => {
    const page = readFileSync(join(server.folder, name));
    rmSync(join(server.folder, name));
    return page;
  });
}

/// How much two pages differ, as a share of the ink of the one that was kept.
function difference(one: Buffer, kept: Buffer): number {
  assert.equal(one.length, kept.length);
  let sum = 0, ink = 0;
  for (let i = 0; i < one.length; ++i) {
    sum += Math.abs(one[i]! - kept[i]!);
    ink += 255 - kept[i]!;
  }
  return sum / ink;
}
