// SPDX-License-Identifier: Apache-2.0
// A facilitator takes up an introduction, tells both, notes a meeting on a phone, and reads the recipe card.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
let cluster: string;

before(async () => {
  stage = await Stage.open();
  const facilitator = await stage.server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  // The demonstration has some of its own.
  for (const table of ['introductions', 'meetings', 'recipe_leaders', 'recipes']) stage.server.execute(`DELETE FROM ${table}`);
});
after(() => stage.close());

const alana = 'alana@m10.example';

test('three lists, one is taken up by keyboard, told and moved on', async () => {
  const page = await stage.signedIn(alana, desktop);
  await page.goto(`/app/clusters/${cluster}/introductions`);
  await page.getByRole('heading', { name: 'Whom to introduce next' }).waitFor();
  const list = page.getByRole('region', { name: 'Close the triangle' });
  await list.getByRole('button').first().waitFor();
  await assertAccessible(page);
  await list.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  const taken = page.getByRole('region', { name: 'Introduced' });
  await taken.getByRole('button', { name: /What to tell/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Copy the message/ }).first().waitFor();
  await assertAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: /Mail it/ }).click();
  await page.getByRole('dialog').getByText(/Mailed on/).waitFor();
  await page.keyboard.press('Escape');
  await taken.getByRole('button', { name: 'They met' }).click();
  await page.getByText('1 of 1 met').waitFor();
});

test('what was noted of an introduction can be corrected', async () => {
  const page = await stage.signedIn(alana, phone);
  await page.goto(`/app/clusters/${cluster}/introductions`);
  await page.getByRole('button', { name: /Note how it went/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note for yourself').fill('Coffee in Gouyave');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Coffee in Gouyave').waitFor();
  await assertAccessible(page);
});

test('a meeting is noted on a phone with a thumb, and draws who met whom', async () => {
  const page = await stage.signedIn(alana, phone);
  await page.goto(`/app/clusters/${cluster}/meetings`);
  await page.getByRole('button', { name: 'Note a meeting' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it was').fill('Visit to the mill');
  await dialog.getByLabel('Kind').selectOption('member_visit');
  const boxes = dialog.getByRole('checkbox');
  for (const place of [0, 1, 2]) await boxes.nth(place).check();
  await assertAccessible(page);
  await dialog.getByRole('button', { name: /3 members present/ }).click();
  await page.getByText('Visit to the mill').waitFor();
  await page.getByRole('link', { name: 'Who met whom' }).click();
  await page.getByText('1 of 1 meetings have a list of who came', { exact: false }).waitFor();
  await page.getByText('To sit in one room is not a tie', { exact: false }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Show as table' }).click();
  assert.equal(await page.getByRole('row').count(), 4, 'a heading and three pairs');
});

test('a pasted list says which names fit nobody before it is written', async () => {
  const page = await stage.signedIn(alana, desktop);
  await page.goto(`/app/clusters/${cluster}/meetings`);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const dialog = page.getByRole('dialog');
  const table = dialog.getByLabel('Table with a heading line');
  await table.fill('date,title,kind,attended\n2026-01-31,Supper,Meal or feast,Nobody Ltd\n');
  await dialog.getByRole('button', { name: 'Look what it brings' }).click();
  await dialog.getByText('Nobody Ltd', { exact: false }).last().waitFor();
  assert.equal(await dialog.getByRole('button', { name: 'Write all of it' }).count(), 0);
  await assertAccessible(page);
  await table.fill('date,title,kind,attended\n2026-01-31,Supper,Meal or feast,\n');
  await dialog.getByRole('button', { name: 'Look what it brings' }).click();
  await dialog.getByRole('button', { name: 'Write all of it' }).click();
  await page.getByText('Supper').waitFor();
});

test('the recipe card says what is missing, then how long the first result took', async () => {
  const page = await stage.signedIn(alana, phone);
  await page.goto(`/app/clusters/${cluster}/recipe`);
  await page.getByText('It is not said yet who led', { exact: false }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Say how it began' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('First day of the programme or the work').fill('2024-01-01');
  await dialog.getByLabel('Day of the first result').fill('2024-04-11');
  await dialog.getByRole('textbox', { name: /^The first result/ }).fill('A joint container');
  for (const place of [0, 1, 2]) await dialog.getByRole('checkbox').nth(place).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('101 days').first().waitFor();
  await assertAccessible(page);
});

test('nothing went wrong on any page', () => assert.deepEqual(stage.errors, []));
