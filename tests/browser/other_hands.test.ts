// SPDX-License-Identifier: Apache-2.0
// A member without a phone: its paper form is typed in, another one is asked by telephone, and one corrects it.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
let wave: string;
let links: any[];

before(async () => {
  stage = await Stage.open();
  const facilitator = await stage.server.as('alana@m10.example');
  const clusterId = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const made = await facilitator.post(`/api/clusters/${clusterId}/waves`, { title: 'On paper', is_baseline: false });
  wave = made.body.id;
  await facilitator.post(`/api/waves/${wave}/open`);
  links = (await facilitator.get(`/api/waves/${wave}/links`)).body.items;
});
after(() => stage.close());

test('a clerk types a returned form by its reference, and what is no number is marked', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`/app/waves/${wave}`);
  await page.getByRole('link', { name: 'Forms and interviews' }).click();
  await page.getByLabel('Whose form is it?').fill('1');
  await assertAccessible(page);
  await page.getByLabel('Whose form is it?').press('Enter');
  await page.getByRole('heading', { level: 1, name: links[0].label }).waitFor();
  await page.getByLabel('Use my contacts in figures only').check();
  const know = page.getByLabel(/^1\./);
  await know.fill('2 3 99');
  await page.getByText('No number of a member: 99').waitFor();
  await know.fill('2 3 5');
  await page.getByLabel('Total on the form').first().fill('4');
  await page.getByText('3 were typed; the form says otherwise.').waitFor();
  await page.getByLabel('Total on the form').first().fill('3');
  await page.getByLabel(/^2\./).fill('2w 3m 7');
  await page.getByText(`Not ticked in the question before: ${links[6].label}`).waitFor();
  await page.getByLabel(/^2\./).fill('2w 3m');
  await page.getByText(`2 ${links[1].label} · Weekly or more`).waitFor();
  await page.getByLabel(/^4\./).fill('0');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Enter as the member’s answers' }).click();
  await page.getByRole('heading', { name: 'Entered' }).waitFor();
  await assertAccessible(page);
});

test('a draft is there again after the page was left', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`/app/waves/${wave}/entries/${links[1].respondent_id}`);
  const kept = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
  await page.getByLabel(/^1\./).fill('4 6');
  await page.getByLabel('Total on the form').first().focus();
  await kept;
  await page.reload();
  assert.equal(await page.getByLabel(/^1\./).inputValue(), '4 6');
});

test('an interview goes in large steps, and asks nothing confidential', async () => {
  const page = await stage.signedIn('alana@m10.example', phone);
  await page.goto(`/app/waves/${wave}/interview/${links[2].respondent_id}`);
  await page.getByText('Read out, and ask').waitFor();
  await page.getByLabel('My facilitator may see my contacts by name').check();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel(links[0].label).check();
  await page.getByLabel(links[4].label).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('group', { name: links[0].label }).getByLabel('Monthly').check();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('None of these').check();
  await page.getByText('Confidential questions are not asked here').waitFor();
  await page.getByRole('button', { name: 'Enter as the member’s answers' }).click();
  await page.getByRole('heading', { name: 'Entered' }).waitFor();
});

test('the member sees what was entered for it and corrects it', async () => {
  const { pathname, hash } = new URL(links[0].url);
  const page = await stage.visitor(phone);
  await page.goto(pathname + hash);
  await page.getByRole('region', { name: 'Entered for you' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'See and correct' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('These answers were entered for you.').waitFor();
  assert.ok(await page.getByLabel(links[1].label).isChecked());
  await page.getByLabel(links[7].label).check();
  await page.getByText('Received', { exact: true }).waitFor();
  await page.reload();
  await page.getByLabel(links[7].label).waitFor();
  assert.equal(await page.getByText('These answers were entered for you.').count(), 0, 'it is its own row now');
});
