// SPDX-License-Identifier: Apache-2.0
// A service is linked, signs in and is unlinked, as a person goes the way; and a token is made and ended.
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
import { Provider } from '../api/provider.ts';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
let provider: Provider;
before(async () => {
  provider = await Provider.start();
  stage = await Stage.open();
  const { base, client_id, port } = provider;
  writeFileSync(join(stage.server.folder, 'secret'), provider.secret);
  const table = `[ministry]\nname = "Ministry"\nissuer = "${base}"\nclient_id = "${client_id}"\nsecret_file = "secret"\n`;
  writeFileSync(join(stage.server.folder, 'services.toml'), `outgoing_allowed = "127.0.0.1:${port}"\n${table}`);
});
after(async () => {
  await stage?.close();
  provider.stop();
});

const password = 'breadfruit on the open fire';
const at = (path: string) => `${stage.server.base}${path}`;

async function signedIn(email: string): Promise<Page> {
  const words = ['user', 'add', '--data', stage.server.folder, '--email', email, '--name', 'Perla Person', '--password', password];
  assert.equal(stage.server.command(...words).status, 0);
  const page = await stage.visitor(desktop);
  await page.goto(at('/app/sign-in'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'My clusters' }).waitFor();
  return page;
}

test('a service signs in once it was linked, and no more when it was unlinked', async () => {
  const stranger = await stage.visitor(phone);
  await stranger.goto(at('/app/sign-in'));
  await stranger.getByRole('button', { name: 'Sign in with Ministry' }).waitFor();
  await assertAccessible(stranger);
  await stranger.getByRole('button', { name: 'Sign in with Ministry' }).click();
  await stranger.getByText('No account is linked to this sign-in').waitFor();
  assert.equal(new URL(stranger.url()).search, '');
  await assertAccessible(stranger);

  const page = await signedIn('perla@oidc.example');
  await page.goto(at('/app/account/security'));
  await page.getByRole('button', { name: 'Link Ministry', exact: true }).click();
  await page.getByText('Linked. From now on you can sign in that way.').waitFor();
  await page.getByText('person@provider.example').waitFor();
  await assertAccessible(page);

  await page.goto(at('/app/account'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with Ministry' }).click();
  await page.getByRole('heading', { name: 'My clusters' }).waitFor();
  await page.goto(at('/app/account/security'));
  await page.getByText('through another service', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Unlink Ministry' }).click();
  await page.getByText('person@provider.example').waitFor({ state: 'detached' });
});

test('a token is made, shown once and ended', async () => {
  const page = await signedIn('machine@oidc.example');
  await page.goto(at('/app/account'));
  await page.getByRole('link', { name: 'Tokens for programs' }).click();
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByLabel('Name of the token').fill('Price list');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Make the token' }).click();
  const text = await page.locator('code').innerText();
  assert.match(text, /^kbt_/);
  const ask = () => fetch(at('/api/organizations'), { headers: { authorization: `Bearer ${text}` } });
  assert.equal((await ask()).status, 200);
  await assertAccessible(page);

  await page.reload();
  await page.getByText('Price list').waitFor();
  assert.equal(await page.locator('code').count(), 0);
  await page.getByRole('button', { name: 'End the token Price list' }).click();
  await page.getByText('None yet.').waitFor();
  assert.equal((await ask()).status, 401);
});
