// SPDX-License-Identifier: Apache-2.0
// An administrator reads and checks the audit log; a member sees who looked at the cluster from outside.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addAccount } from '../permissions/world.ts';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
let cluster: string;

before(async () => {
  stage = await Stage.open();
  addAccount(stage.server, 'administrator@test.example', 'administrator', 'platform', '');
  const facilitator = await stage.server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  await (await stage.server.as('administrator@test.example')).get(`/api/clusters/${cluster}/profiles`);
  await (await stage.server.as('jodie@m21.example')).get('/api/audit');
});
after(() => stage.close());

test('an administrator finds a refusal by its filters, and checks the chain', async () => {
  const page = await stage.signedIn('administrator@test.example');
  await page.goto('/app/directory');
  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByRole('heading', { name: 'Audit log', level: 1 }).waitFor();
  await page.getByRole('table').waitFor();
  await assertAccessible(page);

  await page.getByLabel('Outcome').selectOption('refused');
  await page.getByLabel('Account (e-mail or id)').fill('jodie@m21.example');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('cell', { name: /GET \/api\/audit/ }).first().waitFor();
  await page.getByRole('cell', { name: 'Done', exact: true }).first().waitFor({ state: 'hidden' });
  assert.match((await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')) ?? '', /outcome=refused/);

  await page.getByRole('button', { name: 'Check the chain' }).click();
  await page.getByText(/^The chain is whole: /).waitFor();
  await assertAccessible(page);
});

test('a changed entry is named on the screen', async () => {
  const page = await stage.signedIn('administrator@test.example', phone);
  await page.goto('/app/audit');
  await page.getByRole('table').waitFor();
  stage.server.execute("UPDATE audit_entries SET route = 'GET /api/elsewhere' WHERE number = 2");
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await page.getByText(/entry 2: it was changed after it was written/).waitFor();
  await assertAccessible(page);
});

test('a member sees which roles looked in from outside this quarter, on a phone', async () => {
  const page = await stage.signedIn('jodie@m21.example', phone);
  await page.goto(`/app/clusters/${cluster}/readers`);
  await page.getByRole('heading', { name: 'Readers from outside' }).waitFor();
  await page.getByRole('cell', { name: 'Administrator' }).first().waitFor();
  await assertAccessible(page);
});
