// SPDX-License-Identifier: Apache-2.0
// Somebody looks at what is held about them, takes it along and ends it; somebody else proves an address by mail.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addAccount } from '../permissions/world.ts';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => {
  stage = await Stage.open();
  addAccount(stage.server, 'ines@gone.example', 'national', 'country', 'GD');
});
after(() => stage.close());

/// The link of the newest mail to an address, without the host.
async function linkTo(address: string): Promise<string> {
  const read = async (path: string) => (await stage.server.client().get(path, { headers: { accept: 'text/html' } })).text;
  const row = (await read('/dev/mail')).split('<tr').find((each) => each.includes(address)) ?? '';
  const mail = await read(row.match(/href="([^"]*\/dev\/mail\/[^"]+)"/)?.[1] ?? '');
  return mail.match(/\/app\/own-data#[\w.-]+/)?.[0] ?? '';
}

test('an account is looked at, taken along and ended', async () => {
  const page = await stage.visitor(phone);
  await stage.signIn(page, 'ines@gone.example');
  await page.goto('/app/account');
  await page.getByRole('link', { name: 'My data' }).click();
  await page.getByRole('heading', { name: 'Goes when you end it' }).waitFor();
  await page.locator('summary', { hasText: 'Your account' }).click();
  await page.getByText('ines@gone.example').first().waitFor();
  await assertAccessible(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as a table (CSV)' }).click();
  assert.equal((await saved).suggestedFilename(), 'konbit.csv');

  await page.getByRole('button', { name: 'End my account' }).click();
  await page.getByLabel('Password').fill('neighbours-work-the-land');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText(/^Receipt /).waitFor();
  await assertAccessible(page);
});

test('a contact without an account is sent a link and erases the entry', async () => {
  const facilitator = await stage.server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  await facilitator.post(`/api/clusters/${cluster}/people`, {
    name: 'Hazel Contact', email: 'hazel@islet.example', role: 'adviser', language: 'en',
  });
  const page = await stage.visitor();
  await page.goto('/privacy');
  await page.getByRole('link', { name: 'See what is held about you' }).click();
  await page.getByLabel('E-mail').fill('hazel@islet.example');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByText('a link is on its way').waitFor();
  await page.goto(await linkTo('hazel@islet.example'));
  await page.reload();
  await page.getByText('What is held about hazel@islet.example').waitFor();
  await page.getByText('You as a contact').click();
  await page.getByText('Hazel Contact').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Erase my entries' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText(/^Receipt /).waitFor();
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
