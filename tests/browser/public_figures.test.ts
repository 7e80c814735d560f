// SPDX-License-Identifier: Apache-2.0
// A facilitator says in the consent of a draft that totals are public; a visitor reads those of earlier waves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage, assertAccessible, desktop, phone } from './browser.ts';

let stage: Stage;
let cluster: string;
const shots = process.env.KONBIT_SHOTS;
const alana = 'alana@m10.example';

before(async () => {
  stage = await Stage.open();
  const facilitator = await stage.server.as(alana);
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
});
after(() => stage.close());

for (const [name, options] of Object.entries({ desktop, phone, night: { ...phone, colorScheme: 'dark' as const } }))
  test(`a visitor reads the network in figures: ${name}`, async () => {
    const page = await stage.visitor(options);
    await page.goto('/clusters/windward-cocoa-and-spice?lang=en');
    await page.getByRole('link', { name: 'The network in figures' }).click();
    await page.getByText('On average, a member knows 14 of the 27 others.').waitFor();
    await page.getByRole('img', { name: 'Know each other 50%, Worked together 8%' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), options.viewport!.width);
    await assertAccessible(page);
    if (shots) await page.screenshot({ path: `${shots}/public-${name}.png`, fullPage: true });
  });

test('the frame for other sites shows the picture', async () => {
  const page = await stage.visitor({ ...desktop, viewport: { width: 360, height: 320 } });
  await page.goto('/embed/clusters/windward-cocoa-and-spice/network?lang=fr');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('svg').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await assertAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/public-embed.png` });
});

test('the facilitator puts it into the consent of a draft, and the preview shows the text', async () => {
  const facilitator = await stage.server.as(alana);
  const { body } = await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'For everybody', is_baseline: false });
  const page = await stage.signedIn(alana, phone);
  await page.goto(`/app/waves/${body.id}`);
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Figures for everybody' }) });
  await section.getByRole('button', { name: 'Say so in the consent' }).click();
  await section.getByRole('button', { name: 'Take it out of the consent' }).waitFor();
  await assertAccessible(page);
  if (shots) await section.screenshot({ path: `${shots}/public-draft.png` });
});

test('the facilitator takes the figures of a wave back, and the page closes', async () => {
  const facilitator = await stage.server.as(alana);
  const waves = (await facilitator.get(`/api/clusters/${cluster}/waves`)).body.items;
  const page = await stage.signedIn(alana, desktop);
  for (const { id } of waves.filter(({ state }: any) => state === 'frozen')) {
    await page.goto(`/app/waves/${id}`);
    await page.getByRole('button', { name: 'Take the figures back' }).click();
    await page.getByRole('button', { name: 'Make the figures public' }).waitFor();
  }
  const visitor = await stage.visitor();
  const closed = await visitor.goto('/clusters/windward-cocoa-and-spice/network');
  assert.equal(closed!.status(), 404);
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
