// SPDX-License-Identifier: Apache-2.0
// Whoever holds an office over data of others does nothing by one factor but set up a second, whichever way they come in.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { codeOf } from '../codes.ts';
import { Client, demoPassword, TestServer } from '../harness.ts';
import { Authenticator } from './authenticator.ts';
import { Provider } from './provider.ts';

let server: TestServer;
before(async () => {
  server = await TestServer.start(['--demo', '--demand-second-factor', 'true']);
});
after(() => server?.stop());
// What an address and an account may try is counted in memory: every test begins with its own share.
beforeEach(() => server.restart());

const password = 'breadfruit on the open fire';
let made = 0;

/// A new account with one role. @returns Its address.
function holder(role: string, scope: string, id = ''): string {
  const email = `officer${++made}@factor.example`;
  const place = id ? ['--scope-id', id] : [];
  const words = ['--email', email, '--name', 'Office Holder', '--password', password, '--role', role, '--scope', scope, ...place];
  const added = server.command('user', 'add', '--data', server.folder, ...words);
  assert.equal(added.status, 0, added.stderr);
  return email;
}

async function signIn(email: string, secret = password) {
  const client = server.client();
  const { status, body, text } = await client.post('/api/session', { email, password: secret });
  assert.equal(status, 200, text);
  return { client, session: body };
}

const outcome = async (answer: Promise<{ status: number; body: any }>) => {
  const { status, body } = await answer;
  return `${status} ${body?.reason ?? ''}`.trim();
};
const needed = '403 second_factor_needed';
const someId = '00000000-0000-4000-8000-0000000f4c7f';

async function setUpCodes(client: Client): Promise<{ secret: string; recovery: string[] }> {
  const begun = await client.post('/api/account/codes');
  assert.equal(begun.status, 200, begun.text);
  const confirmed = await client.post('/api/account/codes/confirm', { code: codeOf(begun.body.secret) });
  assert.equal(confirmed.status, 200, confirmed.text);
  return { secret: begun.body.secret, recovery: confirmed.body.codes };
}

async function addPasskey(client: Client): Promise<Authenticator> {
  const device = new Authenticator(server.base);
  const offer = await client.post('/api/account/passkeys/offer');
  assert.equal(offer.status, 200, offer.text);
  const kept = await client.post('/api/account/passkeys', { name: 'Phone', ...device.make(offer.body.challenge) });
  assert.equal(kept.status, 201, kept.text);
  return device;
}

async function signInBy(device: Authenticator) {
  const client = server.client();
  const { challenge } = (await client.post('/api/session/passkey/challenge')).body;
  const entered = await client.post('/api/session/passkey', device.prove(challenge));
  assert.equal(entered.status, 200, entered.text);
  return { client, session: entered.body };
}

const asPage = { headers: { accept: 'text/html' } };

/// The newest token that was mailed to the address for that page, from the mailbox of the demonstration.
async function tokenTo(address: string, page: string): Promise<string> {
  const mailbox = await server.client().get('/dev/mail', asPage);
  for (const row of mailbox.text.split('<tr').filter((each) => each.includes(address))) {
    const mail = await server.client().get(row.match(/href="([^"]*\/dev\/mail\/[^"]+)"/)![1]!, asPage);
    const token = mail.text.match(new RegExp(`/app${page}#([\\w-]{43})`))?.[1];
    if (token) return token;
  }
  throw new Error(`no ${page} mailed to ${address}`);
}

async function someCluster(): Promise<string> {
  return (await server.client().get('/api/clusters?limit=1')).body.items[0].id;
}

test('every office is asked; members, facilitators and officers of one organization are not', async () => {
  const cluster = await someCluster();
  const organization = (await server.client().get('/api/organizations?limit=1')).body.items[0].id;
  const offices: [string, string, string?][] = [
    ['administrator', 'platform'], ['regional_editor', 'platform'], ['researcher', 'platform'], ['assessor', 'platform'],
    ['national', 'country', 'GD'], ['bso_officer', 'country', 'GD'], ['researcher', 'cluster', cluster],
  ];
  for (const [role, scope, id] of offices) {
    const { session } = await signIn(holder(role, scope, id));
    assert.deepEqual([session.lacks_second_factor, session.grants], [true, []], `${role} ${scope}`);
    assert.ok(session.account, 'they are known, and may do nothing yet');
  }
  const others: [string, string, string][] = [
    ['member', 'organization', organization], ['member', 'cluster', cluster], ['facilitator', 'cluster', cluster],
    ['bso_officer', 'organization', organization],
  ];
  for (const [role, scope, id] of others) {
    const { session } = await signIn(holder(role, scope, id));
    assert.deepEqual([session.lacks_second_factor, session.grants.length], [false, 1], `${role} ${scope}`);
  }
});

test('by one factor nothing opens but what sets up the second; with the first code everything does', async () => {
  const email = holder('administrator', 'platform');
  const { client } = await signIn(email);
  for (const [method, path] of [
    ['GET', '/api/audit'], ['GET', '/api/account/data'], ['GET', '/api/account/abilities'], ['POST', '/api/organizations'],
    ['PUT', '/api/account/password'], ['PUT', '/api/account/email'], ['POST', '/api/account/tokens'],
    ['POST', '/api/account/codes/remove'], ['POST', '/api/account/erase'],
    ['GET', '/api/account/sessions'], ['DELETE', '/api/account/sessions'], ['DELETE', `/api/account/sessions/${someId}`],
    ['GET', '/api/account/tokens'], ['DELETE', `/api/account/tokens/${someId}`], ['GET', '/api/account/identities'],
  ])
    assert.equal(await outcome(client.request(method!, path!, { body: ['GET', 'DELETE'].includes(method!) ? undefined : {} })), needed, path);
  for (const path of ['entrances', 'passkeys'])
    assert.equal((await client.get(`/api/account/${path}`)).status, 200, `${path}: the page that sets it up`);
  assert.equal((await client.post('/api/account/proof', { password, code: '' })).status, 204);
  const drafts = (await client.get('/api/clusters?limit=100')).body.items.filter((each: any) => each.publication !== 'published');
  assert.deepEqual(drafts, [], 'what is public is shown as to a visitor');

  const { secret, recovery } = await setUpCodes(client);
  assert.equal(recovery.length, 10);
  const now = (await client.get('/api/session')).body;
  assert.deepEqual([now.lacks_second_factor, now.grants.length], [false, 1]);
  assert.equal((await client.get('/api/audit')).status, 200);

  const again = await signIn(email);
  assert.ok(again.session.ticket, 'from then on a code is asked for');
  const entered = await again.client.post('/api/session/code', { ticket: again.session.ticket, code: codeOf(secret, 1) });
  assert.deepEqual([entered.status, entered.body.lacks_second_factor], [200, false]);
  assert.equal((await again.client.get('/api/audit')).status, 200);
});

test('a passkey is two factors in one; beside it a password alone neither opens nor sets up anything', async () => {
  const email = holder('national', 'country', 'GD');
  const { client } = await signIn(email);
  const device = await addPasskey(client);
  assert.equal((await client.get('/api/session')).body.lacks_second_factor, true, 'made is not shown');
  const entered = await signInBy(device);
  assert.deepEqual([entered.session.lacks_second_factor, entered.session.grants.length], [false, 1]);

  const thief = await signIn(email);
  assert.equal(thief.session.lacks_second_factor, true);
  for (const path of ['codes', 'codes/confirm', 'passkeys/offer', 'passkeys'])
    assert.equal(await outcome(thief.client.post(`/api/account/${path}`, {})), needed, path);
  const [known] = (await entered.client.get('/api/account/passkeys')).body.items;
  assert.equal(await outcome(thief.client.remove(`/api/account/passkeys/${known.id}`)), needed);
});

test('the last factor of an office stays; one that stands beside another goes', async () => {
  const { client } = await signIn(holder('national', 'country', 'GD'));
  await setUpCodes(client);
  const removeCodes = () => outcome(client.post('/api/account/codes/remove', { password }));
  assert.equal(await removeCodes(), '409 last_factor');
  assert.equal((await client.get('/api/account/entrances')).body.has_codes, true, 'nothing was removed');
  await addPasskey(client);
  assert.equal(await removeCodes(), '204');
  const [passkey] = (await client.get('/api/account/passkeys')).body.items;
  const removePasskey = () => outcome(client.remove(`/api/account/passkeys/${passkey.id}`));
  assert.equal(await removePasskey(), '409 last_factor');
  await setUpCodes(client);
  assert.equal(await removePasskey(), '204');

  const cluster = await someCluster();
  const { client: facilitator } = await signIn(holder('facilitator', 'cluster', cluster));
  await setUpCodes(facilitator);
  const removed = await facilitator.post('/api/account/codes/remove', { password });
  assert.equal(removed.status, 204, 'whoever holds no office may do without');
});

test('the link to the former address takes no second factor of an office away', async () => {
  const email = holder('national', 'country', 'GD');
  const wanted = email.replace('@', '-new@');
  const { client } = await signIn(email);
  await setUpCodes(client);
  const device = await addPasskey(client);
  assert.equal((await client.put('/api/account/email', { email: wanted })).status, 204);
  const visitor = server.client();
  const confirmed = await visitor.post('/api/email_changes/confirm', { token: await tokenTo(wanted, '/email/confirm') });
  assert.equal(confirmed.status, 204, confirmed.text);
  const undone = await visitor.post('/api/email_changes/undo', { token: await tokenTo(email, '/email/undo') });
  assert.equal(undone.status, 204, undone.text);
  const reset = { token: await tokenTo(email, '/reset'), password: 'a new gate for the yard' };
  assert.equal((await visitor.post('/api/password_resets/use', reset)).status, 204);
  const { session } = await signIn(email, reset.password);
  assert.ok(session.ticket, 'whoever reads the former mailbox is asked for the code');
  assert.equal(session.account, null);
  const entered = await signInBy(device);
  assert.deepEqual([entered.session.account.email, entered.session.lacks_second_factor], [email, false], 'the passkey is there as well');
});

test('neither a mailed link nor a token goes round it', async () => {
  const email = holder('national', 'country', 'GD');
  await server.client().post('/api/sign_in_links', { email });
  const token = await tokenTo(email, '/sign-in/link');
  const byLink = server.client();
  const entered = await byLink.post('/api/session/link', { token });
  assert.deepEqual([entered.status, entered.body.lacks_second_factor, entered.body.grants], [200, true, []]);

  // A token that was made before the office came, in a session of one factor.
  const organization = (await server.client().get('/api/organizations?limit=1')).body.items[0].id;
  const member = holder('member', 'organization', organization);
  const { client } = await signIn(member);
  const scopes = ['write_organizations'];
  const weak = (await client.post('/api/account/tokens', { name: 'before', scopes, days: 1 })).body.text;
  const { id } = (await client.get('/api/session')).body.account;
  const create = (text: string) =>
    server.client().request('POST', '/api/organizations', {
      headers: { authorization: `Bearer ${text}` },
      body: { name: 'By a token', kind: 'bso', country_code: 'GD', publication: 'draft' },
    });
  assert.equal(await outcome(create(weak)), '403 not_allowed', 'a member adds none');
  server.execute(
    `INSERT INTO grants (id, account_id, role, scope, scope_id, created_at) VALUES ('00000000-0000-4000-8000-0000000f4c70', '${id}', 'national', 'country', 'GD', 1)`,
  );
  assert.equal(await outcome(create(weak)), needed);
  assert.equal(await outcome(client.get('/api/account/abilities')), needed, 'nor does the session that is open');
  await setUpCodes(client);
  assert.equal(await outcome(create(weak)), needed, 'what was made with one factor stays so');
  const strong = (await client.post('/api/account/tokens', { name: 'after', scopes, days: 1 })).body.text;
  assert.equal((await create(strong)).status, 201);
});

test('a service counts where the operator says that it asks for two, and where it asked just now', async () => {
  const provider = await Provider.start();
  const asksTwoFactors = (value: boolean) =>
    writeFileSync(
      join(server.folder, 'services.toml'),
      `outgoing_allowed = "127.0.0.1:${provider.port}"\n[ministry]\nname = "Ministry"\nissuer = "${provider.base}"\n` +
        `client_id = "${provider.client_id}"\nsecret_file = "ministry.secret"\nasks_two_factors = ${value}\n`,
    );
  writeFileSync(join(server.folder, 'ministry.secret'), provider.secret + '\n');
  asksTwoFactors(true);
  const finish = (client: Client, url: string) => {
    const { state, code, iss } = Object.fromEntries(new URL(provider.consent(url)).searchParams);
    return client.post('/api/session/provider', { provider: 'ministry', state, code, iss, error: '' });
  };
  const signInThere = async (claims: Record<string, unknown> = {}) => {
    const client = server.client();
    const begun = await client.post('/api/session/providers/ministry', {});
    provider.slips = { claims };
    const entered = await finish(client, begun.body.url);
    assert.equal(entered.status, 200, entered.text);
    return { client, session: entered.body.session };
  };
  try {
    const organization = (await server.client().get('/api/organizations?limit=1')).body.items[0].id;
    const { client } = await signIn(holder('member', 'organization', organization));
    const link = await client.post('/api/account/identities/ministry');
    assert.equal(link.status, 200, link.text);
    assert.equal((await finish(client, link.body.url)).body.is_linked, true);
    const { id } = (await client.get('/api/session')).body.account;
    server.execute(
      `INSERT INTO grants (id, account_id, role, scope, scope_id, created_at) VALUES ('00000000-0000-4000-8000-0000000f4c73', '${id}', 'national', 'country', 'GD', 1)`,
    );
    assert.equal((await signInThere()).session.lacks_second_factor, false);
    const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
    assert.equal((await signInThere({ auth_time: anHourAgo })).session.lacks_second_factor, true, 'a session that was open there');
    assert.equal((await signInThere({ auth_time: undefined, amr: ['mfa'] })).session.lacks_second_factor, true, 'it does not say when');
    asksTwoFactors(false);
    const byOne = await signInThere({ amr: ['mfa'], acr: 'high' });
    assert.equal(byOne.session.lacks_second_factor, true, 'what it says of factors is not read');
    asksTwoFactors(true);
    await setUpCodes((await signInThere()).client);
    const withCodes = await signInThere();
    assert.deepEqual([withCodes.session.account, !!withCodes.session.ticket], [null, true], 'codes are asked for all the same');
  } finally {
    provider.stop();
  }
});

test('whoever stands in for somebody with an office is asked as well', async () => {
  const { client } = await signIn(holder('national', 'country', 'GD'));
  await setUpCodes(client);
  const { id } = (await client.get('/api/session')).body.account;
  const { client: deputy, session } = await signIn('jodie@m21.example', demoPassword);
  assert.equal(session.lacks_second_factor, false);
  server.execute(
    `INSERT INTO deputies (id, account_id, deputy_id, role, scope, scope_id, begins_at, ends_at, created_at) VALUES
     ('00000000-0000-4000-8000-0000000f4c71', '${id}', '${session.account.id}', 'national', 'country', 'GD', 1, 99999999999999, 1)`,
  );
  assert.equal((await deputy.get('/api/session')).body.lacks_second_factor, true);
});

test('who lost the second factor has it taken away by the operator, is told, and sets up another', async () => {
  const email = holder('regional_editor', 'platform');
  const { client } = await signIn(email);
  await setUpCodes(client);
  const forgotten = server.command('user', 'forget-factor', '--data', server.folder, '--email', email);
  assert.equal(forgotten.status, 0, forgotten.stderr);
  assert.equal((await client.get('/api/session')).body.account, null, 'every session ended');
  const again = await signIn(email);
  assert.deepEqual([again.session.ticket, again.session.lacks_second_factor], [null, true]);
  const mailbox = await server.client().get('/dev/mail', { headers: { accept: 'text/html' } });
  assert.ok(mailbox.text.split('<tr').some((row) => row.includes(email) && row.includes('taken away')));
  assert.equal(server.command('user', 'forget-factor', '--data', server.folder, '--email', 'nobody@factor.example').status, 1);
});

test('the demonstration demands nothing unless told to', async () => {
  const plain = await TestServer.start();
  const renata = await plain.as('renata@region.example');
  assert.equal((await renata.get('/api/session')).body.lacks_second_factor, false);
  await plain.stop();
});
