// SPDX-License-Identifier: Apache-2.0
// The ways into an account, as a person goes them: password, codes, mailed links, passkeys, another address.
import { strict as assert } from 'node:assert';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
import { codeOf } from '../codes.ts';
import { assertAccessible, desktop, phone, Stage } from './browser.ts';

let stage: Stage;
// A passkey belongs to a name, and 127.0.0.1 is none.
before(async () => (stage = await Stage.open(['--demo', '--base-url', 'http://localhost:PORT'])));
after(() => stage.close());
// What an address may try in a minute is counted in memory: every journey begins with its own share.
beforeEach(() => stage.server.restart());

const password = 'breadfruit on the open fire';
let made = 0;

function newAccount(): string {
  const email = `person${++made}@journey.example`;
  const words = ['user', 'add', '--data', stage.server.folder, '--email', email, '--name', 'Perla Person', '--password', password];
  assert.equal(stage.server.command(...words).status, 0);
  return email;
}

const at = (path: string) => `http://localhost:${stage.server.port}${path}`;

async function fill(page: Page, email: string, secret = password) {
  await page.goto(at('/app/sign-in'));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function securityOf(email: string, options = desktop): Promise<Page> {
  const page = await stage.visitor(options);
  await fill(page, email);
  await page.getByRole('heading', { name: 'My clusters' }).waitFor();
  await page.goto(at('/app/account/security'));
  await page.getByRole('heading', { name: 'How you sign in' }).waitFor();
  return page;
}

/// The address in the newest mail that leads to that page of the app.
async function mailedLink(email: string, page: string): Promise<string> {
  const html = async (path: string) => (await fetch(at(path), { headers: { accept: 'text/html' } })).text();
  const rows = (await html('/dev/mail')).split('<tr').filter((row) => row.includes(email));
  for (const row of rows) {
    const found = (await html(row.match(/href="([^"]*\/dev\/mail\/[^"]+)"/)![1]!)).match(new RegExp(`${page}#[\\w-]+`));
    if (found) return at(`/app${found[0]}`);
  }
  throw new Error(`no ${page} mailed to ${email}`);
}

test('codes are set up with an app and asked for from then on', async () => {
  const email = newAccount();
  const page = await securityOf(email);
  await page.getByRole('button', { name: 'Set up codes' }).click();
  await page.getByRole('img', { name: 'QR code with the secret' }).waitFor();
  await assertAccessible(page);
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('First code of the app').fill('000000');
  await page.getByRole('button', { name: 'Turn codes on' }).click();
  await page.getByText('This code is not right').waitFor();
  await page.getByLabel('First code of the app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Turn codes on' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).waitFor();
  assert.equal(await page.locator('code').count(), 10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 recovery codes left').waitFor();

  const elsewhere = await stage.visitor(phone);
  await fill(elsewhere, email);
  await elsewhere.getByRole('heading', { name: 'One more step' }).waitFor();
  await assertAccessible(elsewhere);
  await elsewhere.getByLabel('Code').fill(codeOf(secret, 1));
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await elsewhere.getByRole('heading', { name: 'My clusters' }).waitFor();
});

test('a passkey is made with the password anew, signs in alone, and is removed', async () => {
  const email = newAccount();
  const page = await securityOf(email);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  stage.server.execute('UPDATE sessions SET proven_at = proven_at - 601000');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name, so that you know it again').fill('Phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it you?' });
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Remove Phone' }).waitFor();

  await page.goto(at('/app/account'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('heading', { name: 'My clusters' }).waitFor();
  await page.goto(at('/app/account/security'));
  await page.getByText('by passkey', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Remove Phone' }).click();
  await page.getByText('None yet.').waitFor();
});

test('a forgotten password is chosen anew by the mailed link', async () => {
  const email = newAccount();
  const page = await stage.visitor(phone);
  await page.goto(at('/app/sign-in'));
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Mail me the link' }).click();
  await page.getByText('a mail is on its way').waitFor();
  await assertAccessible(page);
  await page.goto(await mailedLink(email, '/reset'));
  await page.getByLabel('New password').fill('too short');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('at least 15 characters', { exact: false }).first().waitFor();
  await assertAccessible(page);
  await page.getByLabel('New password').fill('soursop behind the kitchen');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your new password holds').waitFor();
  await fill(page, email, 'soursop behind the kitchen');
  await page.getByRole('heading', { name: 'My clusters' }).waitFor();
});

test('a mailed link waits for the button and signs in', async () => {
  const email = newAccount();
  const page = await stage.visitor();
  await page.goto(at('/app/sign-in'));
  await page.getByRole('button', { name: 'Mail me a link instead' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Mail me the link' }).click();
  await page.getByText('a mail is on its way').waitFor();
  const link = await mailedLink(email, '/sign-in/link');
  const scanner = await stage.visitor();
  await scanner.goto(link);
  await scanner.getByText('Press the button to sign in').waitFor();
  await page.goto(link);
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'My clusters' }).waitFor();
});

test('another address is confirmed from its mail and undone from the former one', async () => {
  const email = newAccount();
  const page = await securityOf(email, phone);
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByLabel('New address').fill(email.replace('@', '-new@'));
  await page.getByRole('button', { name: 'Mail a link there' }).click();
  await page.getByText('A link is on its way').waitFor();
  await page.goto(await mailedLink(email.replace('@', '-new@'), '/email/confirm'));
  await page.getByRole('button', { name: 'This is my address' }).click();
  await page.getByText('The address is changed.').waitFor();
  const other = await stage.visitor();
  await other.goto(await mailedLink(email, '/email/undo'));
  await assertAccessible(other);
  await other.getByRole('button', { name: 'That was not me: undo it' }).click();
  await other.getByText('The address is yours again').waitFor();
});

test('other sessions are seen and ended', async () => {
  const email = newAccount();
  const elsewhere = await securityOf(email, phone);
  const page = await securityOf(email);
  await page.getByRole('button', { name: /^End the session of/ }).click();
  await page.getByText('Signed out there.').waitFor();
  await elsewhere.goto(at('/app/account'));
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
});

for (const [size, options] of [['desktop', desktop], ['phone', phone]] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the ways in have no barriers: ${size}, ${colorScheme}`, async () => {
      const page = await securityOf(newAccount(), { ...options, colorScheme } as typeof desktop);
      await assertAccessible(page);
      const visitor = await stage.visitor({ ...options, colorScheme });
      await visitor.goto(at('/app/sign-in'));
      await visitor.getByRole('button', { name: 'Sign in' }).waitFor();
      await assertAccessible(visitor);
    });

test('no page wrote an error', () => assert.deepEqual(stage.errors, []));
