// SPDX-License-Identifier: Apache-2.0
// How an account is entered: password, mailed links, codes, another address, and where it is signed in.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { codeOf } from '../codes.ts';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
before(async () => {
  server = await TestServer.start();
});
after(() => server.stop());
// What an address and an account may try is counted in memory: every test begins with its own share.
beforeEach(() => server.restart());

const password = 'breadfruit on the open fire';
let made = 0;

/// A new account with that password. @returns Its address; each test has its own, so that limits do not meet.
function newAccount(): string {
  const email = `person${++made}@signin.example`;
  const words = ['user', 'add', '--data', server.folder, '--email', email, '--name', 'Perla Person', '--password', password];
  const added = server.command(...words);
  assert.equal(added.status, 0, added.stderr);
  return email;
}

async function signIn(email: string, secret = password): Promise<Client> {
  const client = server.client();
  const answer = await client.post('/api/session', { email, password: secret });
  assert.equal(answer.status, 200, answer.text);
  return client;
}

const reasonOf = async (answer: Promise<{ status: number; body: any }>) => {
  const { status, body } = await answer;
  return `${status} ${body?.errors?.[0]?.code ?? body?.reason ?? ''}`.trim();
};
const isSignedIn = async (client: Client) => (await client.get('/api/session')).body.account !== null;

const asPage = { headers: { accept: 'text/html' } };

/// The mails to an address, newest first, as the mailbox of the demonstration shows them.
async function mailsTo(address: string): Promise<string[]> {
  const list = await server.client().get('/dev/mail', asPage);
  const rows = list.text.split('<tr').filter((each) => each.includes(address));
  const links = rows.map((row) => row.match(/href="([^"]*\/dev\/mail\/[^"]+)"/)![1]!);
  return Promise.all(links.map(async (link) => (await server.client().get(link, asPage)).text));
}
const tokenIn = (mail: string, page: string) => mail.match(new RegExp(`/app${page}#([\\w-]{43})`))?.[1] ?? '';
async function tokenTo(address: string, page: string): Promise<string> {
  for (const mail of await mailsTo(address)) if (tokenIn(mail, page)) return tokenIn(mail, page);
  throw new Error(`no ${page} mailed to ${address}`);
}

/// Turns codes on. @returns The secret, and the recovery codes.
async function withCodes(client: Client): Promise<{ secret: string; recovery: string[] }> {
  const begun = await client.post('/api/account/codes');
  assert.equal(begun.status, 200, begun.text);
  const confirmed = await client.post('/api/account/codes/confirm', { code: codeOf(begun.body.secret) });
  assert.equal(confirmed.status, 200, confirmed.text);
  return { secret: begun.body.secret, recovery: confirmed.body.codes };
}

/// As after a lunch break: the proof of the owner is too old.
const letProofAge = () => server.execute('UPDATE sessions SET proven_at = proven_at - 601000');

test('a changed password ends the other sessions, and is told by mail', async () => {
  const email = newAccount();
  const [here, elsewhere] = [await signIn(email), await signIn(email)];
  assert.equal(await reasonOf(here.put('/api/account/password', { password: 'short' })), '422 password_too_short');
  assert.equal(await reasonOf(here.put('/api/account/password', { password: 'Perla Person 2026 Perla' })), '422 easy_to_guess');
  assert.equal((await here.put('/api/account/password', { password: 'soursop behind the kitchen' })).status, 204);
  assert.ok(await isSignedIn(here));
  assert.ok(!(await isSignedIn(elsewhere)));
  assert.equal(await reasonOf(server.client().post('/api/session', { email, password })), '401 wrong_email_or_password');
  assert.ok((await mailsTo(email))[0]!.includes('password of'));
});

test('what changes how an account is entered asks for the password anew after ten minutes', async () => {
  const email = newAccount();
  const client = await signIn(email);
  letProofAge();
  for (const [method, path] of [['PUT', 'password'], ['PUT', 'email'], ['POST', 'codes'], ['POST', 'codes/confirm'], ['POST', 'codes/remove']])
    assert.equal(await reasonOf(client.request(method!, `/api/account/${path}`, { body: {} })), '403 prove_again', path);
  assert.equal(await reasonOf(client.post('/api/account/proof', { password: 'not this one' })), '422 wrong_password');
  assert.equal((await client.post('/api/account/proof', { password })).status, 204);
  assert.equal((await client.post('/api/account/codes')).status, 200);
});

test('a forgotten password is chosen anew by a link that works once and ends every session', async () => {
  const email = newAccount();
  const before = await signIn(email);
  const visitor = server.client();
  assert.equal((await visitor.post('/api/password_resets', { email: email.toUpperCase() })).status, 204);
  const token = await tokenTo(email, '/reset');
  assert.equal(await reasonOf(visitor.post('/api/password_resets/use', { token, password: 'short' })), '422 password_too_short');
  assert.equal((await visitor.post('/api/password_resets/use', { token, password: 'tamarind leaves at noon' })).status, 204);
  assert.equal(visitor.cookies.size, 0, 'the new password is shown at the sign-in');
  assert.ok(!(await isSignedIn(before)));
  assert.equal(await reasonOf(visitor.post('/api/password_resets/use', { token, password: 'tamarind leaves at noon' })), '401 link_unknown');
  await signIn(email, 'tamarind leaves at noon');
});

test('an address without an account is answered as one with it, and gets no mail', async () => {
  for (const path of ['/api/password_resets', '/api/sign_in_links']) {
    const known = await server.client().post(path, { email: newAccount() });
    const unknown = await server.client().post(path, { email: 'nobody@signin.example' });
    assert.deepEqual([unknown.status, unknown.text], [known.status, known.text]);
  }
  assert.deepEqual(await mailsTo('nobody@signin.example'), []);
});

test('mail to one address is limited, whether it has an account or not', async () => {
  for (const email of [newAccount(), 'limited@signin.example']) {
    const answers: number[] = [];
    for (let i = 0; i < 4; i++) answers.push((await server.client().post('/api/sign_in_links', { email })).status);
    assert.deepEqual(answers, [204, 204, 204, 429], email);
  }
});

test('a mailed link signs in once, and reading its page uses nothing up', async () => {
  const email = newAccount();
  await server.client().post('/api/sign_in_links', { email });
  const token = await tokenTo(email, '/sign-in/link');
  const scanner = await server.client().get('/app/sign-in/link', asPage);
  assert.equal(scanner.status, 200);
  const visitor = server.client();
  const entered = await visitor.post('/api/session/link', { token });
  assert.equal(entered.body.account.email, email);
  assert.equal((await visitor.get('/api/account/sessions')).body.items[0].entrance, 'link');
  assert.equal(await reasonOf(server.client().post('/api/session/link', { token })), '401 link_unknown');
  assert.equal(await reasonOf(server.client().post('/api/password_resets/use', { token, password })), '401 link_unknown');
});

test('a mailed link ends with its time, and with the account', async () => {
  const late = newAccount();
  await server.client().post('/api/sign_in_links', { email: late });
  const token = await tokenTo(late, '/sign-in/link');
  server.execute("UPDATE tickets SET expires_at = expires_at - 900000 WHERE purpose = 'sign_in'");
  assert.equal(await reasonOf(server.client().post('/api/session/link', { token })), '401 link_unknown');

  const disabled = newAccount();
  const client = await signIn(disabled);
  await server.client().post('/api/sign_in_links', { email: disabled });
  const other = await tokenTo(disabled, '/sign-in/link');
  const command = (word: string, email: string) => server.command('user', word, '--data', server.folder, '--email', email);
  assert.equal(command('disable', disabled).stdout, `${disabled} is disabled\n`);
  assert.ok(!(await isSignedIn(client)), 'its sessions end at once');
  assert.equal(await reasonOf(server.client().post('/api/session/link', { token: other })), '401 link_unknown');
  assert.equal(await reasonOf(server.client().post('/api/session', { email: disabled, password })), '401 wrong_email_or_password');
  assert.equal(command('enable', disabled).status, 0);
  await signIn(disabled);
  assert.equal(command('disable', 'nobody@signin.example').status, 1);
});

test('with codes on, neither password nor link lets in without one', async () => {
  const email = newAccount();
  const { secret } = await withCodes(await signIn(email));
  const visitor = server.client();
  const first = await visitor.post('/api/session', { email, password });
  assert.deepEqual([first.body.account, visitor.cookies.size], [null, 0]);
  assert.equal(await reasonOf(visitor.post('/api/session/code', { ticket: first.body.ticket, code: '000000' })), '401 wrong_code');
  const code = codeOf(secret, 1);
  assert.equal((await visitor.post('/api/session/code', { ticket: first.body.ticket, code })).body.account.email, email);

  const again = (await server.client().post('/api/session', { email, password })).body.ticket;
  assert.equal(await reasonOf(server.client().post('/api/session/code', { ticket: again, code })), '401 wrong_code', 'a code works once');
  await server.client().post('/api/sign_in_links', { email });
  const link = await server.client().post('/api/session/link', { token: await tokenTo(email, '/sign-in/link') });
  assert.deepEqual([link.body.account, typeof link.body.ticket], [null, 'string']);
});

test('five wrong codes end the step between password and code', async () => {
  const email = newAccount();
  const { recovery } = await withCodes(await signIn(email));
  const { ticket } = (await server.client().post('/api/session', { email, password })).body;
  for (let i = 0; i < 5; i++)
    assert.equal(await reasonOf(server.client().post('/api/session/code', { ticket, code: '12' })), '401 wrong_code');
  assert.equal(await reasonOf(server.client().post('/api/session/code', { ticket, code: recovery[0] })), '401 ticket_ended');
});

test('each recovery code stands in for a code once', async () => {
  const email = newAccount();
  const client = await signIn(email);
  const { recovery } = await withCodes(client);
  assert.equal(new Set(recovery).size, 10);
  const enter = async (code: string) => {
    const { ticket } = (await server.client().post('/api/session', { email, password })).body;
    return reasonOf(server.client().post('/api/session/code', { ticket, code }));
  };
  assert.equal(await enter(recovery[3]!.toLowerCase().replaceAll('-', ' ')), '200');
  assert.equal(await enter(recovery[3]!), '401 wrong_code');
  assert.equal((await client.get('/api/account/entrances')).body.recovery_codes, 9);
  const renewed = (await client.post('/api/account/codes/recovery')).body.codes;
  assert.equal(await enter(recovery[4]!), '401 wrong_code');
  assert.equal(await enter(renewed[4]), '200');
});

test('a reset does not pass by the codes, and a short password holds only beside them', async () => {
  const email = newAccount();
  const client = await signIn(email);
  const { recovery } = await withCodes(client);
  assert.equal((await client.put('/api/account/password', { password: 'vetiver8' })).status, 204);
  assert.equal(await reasonOf(client.post('/api/account/codes/remove', { password: 'vetiver8' })), '422 password_too_short');
  await server.client().post('/api/password_resets', { email });
  await server.client().post('/api/password_resets/use', { token: await tokenTo(email, '/reset'), password });
  const first = await server.client().post('/api/session', { email, password });
  assert.equal(first.body.account, null);
  const back = server.client();
  await back.post('/api/session/code', { ticket: first.body.ticket, code: recovery[0] });
  assert.equal((await back.post('/api/account/codes/remove', { password })).status, 204);
  await signIn(email);
});

test('another address is confirmed there and undone from the former one', async () => {
  const email = newAccount();
  const wanted = email.replace('@', '-new@');
  const client = await signIn(email);
  assert.equal(await reasonOf(client.put('/api/account/email', { email: 'no address' })), '422 not_an_email');
  assert.equal((await client.put('/api/account/email', { email: wanted })).status, 204);
  assert.ok((await mailsTo(email)).some((mail) => mail.includes('another address was asked for')));
  await signIn(email);

  const visitor = server.client();
  assert.equal((await visitor.post('/api/email_changes/confirm', { token: await tokenTo(wanted, '/email/confirm') })).status, 204);
  await signIn(wanted);
  assert.equal(await reasonOf(visitor.post('/api/session', { email, password })), '401 wrong_email_or_password');

  const undo = await tokenTo(email, '/email/undo');
  assert.equal((await visitor.post('/api/email_changes/undo', { token: undo })).status, 204);
  assert.ok(!(await isSignedIn(client)), 'whoever changed it is signed out');
  await signIn(email);
  assert.equal(await reasonOf(visitor.post('/api/email_changes/undo', { token: undo })), '401 link_unknown');
  assert.ok(await tokenTo(email, '/reset'));
});

test('whoever took an account over cannot keep its owner out of it', async () => {
  const email = newAccount();
  const thief = await signIn(email);
  await thief.put('/api/account/email', { email: email.replace('@', '-thief@') });
  await thief.post('/api/email_changes/confirm', { token: await tokenTo(email.replace('@', '-thief@'), '/email/confirm') });
  assert.equal((await thief.put('/api/account/password', { password: 'soursop behind the kitchen' })).status, 204);
  await withCodes(thief);
  const third = await thief.put('/api/account/email', { email: email.replace('@', '-other@') });
  assert.equal(third.status, 204);
  await thief.post('/api/email_changes/confirm', { token: await tokenTo(email.replace('@', '-other@'), '/email/confirm') });

  const owner = server.client();
  assert.equal((await owner.post('/api/email_changes/undo', { token: await tokenTo(email, '/email/undo') })).status, 204);
  const thiefsWayBack = await tokenTo(email.replace('@', '-thief@'), '/email/undo');
  assert.equal(await reasonOf(owner.post('/api/email_changes/undo', { token: thiefsWayBack })), '401 link_unknown');
  const token = await tokenTo(email, '/reset');
  assert.equal((await owner.post('/api/password_resets/use', { token, password: 'a new gate for the yard' })).status, 204);
  assert.ok(await isSignedIn(await signIn(email, 'a new gate for the yard')), 'no code of the thief is asked for');
});

test('an address of another account is not taken, and not told before its owner confirms', async () => {
  const [email, taken] = [newAccount(), newAccount()];
  const client = await signIn(email);
  assert.equal((await client.put('/api/account/email', { email: taken })).status, 204);
  const token = await tokenTo(taken, '/email/confirm');
  assert.equal(await reasonOf(server.client().post('/api/email_changes/confirm', { token })), '409 email_taken');
  await signIn(email);
});

test('sessions are listed with their device and ended one by one or together', async () => {
  const email = newAccount();
  const here = await signIn(email);
  const phone = server.client();
  const agent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36';
  await phone.post('/api/session', { email, password }, { headers: { 'user-agent': agent } });
  const third = await signIn(email);
  const { items } = (await here.get('/api/account/sessions')).body;
  assert.equal(items.length, 3);
  assert.deepEqual(items.map((each: any) => each.is_current).sort(), [false, false, true]);
  const onPhone = items.find((each: any) => each.device === 'Chrome, Android');
  assert.equal((await here.remove(`/api/account/sessions/${onPhone.id}`)).status, 204);
  assert.ok(!(await isSignedIn(phone)));
  assert.ok(await isSignedIn(third));

  const stranger = await signIn(newAccount());
  assert.equal((await stranger.remove(`/api/account/sessions/${items.find((each: any) => each.is_current).id}`)).status, 404);
  assert.equal((await here.remove('/api/account/sessions')).status, 204);
  assert.ok(!(await isSignedIn(third)));
  assert.ok(await isSignedIn(here));
});

test('signing in from another device is told by mail, from a known one not', async () => {
  const email = newAccount();
  const first = await signIn(email);
  assert.deepEqual(await mailsTo(email), [], 'the first device of an account is no news');
  await first.remove('/api/session');
  await first.post('/api/session', { email, password });
  assert.deepEqual(await mailsTo(email), []);
  const agent = 'Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0';
  await server.client().post('/api/session', { email, password }, { headers: { 'user-agent': agent } });
  const mails = await mailsTo(email);
  assert.equal(mails.length, 1);
  assert.ok(mails[0]!.includes('Firefox, Windows'));
});
