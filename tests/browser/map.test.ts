// SPDX-License-Identifier: Apache-2.0
// The map and the matrix of a wave: set up, compared, saved, undone, taken out, and painted when there are many.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
import { Stage, assertAccessible, desktop, phone } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const windward = 'Windward Cocoa and Spice Cluster';

async function mapOf(page: Page, cluster = windward) {
  const get = async (path: string) => (await (await page.request.get(path)).json()).items;
  const { id } = (await get('/api/clusters?mine=true&limit=100')).find(({ name }: { name: string }) => name === cluster);
  const waves = await get(`/api/clusters/${id}/waves`);
  const wave = waves.find(({ title }: { title: string }) => title === 'After one year') ?? waves[0];
  await page.goto(`/app/waves/${wave.id}/network`);
  const figure = page.locator('figure').filter({ has: page.getByRole('button', { name: 'Save this view' }) });
  await figure.getByRole('group', { name: /^Network of/ }).waitFor();
  return figure;
}

/// What the drawing shows, without what a theme or a font changes.
const shapesOf = (page: Page) =>
  page.evaluate(() => {
    const drawing = document.querySelector('svg[data-drawing][role=group]')!;
    const marks = [...drawing.querySelectorAll('.node')].map((node) =>
      [node.getAttribute('transform'), node.querySelector('.mark')?.getAttribute('d')].join(' '),
    );
    return [...marks, ...[...drawing.querySelectorAll('g[aria-hidden] > path')].map((path) => path.getAttribute('d'))];
  });

test('a view is set up, undone, saved and opened again exactly as it was', async () => {
  const page = await stage.signedIn('alana@m10.example');
  const figure = await mapOf(page);
  await figure.getByLabel('Compare with').selectOption({ label: 'Baseline' });
  await figure.getByText(/New since “Baseline”/).waitFor();
  await figure.getByLabel('Colour shows').selectOption({ label: 'Country' });
  await figure.getByText('Ties and filters').click();
  await figure.getByRole('checkbox', { name: 'Worked together' }).check();
  await figure.getByLabel('Show only').selectOption({ label: 'Named by' });
  await figure.getByLabel('At least').fill('6');
  await figure.getByLabel('At least').press('Tab');
  await figure.getByText(/of 28 members shown/).first().waitFor();
  await figure.getByRole('button', { name: 'Closer' }).click();
  const set = await shapesOf(page);

  await figure.getByRole('button', { name: 'Undo' }).click();
  assert.notDeepEqual(await shapesOf(page), set);
  await figure.getByRole('button', { name: 'Redo' }).click();
  assert.deepEqual(await shapesOf(page), set);

  await figure.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('What has changed');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  const again = await mapOf(page);
  await again.getByLabel('Saved views').selectOption({ label: 'What has changed' });
  await again.getByText(/New since “Baseline”/).waitFor();
  assert.deepEqual(await shapesOf(page), set);
  await page.evaluate(() => scrollTo(0, 0));
  await assertAccessible(page);
});

test('the map shows any measure by size and narrows by it, and a saved view keeps that', async () => {
  const page = await stage.signedIn('alana@m10.example');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const figure = await mapOf(page);
  const isMeasure = (path: string) => path.endsWith('/measures');
  assert.ok(!asked.some(isMeasure), 'fetched only when asked for');
  await figure.getByLabel('Size shows').selectOption({ label: 'More measures …' });
  await figure.getByLabel('Size shows').selectOption({ label: 'Constraint' });
  await figure.getByText('Size: Constraint · Know each other').waitFor();
  await figure.getByText('Ties and filters').click();
  await figure.getByLabel('Show only').selectOption({ label: 'Effective size' });
  const filter = figure.getByRole('group', { name: 'Effective size' });
  await filter.getByLabel('At most').fill('5');
  await filter.getByLabel('At most').press('Tab');
  await figure.getByText(/\d+ of 28 members shown/).first().waitFor();
  const shown = await figure.getByText(/\d+ of 28 members shown/).first().innerText();
  const set = await shapesOf(page);
  await figure.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Little room');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  const again = await mapOf(page);
  await again.getByLabel('Saved views').selectOption({ label: 'Little room' });
  await again.getByText(shown).first().waitFor();
  assert.equal(await again.getByLabel('Size shows').inputValue(), 'constraint');
  assert.equal(await again.getByRole('link', { name: 'Formula and source' }).first().getAttribute('href'), '/measures/structural_holes');
  assert.deepEqual(await shapesOf(page), set);
  await page.evaluate(() => scrollTo(0, 0));
  await assertAccessible(page);
});

test('with the keyboard alone: to a member, only those around it, and back', async () => {
  const page = await stage.signedIn('alana@m10.example');
  const figure = await mapOf(page);
  await figure.locator('.node[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await figure.getByRole('button', { name: 'Only those around it' }).focus();
  await page.keyboard.press('Enter');
  await figure.getByText(/\d+ of 28 members shown/).first().waitFor();
  await figure.getByRole('button', { name: 'Hide' }).click();
  await figure.getByText('27 of 28 members shown').first().waitFor();
  await figure.getByText('Show 1 hidden member').click();
  await figure.getByRole('status').waitFor({ state: 'detached' });
});

for (const options of [desktop, phone]) {
  test(`the matrix is read cell by cell: ${options.viewport.width} px`, async () => {
    const page = await stage.signedIn('alana@m10.example', options);
    const figure = await mapOf(page);
    await figure.getByRole('radio', { name: 'Matrix' }).check();
    const grid = figure.getByRole('grid');
    await grid.waitFor();
    assert.equal(await grid.getAttribute('aria-rowcount'), '28');
    await figure.getByLabel('Order').selectOption({ label: 'Name' });
    await figure.getByRole('gridcell').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    const words = await figure.getByRole('gridcell').getAttribute('aria-label');
    assert.match(words!, /(names|does not name|not known by name)/);
    assert.equal(await figure.getByRole('gridcell').getAttribute('aria-colindex'), '28');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), options.viewport.width);
    await page.evaluate(() => scrollTo(0, 0));
    await assertAccessible(page);
  });
}

test('files hold exactly what is shown, with their stamp', async () => {
  const page = await stage.signedIn('alana@m10.example');
  const figure = await mapOf(page);
  await figure.getByText('Ties and filters').click();
  await figure.getByLabel('Show only').selectOption({ label: 'Kind' });
  await figure.getByRole('checkbox', { name: /^Cooperative/ }).check();
  const shown = Number((await figure.getByRole('status').innerText()).split(' ')[0]);
  const file = async (name: string) => {
    const waiting = page.waitForEvent('download');
    await figure.getByRole('button', { name, exact: true }).click();
    return readFileSync(await (await waiting).path(), 'latin1');
  };
  const graph = await file('GraphML');
  assert.equal(graph.match(/<node /g)?.length, shown);
  assert.match(graph, /<desc>.*After one year.*89%.*Konbit export .*<\/desc>/);
  const svg = await file('SVG');
  assert.match(svg, /Konbit export/);
  const csv = await file('CSV');
  assert.equal(csv.trim().split('\r\n').length, 1 + shown + 1, 'a head, the members, the stamp');
  const pdf = await file('PDF');
  assert.match(pdf, /^%PDF-1\.4/);
  assert.match(pdf, /^1 1 1 rg$/m, 'on white ground');
  assert.match(pdf, /Konbit export/);
});

/// The ties of so many members: a ring with chords, the same every time.
function edgesOf(members: number, each: number): string {
  const rows = ['from,to'];
  for (let i = 0; i < members; i += 1)
    for (let k = 1; k <= each; k += 1) rows.push(`m${i},m${(i + k * k * 7 + k) % members}`);
  return rows.join('\n');
}

/// A cluster with one wave of such a network; its name.
function imported(members: number, each: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'konbit-map-'));
  const [edges, nodes] = [join(folder, 'edges.csv'), join(folder, 'nodes.csv')];
  writeFileSync(edges, edgesOf(members, each));
  writeFileSync(nodes, ['id,name', ...Array.from({ length: members }, (_, i) => `m${i},Member ${i}`)].join('\n'));
  const options = ['--data', stage.server.folder, '--name', `Ring ${members}`, '--country', 'GD', '--facilitator', 'alana@m10.example'];
  const made = stage.server.command('import', 'network', edges, nodes, ...options);
  assert.equal(made.status, 0, made.stderr);
  return `Ring ${members}`;
}

test('many members are painted, found, reached by key, and drawn mark by mark for a file', async () => {
  const cluster = imported(400, 5);
  const page = await stage.signedIn('alana@m10.example');
  const figure = await mapOf(page, cluster);
  await figure.locator('canvas').waitFor();
  assert.ok((await figure.locator('.node').count()) < 5);
  await figure.getByLabel('Find a member').fill('Member 7');
  await figure.getByRole('heading', { name: 'Member 7' }).waitFor();
  await figure.locator('.node[tabindex="0"]').focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => document.activeElement?.id.startsWith('node-'));
  const waiting = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'SVG', exact: true }).click();
  const svg = readFileSync(await (await waiting).path(), 'utf8');
  assert.ok(svg.match(/<g id="node-/g)!.length === 400);
  await figure.locator('canvas').waitFor();
});

test('no page of these journeys wrote an error', () => assert.deepEqual(stage.errors, []));
