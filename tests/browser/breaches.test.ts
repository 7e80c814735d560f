// SPDX-License-Identifier: Apache-2.0
// Somebody who answers for data of people enters a breach, gives notice, and closes it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => {
  stage = await Stage.open();
});
after(() => stage.close());

test('a breach is entered, told and closed', async () => {
  const page = await stage.signedIn('renata@region.example', phone);
  await page.goto('/app/directory');
  await page.getByRole('link', { name: 'Breaches of personal data' }).click();
  await page.getByRole('link', { name: 'Enter a breach' }).click();
  await page.getByLabel('Title').fill('A laptop was stolen');
  await page.getByLabel('Their countries').selectOption({ label: 'Barbados' });
  await page.getByLabel('What happened').fill('It held a roster.');
  await page.getByLabel('Whose data, and which').fill('28 contacts: names and telephones');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Who has to be told' }).waitFor();
  await page.getByText('Data Protection Commissioner').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'It was told now' }).click();
  await page.getByText(/^Told /).waitFor();
  await page.getByLabel('What is different now').fill('Disks are encrypted.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  await page.getByRole('button', { name: 'Close the breach' }).click();
  await page.getByText(/^Closed on /).waitFor();
  await assertAccessible(page);
});

test('who handles data is listed for everybody', async () => {
  const page = await stage.signedIn('renata@region.example');
  await page.goto('/app/directory/processors');
  await page.getByLabel('Who', { exact: true }).fill('Isle Hosting');
  await page.getByLabel('Where').fill('CA');
  await page.getByLabel('Which data').fill('Everything on the disk');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByText('Isle Hosting').first().waitFor();
  const visitor = await stage.visitor(phone);
  await visitor.goto('/privacy');
  await visitor.getByText('Isle Hosting').waitFor();
  await assertAccessible(visitor);
});

test('who can see a record is one step from it', async () => {
  const page = await stage.signedIn('alana@m10.example');
  const alana = await stage.server.as('alana@m10.example');
  const cluster = (await alana.get('/api/session')).body.grants[0].scope_id;
  const wave = (await alana.get(`/api/clusters/${cluster}/waves`)).body.items[0].id;
  await page.goto(`/app/waves/${wave}`);
  await page.getByRole('heading', { name: 'What members read before they agreed' }).waitFor();
  await page.getByRole('link', { name: 'Who can see this?' }).click();
  await page.getByText('Only whoever runs the cluster').waitFor();
  await page.getByText('Alana Noel').first().waitFor();
  await assertAccessible(page);
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
