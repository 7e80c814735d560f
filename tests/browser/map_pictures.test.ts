// SPDX-License-Identifier: Apache-2.0
// Pictures of the map, the matrix and the funnel of the demonstration wave, and of what the public sees of it, as text:
// what is drawn where, and in which colors by day, by night and on paper. KONBIT_WRITE_PICTURES=1 writes them anew; look at the difference before you commit it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Locator, Page } from '../../web/node_modules/playwright-core/index.mjs';
import { Stage, desktop } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

async function openMap(page: Page) {
  const get = async (path: string) => (await (await page.request.get(path)).json()).items;
  const [{ id }] = (await get('/api/clusters?mine=true&limit=100')).filter(
    ({ name }: { name: string }) => name === 'Windward Cocoa and Spice Cluster',
  );
  const wave = (await get(`/api/clusters/${id}/waves`)).find(({ title }: { title: string }) => title === 'After one year');
  await page.goto(`/app/waves/${wave.id}/network`);
  await page.getByLabel('Compare with').selectOption({ label: 'Baseline' });
  await page.getByText(/New since “Baseline”/).waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/// Each thing that is drawn with its place; numbers as the drawing writes them, to a tenth.
const shapes = (drawings: Locator) =>
  drawings.evaluateAll((all) => {
    const names = ['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'transform', 'text-anchor'];
    const lines = all.flatMap((drawing) => [...drawing.querySelectorAll('path, text, rect, line, circle')]).map((each) =>
      names
        .map((name) => each.getAttribute(name))
        .concat(each.parentElement!.getAttribute('transform'), each.tagName === 'text' ? each.textContent : null)
        .filter(Boolean)
        .join(' '),
    );
    return lines.map((line) => line.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10)));
  });

/// The colors that the drawings use, each once.
const colors = (drawings: Locator) =>
  drawings.evaluateAll((all) => {
    const used = all
      .flatMap((drawing) => [...drawing.querySelectorAll('path, text, rect, line, circle')])
      .flatMap((each) => {
        const { fill, stroke } = getComputedStyle(each);
        return [fill, stroke];
      });
    return [...new Set(used)].filter((color) => color.startsWith('rgb')).sort();
  });

function compare(name: string, picture: string[]) {
  const file = new URL(`../golden/pictures/${name}.txt`, import.meta.url);
  const text = `${picture.join('\n')}\n`;
  if (process.env.KONBIT_WRITE_PICTURES) writeFileSync(file, text);
  assert.deepEqual(text.split('\n'), readFileSync(file, 'utf8').split('\n'), `${name} looks different`);
}

/// The drawings by day, by night and on paper, held against the picture that is kept.
async function looksAsItDid(page: Page, name: string, drawings: Locator) {
  await page.mouse.move(0, 0);
  const picture = await shapes(drawings);
  const light = await colors(drawings);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForTimeout(300);
  assert.deepEqual(await shapes(drawings), picture, 'the night changes colors only');
  const dark = await colors(drawings);
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await page.waitForTimeout(300);
  const print = await colors(drawings);
  compare(name, [
    ...picture,
    ...Object.entries({ light, dark, print }).map(([theme, used]) => `${theme}: ${used.join(' ')}`),
  ]);
}

const byDay = { ...desktop, colorScheme: 'light' } as const;

for (const form of ['Drawing', 'Matrix']) {
  test(`the ${form.toLowerCase()} looks as it did, by day, by night and on paper`, async () => {
    const page = await stage.signedIn('alana@m10.example', byDay);
    await openMap(page);
    await page.getByRole('radio', { name: form }).check();
    const drawing = page.locator('svg[data-drawing]:is([role=group], [role=grid])').first();
    await drawing.locator('> g path').first().waitFor({ state: 'attached' });
    await looksAsItDid(page, form.toLowerCase(), drawing);
  });
}

test('the funnel looks as it did', async () => {
  const page = await stage.signedIn('alana@m10.example', byDay);
  await openMap(page);
  const funnel = page.getByRole('img', { name: /^Shares of the possible ties/ }).first();
  await funnel.waitFor();
  await looksAsItDid(page, 'funnel', funnel);
});

test('what the public sees looks as it did', async () => {
  const page = await stage.visitor(byDay);
  await page.goto('/clusters/windward-cocoa-and-spice/network?lang=en');
  await page.evaluate(() => document.fonts.ready);
  await looksAsItDid(page, 'public_figures', page.locator('svg.k-figures'));
});
