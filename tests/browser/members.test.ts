// SPDX-License-Identifier: Apache-2.0
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, phone, Stage } from './browser.ts';

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
  await page.getByRole('link', { name: /Choiseul/ }).click();
  await page.getByRole('button', { name: 'Change a member' }).click();
  await page.getByLabel(/^Telephone/).fill('+1-758-555-0199');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  // The person behind the contact follows.
  await page.getByRole('link', { name: '+1-758-555-0199' }).waitFor();
  await assertAccessible(page);
});

test('a view narrows the roster, is saved and comes back', async () => {
  const page = await stage.signedIn(facilitator);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: /^Members/ }).click();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Academia').check();
  await page.getByText('2 members').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Knowledge');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByLabel('Saved views').selectOption({ label: 'Everybody present' });
  await page.getByText('28 members').waitFor();
  await page.getByLabel('Saved views').selectOption({ label: 'Knowledge' });
  await page.getByText('2 members').waitFor();
});

test('one field of several members is looked at and then changed', async () => {
  const page = await stage.signedIn(facilitator);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: /^Members/ }).click();
  await page.getByLabel('Choose Concord Valley Chocolate').check();
  await page.getByLabel('Choose Choiseul Chocolate Works').check();
  await page.getByRole('button', { name: 'Change 2 chosen' }).click();
  await page.getByLabel('What changes').selectOption('fee_class');
  await page.getByLabel('New value').fill('Class B');
  await page.getByRole('button', { name: 'See what happens' }).click();
  await page.getByText('2 members change.').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Change 2 members' }).click();
  await page.getByRole('cell', { name: 'Class B' }).first().waitFor();
});

test('a chain gets its members and its monitor', async () => {
  const page = await stage.signedIn(facilitator, phone);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: 'Groups' }).click();
  await page.getByRole('button', { name: 'Add a group' }).click();
  await page.getByLabel('Name').fill('From bean to bar');
  await page.getByLabel(/^Monitor/).selectOption({ label: 'Shanelle Joseph' });
  await page.getByLabel('Concord Chocolate').check();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Monitor: Shanelle Joseph').waitFor();
  await assertAccessible(page);
});

test('what a member gives and gets is recorded and read by the member itself', async () => {
  const page = await stage.signedIn(facilitator);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: /^Members/ }).click();
  await page.getByRole('link', { name: /Trafalgar/ }).click();
  await page.getByRole('link', { name: 'Gives and gets' }).click();
  await page.getByRole('button', { name: 'Record something' }).click();
  await page.getByLabel('Amount').fill('240.50');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText(/XCD\s240\.50/)
    .first()
    .waitFor();
  await assertAccessible(page);

  const member = await stage.signedIn('jodie@m21.example', phone);
  await member.goto('/app/account');
  await member.getByRole('link', { name: /Trafalgar/ }).click();
  await member
    .getByText(/XCD\s240\.50/)
    .first()
    .waitFor();
  await member.getByRole('button', { name: 'Yes' }).click();
  await member.getByText('You have said it.').waitFor();
  await assertAccessible(member);
});

test('dates that contradict each other are named, and what was shown stays', async () => {
  const page = await stage.signedIn(facilitator);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: /^Members/ }).click();
  await page.getByRole('link', { name: /Trafalgar/ }).click();
  await page.getByRole('link', { name: 'Gives and gets' }).click();
  await page.getByLabel('From').fill('2026-03-01');
  await page.getByLabel('To').fill('2026-02-01');
  await page.getByText('This day lies before the one where the period begins.').waitFor();
  await page.getByRole('heading', { name: /Trafalgar/ }).waitFor();
  await assertAccessible(page);
});

test('somebody is asked, agrees without script and stands on the public page until taking it back', async () => {
  const page = await stage.signedIn(facilitator);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Curtis Modeste' }).click();
  await page.getByRole('button', { name: 'Ask to be shown publicly' }).click();
  await page.getByText(/^Asked on/).waitFor();
  await assertAccessible(page);

  const person = await stage.visitor({ ...phone, javaScriptEnabled: false });
  await person.goto('/dev/mail');
  await person.getByRole('link', { name: /^May we show you/ }).first().click();
  await person.locator('pre a').click();
  await person.getByLabel('French').check();
  await person.getByRole('button', { name: 'I agree, show me' }).click();
  await person.getByText(/^You have been shown since/).waitFor();
  const link = person.url();
  await person.goto('/clusters/windward-cocoa-and-spice');
  const team = person.locator('section', { has: person.getByRole('heading', { name: 'Team' }) });
  await team.getByText('Curtis Modeste').waitFor();
  await team.getByText('English, French').waitFor();
  await person.goto(link);
  await person.getByRole('button', { name: 'Take me off the page' }).click();
  await person.goto('/clusters/windward-cocoa-and-spice');
  assert.equal(await team.count(), 0);
});

test('the page on which somebody agrees has no barriers', async () => {
  const page = await stage.visitor(phone);
  await page.goto('/dev/mail');
  await page.getByRole('link', { name: /^May we show you/ }).first().click();
  await page.locator('pre a').click();
  await page.getByRole('heading', { name: /may we show you/ }).waitFor();
  await assertAccessible(page);
});

test('a person is erased, and the receipt says what stays', async () => {
  const page = await stage.signedIn(facilitator);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByLabel('Name').fill('Passing Visitor');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Passing Visitor' }).click();
  await page.getByRole('button', { name: 'Erase this person' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('What stays, and why').waitFor();
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
  await page.getByRole('link', { name: 'Gouyave Fish Smokers' }).waitFor();
});

test('what resembles an organization of the register is shown, and the person chooses', async () => {
  const page = await stage.signedIn(facilitator);
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: /^Members/ }).click();
  await page.getByRole('button', { name: 'Add a member' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Gouyave Fish Smoker Ltd');
  await dialog.getByLabel('Contact person').fill('Ann Smoker');
  const already = dialog.getByRole('group', { name: 'Already in the register?' });
  await already.getByText('already on this roster').waitFor();
  await assertAccessible(page);
  await already.getByLabel('None of these: it is a new one').check();
  await dialog.getByLabel(/The contact agreed/).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Gouyave Fish Smoker Ltd' }).waitFor();
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
