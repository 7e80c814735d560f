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

for (const width of [390, 320])
  test(`at ${width} pixels the small islands have a map of their own, with room for a finger each`, async () => {
    const page = await stage.visitor({ ...phone, viewport: { width, height: 700 } });
    await page.goto('/clusters');
    const part = (name: string) => page.getByRole('button', { name, exact: true });
    for (const name of ['Whole region', 'Eastern Caribbean']) {
      await part(name).click();
      assert.equal(await part(name).getAttribute('aria-pressed'), 'true');
      const marks = await page.locator('.k-pin .k-pin-reach').evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map(({ x, y, width }) => ({ x: x + width / 2, y: y + width / 2, width })));
      assert.ok(marks.length >= 5 && marks.every((mark) => mark.width >= 44), `${name}: ${JSON.stringify(marks)}`);
      for (const [index, a] of marks.entries())
        for (const b of marks.slice(index + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 43.5, `${name}: two marks meet`);
      await assertAccessible(page);
    }
    assert.ok((await page.locator('.k-leader').count()) >= 6, 'lines lead from marks to places');
    const names = await page.locator('.k-pin').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')!.split(':')[0]));
    assert.equal(names[0], 'Saint Kitts and Nevis');
    assert.equal(names.at(-1), 'Trinidad and Tobago');
    await page.getByRole('link', { name: /^Saint Kitts/ }).focus();
    await page.keyboard.press('Tab');
    assert.match((await page.evaluate(() => document.activeElement?.getAttribute('aria-label')))!, /^Antigua/);
  });

test('names on the map of a desk do not meet', async () => {
  const page = await stage.visitor();
  await page.goto('/organizations');
  await page.locator('.k-map svg .k-map-label').first().waitFor();
  const boxes = await page.locator('.k-map-label').evaluateAll((all) =>
    all.map((each) => ({ name: each.textContent, box: each.getBoundingClientRect() })).map(({ name, box }) =>
      ({ name, left: box.left, right: box.right, top: box.top + 2, bottom: box.bottom - 2 })));
  assert.ok(boxes.length >= 12, JSON.stringify(boxes.map(({ name }) => name)));
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top, `${a.name} meets ${b.name}`);
});

test('the table below the map is narrowed with it', async () => {
  const page = await stage.visitor({ ...desktop, javaScriptEnabled: false });
  await page.goto('/organizations?view=map&country=GD');
  assert.deepEqual(await page.locator('.k-totals tbody th').allInnerTexts(), ['Grenada']);
});

test('a search is offered to be saved where script runs, and nowhere else', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await stage.visitor({ ...desktop, javaScriptEnabled });
    await page.goto('/clusters', { waitUntil: 'networkidle' });
    assert.equal(await page.getByRole('link', { name: 'Save this search' }).count(), javaScriptEnabled ? 1 : 0);
  }
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
