// SPDX-License-Identifier: Apache-2.0
// Pictures of the map and the matrix of the demonstration wave, as text: what is drawn where, and in which colors by
// day, by night and on paper. KONBIT_WRITE_PICTURES=1 writes them anew; look at the difference before you commit it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
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
const shapes = (page: Page) =>
  page.evaluate(() => {
    const drawing = document.querySelector('svg[data-drawing]:is([role=group], [role=grid])')!;
    const lines = [...drawing.querySelectorAll('path, text, rect')].map((each) =>
      ['d', 'x', 'y', 'width', 'height', 'transform', 'text-anchor']
        .map((name) => each.getAttribute(name))
        .concat(each.parentElement!.getAttribute('transform'), each.tagName === 'text' ? each.textContent : null)
        .filter(Boolean)
        .join(' '),
    );
    return lines.map((line) => line.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10)));
  });

/// The colors that the drawing uses, each once.
const colors = (page: Page) =>
  page.evaluate(() => {
    const drawing = document.querySelector('svg[data-drawing]:is([role=group], [role=grid])')!;
    const used = [...drawing.querySelectorAll('path, text, rect')].flatMap((each) => {
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

for (const form of ['Drawing', 'Matrix']) {
  test(`the ${form.toLowerCase()} looks as it did, by day, by night and on paper`, async () => {
    const page = await stage.signedIn('alana@m10.example', { ...desktop, colorScheme: 'light' });
    await openMap(page);
    await page.getByRole('radio', { name: form }).check();
    await page.locator('svg[data-drawing]:is([role=group], [role=grid]) > g path').first().waitFor({ state: 'attached' });
    await page.mouse.move(0, 0);
    const picture = await shapes(page);
    const light = await colors(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(300);
    assert.deepEqual(await shapes(page), picture, 'the night changes colors only');
    const dark = await colors(page);
    await page.emulateMedia({ colorScheme: 'light', media: 'print' });
    await page.waitForTimeout(300);
    const print = await colors(page);
    compare(form.toLowerCase(), [
      ...picture,
      ...Object.entries({ light, dark, print }).map(([theme, used]) => `${theme}: ${used.join(' ')}`),
    ]);
  });
}
