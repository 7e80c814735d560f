// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const facilitator = 'alana@m10.example';
const windward = 'Windward Cocoa and Spice Cluster';

test('a wrong password is refused in words', async () => {
  const page = await stage.visitor();
  await page.goto('/app');
  await page.getByLabel('E-mail').fill(facilitator);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('do not belong together').waitFor();
  await assertAccessible(page);
});

test('the facilitator finds a member and corrects its telephone', async () => {
  const page = await stage.signedIn(facilitator);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: /^Members/ }).click();
  await page.getByLabel('Find a member').fill('choiseul');
  await page.getByRole('button', { name: /Choiseul/ }).click();
  await page.getByLabel(/^Telephone/).fill('+1-758-555-0199');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('+1-758-555-0199').waitFor();
  await assertAccessible(page);
});

test('one member is added by hand', async () => {
  const page = await stage.signedIn(facilitator);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: /^Members/ }).click();
  await page.getByRole('button', { name: 'Add a member' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Gouyave Fish Smokers');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Gouyave Fish Smokers' }).waitFor();
});

test('signing out ends the session', async () => {
  const page = await stage.visitor();
  await stage.signIn(page, facilitator);
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByText('Invented demonstration data').waitFor();
  await assertAccessible(page);
  await page.goto('/clusters');
  await page.getByRole('link', { name: 'My clusters' }).click();
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto('/app');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
