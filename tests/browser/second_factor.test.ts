// SPDX-License-Identifier: Apache-2.0
// Somebody with an office signs in by password alone, as far as the page that sets up a second step, and goes on.
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
import { codeOf } from '../codes.ts';
import { assertAccessible, phone, Stage } from './browser.ts';

let stage: Stage;
// A passkey belongs to a name, and 127.0.0.1 is none.
before(async () => (stage = await Stage.open(['--demo', '--demand-second-factor', 'true', '--base-url', 'http://localhost:PORT'])));
after(() => stage.close());

const password = 'breadfruit on the open fire';
const at = (path: string) => `http://localhost:${stage.server.port}${path}`;

function officer(email: string): string {
  const words = ['--email', email, '--name', 'Office Holder', '--password', password, '--role', 'regional_editor', '--scope', 'platform'];
  assert.equal(stage.server.command('user', 'add', '--data', stage.server.folder, ...words).status, 0);
  return email;
}

async function signIn(page: Page, email: string) {
  await page.goto(at('/app/directory'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'One more step for your role' }).waitFor();
}

test('codes are set up on the way in, kept, and the page that was asked for opens', async () => {
  const page = await stage.visitor(phone);
  await signIn(page, officer('codes@factor.example'));
  await assertAccessible(page);
  await page.goto(at('/app/account'));
  await page.getByRole('heading', { name: 'One more step for your role' }).waitFor();
  await page.getByRole('button', { name: 'Set up codes' }).click();
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('First code of the app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Turn codes on' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).waitFor();
  assert.equal(await page.locator('code').count(), 10, 'the recovery codes stay until they are kept');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: 'One more step for your role' }).count(), 0);
  await page.goto(at('/app/directory'));
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('when the page does not come over a poor line, that is said, and trying again brings it', async () => {
  const page = await stage.visitor(phone);
  await page.route('**/SecondFactorPage*', (route) => route.abort());
  await page.goto(at('/app/directory'));
  await page.getByLabel('E-mail').fill(officer('poorline@factor.example'));
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'That did not work' }).waitFor();
  await page.unroute('**/SecondFactorPage*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'One more step for your role' }).waitFor();
});

test('a passkey is made on the way in, and signs in at once', async () => {
  const page = await stage.visitor();
  await signIn(page, officer('passkey@factor.example'));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name, so that you know it again').fill('Phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('button', { name: 'Sign in with your passkey' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Sign in with your passkey' }).click();
  await page.getByRole('link', { name: 'Directory', exact: true }).waitFor();
  await page.getByRole('heading', { name: 'One more step for your role' }).waitFor({ state: 'detached' });
  assert.deepEqual(stage.errors, []);
});
