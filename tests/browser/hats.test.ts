// SPDX-License-Identifier: Apache-2.0
// One person answers for two organizations; a facilitator takes in a network that a university collected.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
let cluster: string;
let links: any[];

before(async () => {
  stage = await Stage.open();
  const facilitator = await stage.server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const made = await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'Hats', is_baseline: false });
  await facilitator.post(`/api/waves/${made.body.id}/open`);
  links = (await facilitator.get(`/api/waves/${made.body.id}/links`)).body.items;
  const members = (await facilitator.get(`/api/clusters/${cluster}/members?limit=50`)).body.items;
  for (const { label } of links.slice(0, 2)) {
    const member = members.find((each: any) => each.label === label);
    const body = { contact_name: 'Ines Baptiste', contact_email: 'ines@office.example' };
    const headers = { 'if-match': `"${member.version}"` };
    assert.equal((await facilitator.request('PATCH', `/api/memberships/${member.id}`, { body, headers })).status, 200);
  }
});
after(() => stage.close());

test('a person with two organizations is asked once as which one, and goes on as the other', async () => {
  const { pathname, hash } = new URL(links[0].url);
  const page = await stage.visitor(phone);
  await page.goto(pathname + hash);
  await page.getByRole('heading', { name: 'As which organization do you answer now?' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: links[1].label }).click();
  await page.getByText(links[1].label).first().waitFor();
  await page.getByLabel('My facilitator may see').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel(links[0].label).waitFor();
  assert.equal(await page.getByLabel(links[1].label, { exact: true }).count(), 0, 'nobody is asked about itself');
});

test('a matrix from elsewhere is looked at, decided and becomes a closed wave that says so', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`/app/clusters/${cluster}/waves/import`);
  const [a, b, c] = links.map(({ label }) => label);
  const table = `,${a},${b},${c},Nobody We Know\n${a},0,1,1,0\n${b},1,0,0,0\n${c},0,0,0,0\nNobody We Know,0,0,0,0\n`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'study.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.getByLabel('Title').fill('University study');
  await page.getByLabel('Who collected it, and how').fill('University, interviews');
  await page.getByLabel('Of which day it is').fill('2024-05-17');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText('1 name still needs a decision.').waitFor();
  await assertAccessible(page);
  assert.ok(await page.getByRole('button', { name: 'Import as a closed wave' }).isDisabled());
  await page.getByLabel('Which member is Nobody We Know?').selectOption({ label: 'No member: leave out' });
  await page.getByText('1 name still needs a decision.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Import as a closed wave' }).click();
  await page.getByRole('heading', { name: 'University study' }).waitFor();
  await page.getByText('Imported', { exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: /again/ }).count(), 0, 'nobody can be asked again');
  assert.equal(await page.getByRole('heading', { name: 'Links' }).count(), 0);
  await assertAccessible(page);
});
