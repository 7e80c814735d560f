// SPDX-License-Identifier: Apache-2.0
// Whoever saves a figure gets a file that says who took it, for what, under which consent, of which wave, how many
// answered, and what its table hashes to.
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Locator, Page } from '../../web/node_modules/playwright-core/index.mjs';
import { Stage } from './browser.ts';

let stage: Stage;
let cluster: string;
let wave: string;
before(async () => {
  stage = await Stage.open();
  const facilitator = await stage.server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const { items } = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body;
  for (const each of items) assert.equal((await facilitator.put(`/api/waves/${each.id}/totals`)).status, 204);
  wave = items.find((each: any) => each.title === 'After one year').id;
});
after(() => stage.close());

const figureOf = (page: Page, title: string) =>
  page.locator('figure').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

async function saved(page: Page, figure: Locator, kind: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await figure.getByRole('button', { name: kind, exact: true }).click();
  return readFileSync(await (await waiting).path());
}

const { 'change.timeline': funnel } = JSON.parse(readFileSync(new URL('../../locales/es.json', import.meta.url), 'utf8'));

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/// The table of a CSV file without its mark and its last line, and that line.
function partsOf(file: Buffer) {
  const text = file.subarray(3).toString();
  const end = text.lastIndexOf('\r\n', text.length - 3) + 2;
  return { table: Buffer.from(text.slice(0, end)), stamp: text.slice(end) };
}

/// The words of a drawing, whose lines are broken.
const wordsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line]) => line).join(' ');

function hasAll(text: string, words: string[]) {
  for (const word of words) assert.ok(text.includes(word), `${word} in ${text.slice(-700)}`);
}

test('figures of the facilitator carry all six things, and their hash can be checked', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`/app/waves/${wave}/network`);
  const six = ['By Alana Noel', 'After one year', '25 of 28 answered (89%)'];
  const groups = figureOf(page, 'From group to group');
  const csv = partsOf(await saved(page, groups, 'CSV'));
  hasAll(csv.stamp, [...six, 'for facilitation of the cluster', 'named before their facilitator', sha256(csv.table)]);
  const svg = (await saved(page, groups, 'SVG')).toString();
  hasAll(wordsOf(svg), [...six, 'for facilitation', sha256(csv.table)]);
  assert.ok(!svg.includes('<metadata'), 'only released totals bring their table');

  const unknown = figureOf(page, 'What is not known');
  const own = partsOf(await saved(page, unknown, 'CSV'));
  hasAll(own.stamp, [...six, 'for facilitation of the cluster', 'named before their facilitator', sha256(own.table)]);
  const drawn = (await saved(page, unknown, 'SVG')).toString();
  hasAll(wordsOf(drawn), [...six, 'for facilitation', sha256(own.table)]);
  const { items } = await (await page.request.get(`/api/waves/${wave}/exports`)).json();
  assert.deepEqual(items.slice(0, 4).map((each: any) => each.content), ['map', 'map', 'map', 'map']);
  assert.deepEqual(items.slice(0, 4).map((each: any) => each.purpose), Array(4).fill('facilitation'));
});

test('in Spanish the stamp is Spanish', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`/app/waves/${wave}/change?lang=es`);
  const csv = partsOf(await saved(page, figureOf(page, funnel), 'CSV'));
  hasAll(csv.stamp, ['Por Alana Noel', 'After one year', 'respondieron 25 de 28 (89', 'para la facilitación', 'Consentimiento: preguntas abiertas', sha256(csv.table)]);
});

test('a funder who reads totals takes them out stamped', async () => {
  const page = await stage.signedIn('henrik@bluearc.example');
  await page.goto(`/app/clusters/${cluster}`);
  await page.getByRole('link', { name: 'Totals' }).click();
  const csv = partsOf(await saved(page, figureOf(page, 'The funnel through all waves'), 'CSV'));
  hasAll(csv.stamp, ['By Henrik', 'for evaluation', 'Consent: totals', 'After one year', '25 of 28 answered', sha256(csv.table)]);
  const svg = (await saved(page, figureOf(page, 'The funnel through all waves'), 'SVG')).toString();
  const [, inside] = /<metadata[^>]*>data:text\/csv;charset=utf-8;base64,([^<]*)</.exec(svg)!;
  assert.ok(Buffer.from(inside!, 'base64').equals(csv.table), 'the drawing brings its table');
  assert.deepEqual(stage.errors, []);
});
