// SPDX-License-Identifier: Apache-2.0
// A facilitator designs a wave: other questions, own words, who will see what, a walk through it, and away with it.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

const windward = 'Windward Cocoa and Spice Cluster';
let wave = ''; // the path of its page

async function toWaves(page: Page) {
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('navigation', { name: windward }).getByRole('link', { name: 'Waves' }).click();
}

test('on a phone a wave gets an optional question and own words, and the break of the series is said', async () => {
  const page = await stage.signedIn('alana@m10.example', phone);
  await toWaves(page);
  await page.getByRole('button', { name: 'New wave' }).click();
  await page.getByLabel('Title').fill('Designed');
  assert.ok(await page.getByLabel('Same questions as in “After one year”').isChecked());
  await page.getByRole('button', { name: 'Prepare the wave' }).click();
  await page.getByRole('link', { name: 'Change the questions' }).click();
  await page.getByRole('heading', { name: 'Change the questions' }).waitFor();
  await assertAccessible(page);
  wave = new URL(page.url()).pathname.replace('/design', '');

  await page.getByLabel('Rely on each other').check();
  const know = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Know each other' }) });
  await know.getByText('Change the wording').click();
  await know.getByLabel('English').fill('Whom of these do you know by name?');
  await know.getByText('Worded otherwise than in “After one year”').waitFor();
  await know.getByLabel('Who may see single answers').selectOption('Limited');
  await page.getByRole('button', { name: 'Save the questions' }).click();
  await page.getByText('Worked together: This question lists only the members marked at another one').waitFor();
  await assertAccessible(page);
  const worked = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Worked together' }) });
  await worked.getByLabel('Who may see single answers').selectOption('Limited');
  await page.getByRole('button', { name: 'Save the questions' }).click();
  await page.getByText('How far can you rely on those you worked with').waitFor();
  await page.getByText('Whom of these do you know by name?').waitFor();
  await page.getByText('Worded otherwise than in the last wave that asked it').waitFor();
});

test('a question gets another scale and gate, and organizations outside are listed', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`${wave}/design`);
  const worked = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Worked together' }) });
  await worked.getByText('Change how it is asked and used').click();
  await worked.getByLabel('Answers', { exact: true }).selectOption('Never, a few times a year, monthly, weekly or more');
  const gate = worked.getByLabel('Asks only about members marked at');
  await gate.selectOption('Communicate');
  await worked.getByText('Other answers than in “After one year”').waitFor();
  await worked.getByText('Asked about other members than in “After one year”').waitFor();
  await assertAccessible(page);
  await gate.selectOption('Know each other');
  await worked.getByLabel('Answers', { exact: true }).selectOption('Marked or not');
  await page.getByLabel('Contact outside the cluster').check();
  await page.getByRole('button', { name: 'Save the questions' }).click();

  await page.getByRole('link', { name: 'Organizations outside the cluster' }).click();
  await page.getByLabel('Or type a name').fill('Island University');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Island University').waitFor();
  await page.getByText('The list is saved').waitFor();
  await assertAccessible(page);
});

test('the facilitator sees who is asked and through whom', async () => {
  const page = await stage.signedIn('alana@m10.example', desktop);
  await page.goto(wave);
  await page.getByRole('link', { name: 'Who is asked' }).click();
  await page.getByText('28 of 28 members on the list are asked').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Which members are asked').selectOption('Members who take part in the programme');
  await page.getByText('Listed, not asked').first().waitFor();
  await page.getByLabel('Which members are asked').selectOption('All members');
  await page.getByText('28 of 28 members on the list are asked').waitFor();
  await page.getByLabel('Trafalgar Chocolate').uncheck();
  await page.getByText('27 of 28 members on the list are asked').waitFor();
  // The message that it is saved, and the bar at the top of a scrolled page, lie over the list.
  await page.locator('[role=status] p').waitFor({ state: 'detached' });
  await page.evaluate(() => scrollTo(0, 0));
  await assertAccessible(page);
  await page.getByLabel('Trafalgar Chocolate').check();
  await page.getByText('28 of 28 members on the list are asked').waitFor();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`who will see what stands on a page of its own: ${colorScheme}`, async () => {
    const page = await stage.signedIn('alana@m10.example', { ...desktop, colorScheme });
    await page.goto(wave);
    await page.getByRole('link', { name: 'Who will see what' }).click();
    const row = page.getByRole('row').filter({ hasText: 'How far can you rely on' });
    await row.getByText('totals only, no name').waitFor();
    await page.getByRole('img', { name: 'What the facilitator’s map will look like' }).waitFor();
    await assertAccessible(page);
  });
}

test('the facilitator walks through the survey as a member, and nothing is saved', async () => {
  const page = await stage.signedIn('alana@m10.example', phone);
  await page.goto(wave);
  await page.getByLabel('Preview as').selectOption('Trafalgar Chocolate');
  await page.getByRole('link', { name: 'Preview the survey' }).click();
  await page.getByText('Nothing that you do here is saved or sent').waitFor();
  await page.getByText('You answer for Trafalgar Chocolate').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Use my contacts in figures only').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Shows who is well connected').waitFor();
  await page.getByLabel('Concord Chocolate').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('group', { name: 'Concord Chocolate' }).getByLabel('Monthly').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('I prefer not to say').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Concord Chocolate').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('None of these').check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('How far can you rely on').waitFor();
  await page.getByText('Nobody sees this answer one to one').waitFor();
  await page.getByRole('group', { name: 'Concord Chocolate' }).getByLabel('Mostly').check();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { name: 'Universities and research' }).waitFor();
  await page.getByRole('group', { name: 'Island University' }).getByLabel('Monthly').check();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'The end of the survey' }).waitFor();
  await assertAccessible(page);

  await page.goto(wave);
  await page.getByRole('button', { name: 'Delete the wave' }).waitFor(); // nobody has answered
});

test('a few members try the wave, are told that it is a trial, and the pilot is thrown away', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(wave);
  await page.getByRole('button', { name: 'Try it with a few members' }).click();
  const dialog = page.getByRole('dialog', { name: 'Try it with a few members' });
  for (const name of ['Trafalgar Chocolate', 'Concord Chocolate']) await dialog.getByLabel(name).check();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Open the pilot' }).click();
  await page.getByText('0 of 2 answered').waitFor();
  const facilitator = await stage.server.as('alana@m10.example');
  const { items } = (await facilitator.get(`/api/waves/${page.url().split('/').at(-1)}/links`)).body;
  assert.equal(items.length, 2);
  const link = new URL(items[0].url);

  const member = await stage.visitor(phone);
  await member.goto(link.pathname + link.hash);
  await member.getByText('They do not count and are thrown away').waitFor();
  await assertAccessible(member);

  await page.getByRole('button', { name: 'Throw the pilot away' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Throw the pilot away' }).click();
  await page.getByRole('heading', { name: 'Designed' }).waitFor();
  await page.getByRole('button', { name: 'Delete the wave' }).waitFor();
});

test('a wave that nobody has begun is deleted after a question', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(wave);
  await page.getByRole('button', { name: 'Delete the wave' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this wave?' });
  await assertAccessible(page);
  await dialog.getByRole('button', { name: 'Delete the wave' }).click();
  await page.getByText('The wave is deleted.').waitFor();
  await page.getByRole('link', { name: 'After one year' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Designed' }).count(), 0);
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
