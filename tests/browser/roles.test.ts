// SPDX-License-Identifier: Apache-2.0
// A facilitator offers roles, names a deputy and hands over; a colleague joins an organization; everybody reads what the
// own account can do.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Client } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
let facilitator: Client;
let cluster: string;
let organization: string;

before(async () => {
  stage = await Stage.open();
  facilitator = await stage.server.as('alana@m10.example');
  cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const jodie = await stage.server.as('jodie@m21.example');
  organization = (await jodie.get('/api/session')).body.grants[0].scope_id;
  addAccount(stage.server, 'colleague@test.example', 'researcher', 'platform', '');
});
after(() => stage.close());

/// The address in the newest mail to somebody.
async function linkTo(address: string): Promise<string> {
  const client = stage.server.client();
  const row = (await client.get('/dev/mail')).text.split('<tr>').find((each) => each.includes(address)) ?? '';
  const text = (await client.get(/href="(\/dev\/mail\/[^"]+)"/.exec(row)![1]!)).text;
  const url = new URL(/<pre.*?href="(http[^"]+)"/s.exec(text)![1]!.replaceAll('&amp;', '&'));
  return url.pathname + url.search + url.hash;
}

test('a consultant is asked with a last day, accepts on a phone, and stands on the list', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`/app/clusters/${cluster}`);
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('heading', { name: /^Roles: / }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Offer a role' }).click();
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Consultant' });
  await page.getByLabel(/^Last day/).fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel('Name', { exact: true }).fill('Ines Joseph');
  await page.getByLabel('E-mail').fill('ines@advice.example');
  await assertAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Offer a role' }).click();
  await page.getByText('Ines Joseph').waitFor();

  const visitor = await stage.visitor(phone);
  await visitor.goto(await linkTo('ines@advice.example'));
  await visitor.getByText(/No network by name, no contacts/).waitFor();
  await assertAccessible(visitor);
  await visitor.getByRole('button', { name: 'Accept' }).click();
  await visitor.getByText(/how to choose a password/).waitFor();

  await page.reload();
  await page.getByRole('button', { name: 'Change the last day of Ines Joseph' }).waitFor();
  await page.getByRole('link', { name: 'What can Ines Joseph do here?' }).click();
  await page.getByText('Reading released totals, nobody by name').first().waitFor();
  await assertAccessible(page);
});

test('a deputy is named for some days, and both see it', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto('/app/account/roles');
  await page.getByRole('heading', { name: 'What this account can do' }).waitFor();
  await page.getByText(/^Running the cluster: roster/).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Name a deputy' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Francine Peltier');
  await page.getByLabel('E-mail').fill('francine@m27.example');
  await assertAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Name a deputy' }).click();
  await page.getByText('The mail is on its way').waitFor();

  const deputy = await stage.signedIn('francine@m27.example', phone);
  await deputy.goto(await linkTo('francine@m27.example'));
  await deputy.getByText(/asks you to stand in/).waitFor();
  await deputy.getByRole('button', { name: 'Accept' }).click();
  await deputy.getByText(/Sign in with/).waitFor();
  await deputy.goto('/app/account/roles');
  await deputy.getByText('You stand in for Alana Noel').waitFor();
  await deputy.getByText('Held for Alana Noel: what gives rights away is closed.').waitFor();
  await assertAccessible(deputy);
  await page.reload();
  await page.getByText('Francine Peltier stands in for you').waitFor();
});

test('a colleague asks to join, and is let in', async () => {
  const page = await stage.signedIn('colleague@test.example', phone);
  const { slug } = (await stage.server.client().get(`/api/organizations/${organization}`)).body;
  await page.goto(`/organizations/${slug}`);
  await page.getByRole('link', { name: 'You work here? Ask to join' }).click();
  await page.getByLabel(/^A word to them/).fill('I keep the books.');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Ask to join' }).click();
  await page.getByText('Asked. You are told by mail.').waitFor();

  const jodie = await stage.signedIn('jodie@m21.example');
  await jodie.goto(`/app/roles/organization/${organization}`);
  await jodie.getByText('I keep the books.').waitFor();
  await assertAccessible(jodie);
  await jodie.getByRole('button', { name: 'Let Test Person in' }).click();
  await jodie.getByRole('dialog').getByRole('button', { name: 'Let in' }).click();
  await jodie.getByText(/given by Jodie Laurent/).waitFor();
});

test('a cluster is handed over, and the former facilitator is outside', async () => {
  const page = await stage.signedIn('alana@m10.example');
  await page.goto(`/app/roles/cluster/${cluster}`);
  await page.getByRole('link', { name: 'Hand over' }).click();
  await page.getByText('Open survey waves').waitFor();
  await assertAccessible(page);
  await page.getByLabel('Name', { exact: true }).fill('Marva George');
  await page.getByLabel('E-mail').fill('marva@cocoa.example');
  await page.getByRole('button', { name: 'Ask to take over' }).click();
  await page.getByText('Marva George').waitFor();

  const visitor = await stage.visitor();
  await visitor.goto(await linkTo('marva@cocoa.example'));
  await visitor.getByText(/hands .* over to you/).waitFor();
  await assertAccessible(visitor);
  await visitor.getByRole('button', { name: 'Accept' }).click();
  await visitor.getByText('The role is yours.', { exact: false }).waitFor();
  assert.equal((await facilitator.get(`/api/clusters/${cluster}/members`)).status, 403);
  assert.deepEqual(stage.errors, []);
});
