// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

test('a list becomes a table and a map without script, and keeps its filters', async () => {
  const page = await stage.visitor({ ...desktop, javaScriptEnabled: false });
  await page.goto('/organizations?country=GD&q=cocoa');
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Table' }).click();
  assert.ok((await page.getByRole('row').count()) > 1);
  await page.getByRole('link', { name: 'Français' }).click();
  assert.equal(new URL(page.url()).search, '?q=cocoa&country=GD&view=table&lang=fr');
  assert.equal(await page.getAttribute('html', 'lang'), 'fr');
  await page.getByRole('link', { name: 'Carte' }).click();
  await page.getByRole('table').getByRole('link', { name: 'Grenade' }).waitFor();
});

test('a search is saved from its list, followed and forgotten', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto('/organizations?q=cocoa');
  await page.getByRole('link', { name: 'Save this search' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Cocoa everywhere');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Cocoa everywhere' });
  await row.waitFor();
  await assertAccessible(page);
  await row.getByRole('combobox').selectOption('never');
  await row.getByRole('button', { name: /^Forget/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await page.getByText('No saved searches yet').waitFor();
});

for (const [size, options] of [['desktop', desktop], ['phone', phone]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`views and sectors have no barriers: ${size}, ${colorScheme}`, async () => {
      const page = await stage.visitor({ ...options, colorScheme });
      for (const path of ['/organizations', '/organizations?view=table', '/clusters?view=table', '/clusters?view=map', '/sectors', '/sectors/C', '/sectors/10']) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await assertAccessible(page);
      }
    });
  }
}

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
