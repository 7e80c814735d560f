// SPDX-License-Identifier: Apache-2.0
// Reminders: the switch of the facilitator, and an officer who suspends a country.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
let wave: string;

before(async () => {
  stage = await Stage.open();
  const facilitator = await stage.server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const closes_at = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const draft = { title: 'Reminded', is_baseline: false, closes_at };
  wave = (await facilitator.post(`/api/clusters/${cluster}/waves`, draft)).body.id;
  await facilitator.post(`/api/waves/${wave}/open`);
});
after(() => stage.close());

test('the facilitator sees who is written to when, turns reminders on and holds them', async () => {
  const page = await stage.signedIn('alana@m10.example', desktop);
  await page.goto(`/app/waves/${wave}`);
  await page.getByRole('link', { name: 'Reminders' }).click();
  await page.getByRole('heading', { name: 'Reminders by mail' }).waitFor();
  await page.getByRole('cell', { name: 'Personal link' }).first().waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('button', { name: 'Hold' }).click();
  await page.getByText('Held: nothing goes out').waitFor();
  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('button', { name: 'Turn on' }).waitFor();
  assert.ok(!(await page.locator('main').innerText()).includes('@'));
});

test('an officer suspends the country on a phone, and the facilitator moves the closing date', async () => {
  const page = await stage.signedIn('claudia@gd.example', phone);
  await page.goto('/app/directory/suspensions');
  await page.getByLabel('Reason').selectOption('hurricane');
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE');
  await page.getByLabel('To, inclusive').fill(inDays(3));
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('button', { name: 'End the suspension of Grenada' }).waitFor();
  await assertAccessible(page);

  const office = await stage.signedIn('alana@m10.example', desktop);
  await office.goto(`/app/waves/${wave}/reminders`);
  await office.getByText('Grenada is suspended until').waitFor();
  await office.getByRole('button', { name: 'Move the closing date' }).click();
  await office.getByRole('button', { name: 'Move the closing date' }).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'End the suspension of Grenada' }).click();
  await page.getByText('over').waitFor();
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
