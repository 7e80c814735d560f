// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

test('a visitor without script finds who ran a project, and writes to an expert', async () => {
  const page = await stage.visitor({ ...desktop, javaScriptEnabled: false });
  await page.goto('/projects');
  await page.getByLabel('Country').selectOption('LC');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Windward Window' }).click();
  await page.getByText('US$ 240,000').first().waitFor();
  await page.getByRole('link', { name: 'Isle of Spice Enterprise Centre' }).click();
  assert.match(page.url(), /\/organizations\/isle-of-spice/);
  await page.goto('/experts/yvette-mondesir');
  await page.getByLabel('Your name').fill('Shanelle Joseph');
  await page.getByLabel('Your e-mail').fill('shanelle@m02.example');
  await page.getByLabel('Your message').fill('Would you look at our bench?');
  await page.getByRole('button', { name: 'Send the message' }).click();
  await page.getByText('on its way to Yvette Mondesir').waitFor();
});

test('the facilitator enters a project of the own cluster', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto('/app/projects/new');
  await page.getByLabel('Name', { exact: true }).fill('Jars together');
  await page.getByLabel('Funder', { exact: true }).fill('Blue Arc Fund');
  await page.getByLabel('Countries').selectOption('GD');
  await page.getByLabel('Find a cluster by name').fill('windward');
  await page.getByRole('button', { name: 'Find' }).first().click();
  await page.getByRole('button', { name: 'Windward Cocoa and Spice Cluster', exact: true }).click();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Jars together' }).waitFor();
  await assertAccessible(page);
});

test('the facilitator keeps an agreement and what is owed under it', async () => {
  const page = await stage.signedIn('alana@m10.example', phone);
  await page.goto('/app/agreements');
  await page.getByRole('link', { name: 'Use of the duty concession' }).click();
  await page.getByLabel('Done on').last().fill('2026-10-20');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Agreements' }).waitFor();
  await assertAccessible(page);
});

test('the ministry confirms a fact about its country', async () => {
  const page = await stage.signedIn('orville@bz.example');
  await page.goto('/app/factsheets');
  await page.getByText('Village enterprise window').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Confirm for the country' }).click();
  await page.getByText(/Confirmed by the country on/).waitFor();
  await page.goto('/countries/BZ');
  await page.getByText(/Confirmed by the country on/).waitFor();
});

test('an officer enters an expert, who is asked to confirm', async () => {
  const page = await stage.signedIn('francine@m27.example');
  await page.goto('/app/experts/new');
  await page.getByLabel('Name', { exact: true }).fill('Ines Thibou');
  await page.getByLabel('Headline: what the expert does').fill('Labels that pass');
  await page.getByLabel('E-mail of the expert').fill('ines@expert.example');
  await page.getByLabel('Works in').selectOption('DM');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Ines Thibou' }).click();
  await page.getByRole('button', { name: 'Ask to confirm' }).click();
  await page.getByText(/Asked to confirm on/).waitFor();
  await assertAccessible(page);
});

for (const [size, options] of [['desktop', desktop], ['phone', phone]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`public pages of the registers have no barriers: ${size}, ${colorScheme}`, async () => {
      const page = await stage.visitor({ ...options, colorScheme });
      for (const path of ['/projects', '/projects/windward-window', '/experts', '/experts/yvette-mondesir', '/countries/GD']) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await assertAccessible(page);
      }
    });
  }
}

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
