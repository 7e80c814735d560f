// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

test('the directory is searched without any script', async () => {
  const page = await stage.visitor({ ...desktop, javaScriptEnabled: false });
  await page.goto('/clusters');
  await page.getByRole('searchbox').fill('windward');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Windward Cocoa and Spice Cluster' }).click();
  assert.equal(new URL(page.url()).pathname, '/clusters/windward-cocoa-and-spice');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Windward Cocoa and Spice Cluster');
});

test('the map is drawn and leads to a country', async () => {
  const page = await stage.visitor();
  await page.goto('/');
  await page.getByRole('link', { name: /^Grenada: \d+ clusters?/ }).click();
  await page.waitForURL(/\/countries\/GD/);
});

test('the reader changes language and theme, and both stay', async () => {
  const page = await stage.visitor();
  await page.goto('/clusters');
  await page.getByRole('button', { name: /dark/i }).click();
  await page.locator('select.k-language').selectOption('es');
  await page.waitForURL(/lang=es/);
  assert.equal(await page.getAttribute('html', 'lang'), 'es');
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
});

for (const [size, options] of [['desktop', desktop], ['phone', phone]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`public pages have no barriers: ${size}, ${colorScheme}`, async () => {
      const page = await stage.visitor({ ...options, colorScheme });
      for (const path of ['/', '/clusters', '/clusters/windward-cocoa-and-spice', '/countries/GD', '/search?q=cocoa']) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await assertAccessible(page);
      }
    });
  }
}

test('nothing runs out of a screen of 320 pixels', async () => {
  const page = await stage.visitor({ ...phone, viewport: { width: 320, height: 568 } });
  const paths = ['/', '/organizations', '/organizations/concord-valley-chocolate', '/clusters/windward-cocoa-and-spice', '/projects', '/experts', '/countries/GD'];
  for (const language of ['en', 'es', 'fr'])
    for (const path of paths) {
      await page.goto(`${path}?lang=${language}`);
      const wide = await page.evaluate(() => [...document.querySelectorAll('body *')]
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('svg, .k-skip, .k-chips, .k-map'))
        .map((each) => `${each.tagName}.${each.className}`));
      assert.deepEqual([...new Set(wide)], [], `${path} in ${language}`);
    }
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
