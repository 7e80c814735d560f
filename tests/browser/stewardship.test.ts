// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const noScript = { ...phone, javaScriptEnabled: false };

test('a reader reports an error on a phone without script, and a steward answers', async () => {
  const reader = await stage.visitor(noScript);
  await reader.goto('/organizations/trafalgar-craft-chocolate');
  await reader.getByRole('link', { name: 'Report an error' }).click();
  await reader.getByLabel('What is it about?').selectOption('place');
  await reader.getByLabel(/What is wrong/).fill('The workshop moved to Roseau.');
  await reader.getByRole('button', { name: 'Send' }).click();
  assert.equal(await reader.getByRole('heading', { level: 1 }).innerText(), 'Thank you');

  const officer = await stage.signedIn('francine@m27.example');
  await officer.goto('/app/directory');
  await officer.getByRole('link', { name: 'Reported errors' }).click();
  await officer.getByText('The workshop moved to Roseau.').waitFor();
  await assertAccessible(officer);
  await officer.getByRole('button', { name: 'Corrected, thank the reader' }).click();
  await officer.getByRole('heading', { name: 'Nothing waits here' }).waitFor();
});

test('somebody claims a page without script, and the request waits at the desk', async () => {
  const person = await stage.visitor(noScript);
  await person.goto('/claim?page=/organizations/trafalgar-craft-chocolate');
  await person.getByLabel('Your name').fill('Ines Joseph');
  await person.getByLabel('Your e-mail at work').fill('ines@somewhere.example');
  await person.getByRole('button', { name: 'Ask to keep this page' }).click();
  await person.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await person.goto('/dev/mail');
  await person.getByRole('link', { name: 'Is this your address?' }).first().click();
  await person.locator('pre a').click();
  await person.getByRole('button', { name: 'Yes, send my request' }).click();
  await person.getByRole('heading', { name: 'Your request is on its way' }).waitFor();

  const officer = await stage.signedIn('francine@m27.example');
  await officer.goto('/app/directory/claims');
  await officer.getByRole('link', { name: 'Trafalgar Craft Chocolate' }).waitFor();
  await officer.getByRole('button', { name: 'Grant' }).click();
  await officer.getByRole('dialog').getByText('Ines Joseph (ines@somewhere.example)').waitFor();
  await assertAccessible(officer);
  await officer.getByRole('dialog').getByRole('button', { name: 'Grant' }).click();
  await officer.getByRole('heading', { name: 'Nothing waits here' }).waitFor();
});

test('a facilitator reads the history of a cluster and takes a change back', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.getByRole('link', { name: 'Windward Cocoa and Spice Cluster' }).click();
  await page.getByRole('link', { name: 'History' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.first().waitFor();
  await assertAccessible(page);
  await undo.first().click();
  await page.getByRole('dialog').getByRole('heading', { name: 'Take this change back?' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
});

test('a facilitator reads what is missing for the next tier', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.getByRole('link', { name: 'Windward Cocoa and Spice Cluster' }).click();
  await page.getByRole('heading', { name: 'Listing' }).waitFor();
  await page.getByText('A review by an editor of the country').waitFor();
  await page.getByRole('button', { name: 'Note the members’ agreement' }).click();
  await page.getByLabel('What it is called').waitFor();
  await assertAccessible(page);
});

test('a steward looks through likely duplicates, compares a pair and says of one that it is two', async () => {
  const officer = await stage.server.as('francine@m27.example');
  for (const name of ['Mero Beach Ices', 'The Mero Beach Ices Co. Ltd'])
    await officer.post('/api/organizations', { name, kind: 'firm', country_code: 'DM', publication: 'published' });
  const page = await stage.signedIn('francine@m27.example');
  await page.goto('/app/directory/duplicates');
  const pair = page.getByRole('listitem').filter({ hasText: 'The Mero Beach Ices Co. Ltd' });
  await pair.getByText('the same name').waitFor();
  await assertAccessible(page);
  await pair.getByRole('button', { name: /^Compare Mero Beach Ices/ }).click();
  await page.getByRole('heading', { name: 'What changes hands' }).waitFor();
  await pair.getByRole('button', { name: /are two organizations/ }).click();
  await pair.waitFor({ state: 'detached' });
});

test('a steward compares two records before making them one', async () => {
  const page = await stage.signedIn('francine@m27.example');
  await page.goto('/app/directory/duplicates');
  for (const [label, words] of [['The one that stays', 'trafalgar'], ['The one that goes', 'portsmouth']] as const) {
    const picker = page.locator('section', { has: page.getByRole('search', { name: label }) });
    await picker.getByRole('searchbox', { name: label }).fill(words);
    await picker.getByRole('button', { name: 'Find' }).click();
    await picker.getByRole('listitem').getByRole('button').first().click();
  }
  await page.getByRole('button', { name: 'Compare the two' }).click();
  await page.getByRole('heading', { name: 'What changes hands' }).waitFor();
  await page.getByText(/Both are on the roster of Windward/).waitFor();
  await assertAccessible(page);
});

for (const [size, options] of [['desktop', desktop], ['phone', phone]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the forms of visitors have no barriers: ${size}, ${colorScheme}`, async () => {
      const page = await stage.visitor({ ...options, colorScheme });
      const record = '/organizations/trafalgar-craft-chocolate';
      for (const path of [`/report?page=${record}`, `/claim?page=${record}`, '/claim/prove', '/welcome', '/confirm']) {
        await page.goto(path);
        await assertAccessible(page);
      }
    });
  }
}

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
