// SPDX-License-Identifier: Apache-2.0
// Doors that stand open to people without an account: starting a cluster, answering a letter, reading about the API.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const noScript = { ...phone, javaScriptEnabled: false };

test('somebody starts a cluster on a phone without script and without an account', async () => {
  const person = await stage.visitor(noScript);
  await person.goto('/');
  await person.getByRole('link', { name: 'Start a cluster' }).click();
  await assertAccessible(await opened('/start', phone));
  await person.getByLabel('Name of the cluster').fill('Roseau Valley Honey');
  await person.getByLabel('Country').selectOption('DM');
  await person.getByLabel(/What do you want to do together/).fill('We sell honey together.');
  await person.getByLabel('Your name').fill('Ines Joseph');
  await person.getByLabel('E-mail').fill('ines@hive.example');
  await person.getByRole('button', { name: 'Start the cluster' }).click();
  await person.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await person.goto('/dev/mail');
  await person.getByRole('link', { name: 'Start your cluster' }).first().click();
  await person.locator('pre a').click();
  await person.getByRole('button', { name: 'Start the cluster' }).click();
  await person.getByLabel('Password').fill('harbor lantern guava pier');
  await person.locator('main button').click();
  await person.waitForURL(/\/app/);
});

test('a steward writes to an office, the office objects without script, and the steward reads it', async () => {
  const officer = await stage.signedIn('francine@m27.example');
  const made = await officer.request.post('/api/organizations', {
    headers: { origin: new URL(officer.url()).origin },
    data: { name: 'Roseau Trade Desk', kind: 'bso', country_code: 'DM', source: 'Yearbook 2025' },
  });
  assert.equal(made.status(), 201, await made.text());
  await officer.goto('/app/directory');
  await officer.getByRole('link', { name: 'Stubs to write to' }).click();
  const card = officer.getByRole('listitem').filter({ hasText: 'Roseau Trade Desk' });
  await card.getByRole('button', { name: 'Write to them' }).click();
  await officer.getByLabel('E-mail of the office').fill('office@roseau.example');
  await assertAccessible(officer);
  await officer.getByRole('dialog').getByRole('button', { name: 'Write to them' }).click();
  await card.getByText(/Told on/).waitFor();
  await assertAccessible(officer);

  const office = await stage.visitor(noScript);
  await office.goto('/dev/mail');
  await office.getByRole('link', { name: /A page about Roseau Trade Desk/ }).click();
  await office.locator('pre a').first().click();
  await office.getByLabel(/What should be different/).fill('We closed.');
  await office.getByRole('button', { name: 'Do not publish this page' }).click();
  await office.getByRole('heading', { name: 'Thank you' }).waitFor();
  await officer.reload();
  await officer.getByText('We closed.').waitFor();
});

test('a barrier is found, and named with its element', async () => {
  const page = await opened('/about', phone);
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('button')));
  await assert.rejects(assertAccessible(page), /button-name: .*<button><\/button>/s);
});

test('the API pages are read without script, on a phone and on a desk', async () => {
  for (const size of [phone, desktop])
    for (const path of ['/developers', '/developers/organizations', '/developers/sharing']) await assertAccessible(await opened(path, size));
  const reader = await stage.visitor(noScript);
  await reader.goto('/about');
  await reader.getByRole('link', { name: 'Open data and API' }).click();
  await reader.getByRole('link', { name: 'clusters', exact: true }).click();
  await reader.getByText(/Answered just now/).first().waitFor();
});

async function opened(path: string, size: object) {
  const page = await stage.visitor(size);
  await page.goto(path);
  return page;
}
