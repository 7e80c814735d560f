// SPDX-License-Identifier: Apache-2.0
// A table comes in: dropped, pasted, mapped, corrected, written, stopped and taken back, on a desk and on a phone.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
import { workbook } from '../workbook.ts';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

const facilitator = 'alana@m10.example';
const windward = 'Windward Cocoa and Spice Cluster';
const officer = 'francine@m27.example';

let stage: Stage;
before(async () => {
  stage = await Stage.open();
});
after(() => stage.close());

async function toRosterImport(page: Page) {
  await page.getByRole('link', { name: windward }).click();
  await page.getByRole('link', { name: /^Members/ }).click();
  await page.getByRole('link', { name: 'Import a list' }).first().click();
  await page.getByRole('heading', { name: 'Import a member list' }).waitFor();
}

const choose = (page: Page, name: string, content: string | Buffer) =>
  page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content as string),
  });

const noSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

for (const [where, options] of [
  ['a desk', desktop],
  ['a phone', phone],
] as const) {
  test(`a member list is mapped, corrected, brought in and taken back on ${where}`, async () => {
    const page = await stage.signedIn(facilitator, options);
    await toRosterImport(page);
    await assertAccessible(page);
    const list =
      `Name,Kind,Country,Contact,Since,Seen from ${where}\nBlue Tin Bakers ${where},firm,Grenada,office@bluetin.example,3/4/2020,\n` +
      `Half a Row ${where},firm,Atlantis,half@row.example,5/6/2021,\n`;
    await choose(page, 'list.csv', list);
    await page.getByRole('group', { name: /How does “Since” write dates/ }).waitFor();
    await assertAccessible(page);
    await page.getByLabel('3/4 is 3 April').check();
    await page.getByText('2020-04-03').waitFor();
    await page.getByLabel('Column “Contact”').selectOption('email');
    await page.getByText('chosen by you').waitFor();

    const half = page.getByRole('listitem').filter({ hasText: 'Half a Row' });
    await half.getByRole('button', { name: /Correct row 3/ }).click();
    await half.getByLabel(/^Country/).fill('Dominica');
    await assertAccessible(page);
    await half.getByRole('button', { name: 'Check the row again' }).click();
    await half.getByText('Atlantis').waitFor();
    assert.ok(await noSideways(page), 'nothing scrolls sideways');

    await page.getByRole('button', { name: 'Bring in 2 rows' }).click();
    await page.getByRole('heading', { name: 'All rows are in.' }).waitFor();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('heading', { name: 'The import was taken back.' }).waitFor();
    await assertAccessible(page);
  });
}

test('rows are dropped or pasted, and doubts are settled', async () => {
  const page = await stage.signedIn(officer);
  await page.goto('/app/directory/import');
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(
      new File(['name,country\nDropped Kilns,GD\n'], 'dropped.csv', {
        type: 'text/csv',
      }),
    );
    return data;
  });
  await page.locator('label:has(input[type=file])').dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByRole('heading', { name: 'dropped.csv' }).waitFor();
  await page.locator('strong', { hasText: 'Dropped Kilns' }).waitFor();

  await page.getByRole('link', { name: 'Import another table' }).click();
  await page.getByLabel(/Or paste rows/).fill('Name\tCountry\nPasted Looms\tLC\nPasted Looms Ltd\tLC\n');
  await page.getByRole('button', { name: 'Look at these rows' }).click();
  await page.getByText('Repeats row 2, “Pasted Looms”.').waitFor();
  await page.getByLabel('What to do with row 3').selectOption('create');
  await page.getByText('Repeats row 2').waitFor({ state: 'detached' });
  await assertAccessible(page);
});

test('another sheet of a workbook is chosen on the screen', async () => {
  const page = await stage.signedIn(officer);
  await page.goto('/app/directory/import');
  const buffer = workbook([
    { name: 'Read me', rows: [['Please fill in the next sheet'], ['Thank you']] },
    { name: 'Firms', rows: [['name', 'country'], ['Sheet Two Works', 'Dominica']] },
  ]);
  await page.setInputFiles('input[type=file]', { name: 'firms.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('combobox', { name: 'Sheet', exact: true }).selectOption('Firms');
  await page.getByText('Sheet Two Works').first().waitFor();
  await assertAccessible(page);
  await page.reload();
  await page.getByText('Read from the sheet “Firms”').waitFor();
});

test('what is no table is refused in words', async () => {
  const page = await stage.signedIn(facilitator);
  await toRosterImport(page);
  await choose(page, 'quotes.csv', 'Name,Country\n"Blue Tin Bakers,Grenada\n');
  await page.getByRole('alert').getByText('A quotation mark is never closed').waitFor();
  await choose(page, 'picture.csv', await page.screenshot());
  await page.getByRole('alert').getByText('This is no text file').waitFor();
  await choose(page, 'short.csv', 'Name,Country\n');
  await page.getByRole('alert').getByText('no row below it').waitFor();
  await choose(page, 'old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  await page.getByRole('alert').getByText('has a password or is of the kind before 2007').waitFor();
  await choose(page, 'nameless.csv', 'Country,Kind\nGrenada,firm\n');
  await page.getByText('Which column holds the name?').waitFor();
});

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
