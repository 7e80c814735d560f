// SPDX-License-Identifier: Apache-2.0
// Links that lead to a place on the same page, the open tab on a phone, and tables that fit one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
let cluster: string;
let wave: string;
const alana = 'alana@m10.example';

before(async () => {
  stage = await Stage.open();
  const facilitator = await stage.server.as(alana);
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const { items } = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body;
  wave = items.find((each: any) => each.title === 'After one year').id;
});
after(() => stage.close());

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

test('the first link of a page leads past its head', async () => {
  const page = await stage.signedIn(alana);
  await page.goto('/app/account');
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'main');
  assert.equal(new URL(page.url()).hash, '', 'some pages carry a secret behind #');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => !!document.activeElement?.closest('main')));
});

test('a question on the page of results leads to its answer', async () => {
  const page = await stage.signedIn(alana);
  await page.goto(`/app/waves/${wave}/network`);
  await page.getByRole('heading', { name: 'What is not known' }).waitFor();
  await page.getByRole('heading', { name: 'What changed since “Baseline”' }).waitFor();
  for (const [question, place] of [['Who bridges the groups?', 'who-bridges'], ['What changed?', 'what-changed'], ['How sure is this?', 'how-sure']] as const) {
    await page.getByRole('link', { name: question }).press('Enter');
    assert.equal(await focused(page), place);
    const top = await page.evaluate((id) => document.getElementById(id)!.getBoundingClientRect().top, place);
    assert.ok(top >= 0 && top < 400, `${place} stands at ${top}`);
  }
  await page.getByRole('link', { name: 'All proposals: take one up' }).click();
  await page.getByRole('heading', { name: 'Whom to introduce next' }).waitFor();
  // The page of introductions begins with the pair that the last sentence names.
  const first = page.getByRole('region', { name: 'Bridge the groups' }).getByRole('listitem').first();
  assert.match(await first.innerText(), /Castle Bruce Women[\s\S]*Hillsborough Lime/);
  assert.equal(await page.getByRole('main').getByRole('region').first().getAttribute('aria-label'), 'Bridge the groups');
});

test('the open tab is in sight on a phone', async () => {
  const page = await stage.signedIn(alana, phone);
  await page.goto(`/app/clusters/${cluster}/introductions`);
  const tab = page.getByRole('link', { name: 'Introductions', exact: true });
  await tab.waitFor();
  const box = (await tab.boundingBox())!;
  assert.ok(box.x >= 0 && box.x + box.width <= 390, `it stands at ${box.x}`);
});

test('what the keyboard comes to is not below the bar at the foot of a phone', async () => {
  const page = await stage.signedIn(alana, phone);
  await page.goto('/app/account/roles');
  await page.getByText(/^Running the cluster: roster/).waitFor();
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const here = document.activeElement!;
      const bar = document.querySelector('.k-nav')!;
      return !bar.contains(here) && here.getBoundingClientRect().bottom > bar.getBoundingClientRect().top && here.textContent;
    });
    assert.equal(hidden, false);
  }
});

test('the table of laws can be read on a phone', async () => {
  const page = await stage.visitor(phone);
  await page.goto('/privacy?lang=en');
  const source = page.getByRole('row').filter({ hasText: 'Jamaica' }).getByText('Looked up in this source.');
  const box = (await source.boundingBox())!;
  assert.ok(box.x >= 0 && box.x + box.width <= 390, `it stands at ${box.x}`);
  await assertAccessible(page);
});

test('a deputy who was asked is told from a second facilitator', async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const facilitator = await stage.server.as(alana);
  await facilitator.post('/api/account/deputies', {
    role: 'facilitator', scope: 'cluster', scope_id: cluster, name: 'Francine Peltier', email: 'francine@m27.example',
    language: 'en', from: day(0), until: day(7),
  });
  const page = await stage.signedIn(alana);
  await page.goto('/app/account/roles');
  await page.getByRole('link', { name: 'Roles: Windward Cocoa and Spice Cluster' }).click();
  await page.getByText(/Facilitator, as deputy, .+ to .+/).waitFor();
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
