// SPDX-License-Identifier: Apache-2.0
// Given only the demonstration wave, somebody new reads who bridges the islands, what changed, and how sure that is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage, assertAccessible, phone } from './browser.ts';

let stage: Stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

async function results(title: string, options = {}) {
  const page = await stage.signedIn('alana@m10.example', options);
  const session = await (await page.request.get('/api/session')).json();
  const waves = await (await page.request.get(`/api/clusters/${session.grants[0].scope_id}/waves`)).json();
  const wave = waves.items.find((each: { title: string }) => each.title === title);
  await page.goto(`/app/waves/${wave.id}/network`);
  await page.getByRole('heading', { name: 'In five sentences' }).waitFor();
  await page.getByRole('heading', { name: 'What is not known' }).waitFor();
  return page;
}

test('each sentence opens to what it rests on', async () => {
  const page = await results('Baseline');
  const sentence = page.getByRole('listitem').filter({ hasText: 'possible ties' }).first();
  await sentence.getByText('What it rests on').click();
  await sentence.getByText('Acquaintances among the possible ties').waitFor();
  await sentence.getByText('43%, 35% to 43% · From 22 answers').waitFor();
  await assertAccessible(page);
});

test('who bridges the islands stands on the page, and in no file', async () => {
  const page = await results('After one year');
  const people = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Who connects, who stands apart' }) });
  await people.getByText('Concord Chocolate').first().waitFor();
  await people.getByText('15 contacts in other groups').waitFor();
  assert.equal(await people.getByRole('button').count(), 0);
  assert.equal(await people.getByRole('link').count(), 0);
});

test('whether the network holds without the facilitator is told beside the wave before', async () => {
  const page = await results('After one year');
  const table = page.locator('section').filter({ has: page.getByRole('heading', { name: 'With the facilitator and without' }) });
  await table.getByRole('columnheader', { name: 'Without, in “Baseline”' }).waitFor();
  await table.getByText('Baseline: From 22 answers, 81% response').waitFor();
  // Ten, nine and six members; of the one who was silent nothing is known.
  assert.match(await table.getByRole('row', { name: 'Pieces that hang together' }).innerText(), /1\s+1\s+3/);
});

test('the heat map follows the chosen groups, and has its table', async () => {
  const page = await results('After one year');
  const groups = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: 'From group to group' }) });
  await groups.getByText('Contacts stay inside the groups more than chance').waitFor();
  await groups.getByLabel('Groups by').selectOption({ label: 'Line of business' });
  await groups.getByText('smaller groups together').first().waitFor();
  await groups.getByRole('button', { name: 'Show as table' }).click();
  await groups.getByRole('columnheader', { name: 'Named group' }).waitFor();
});

test('what changed is told by groups and over all waves, and how sure that is', async () => {
  const page = await results('After one year');
  await page.getByRole('link', { name: 'What changed, group by group' }).click();
  await page.getByRole('heading', { name: 'What changed', exact: true }).waitFor();
  await page.getByText('more than silent members could explain').first().waitFor();
  await page.getByText('1 member joined since “Baseline”').waitFor();
  await page.getByText('Inside Grenada').waitFor();
  await page.getByRole('img', { name: /Know each other.*Baseline 43%, After one year 50%/ }).waitFor();
  await page.getByText('A double stroke').waitFor();
  await assertAccessible(page);
});

test('a measure stands beside random networks, and says how many clusters a comparison needs', async () => {
  const page = await results('After one year');
  await page.getByRole('link', { name: 'All measures' }).click();
  await page.getByRole('heading', { name: 'Do contacts of a member know each other?' }).waitFor();
  await page.getByText('a comparison needs three').waitFor();
  await assertAccessible(page);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the story fits a phone: ${colorScheme}`, async () => {
    const page = await results('Baseline', { ...phone, colorScheme });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), phone.viewport!.width);
    await assertAccessible(page);
    await page.getByRole('link', { name: /After one year|Baseline/ }).first().waitFor();
  });

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
