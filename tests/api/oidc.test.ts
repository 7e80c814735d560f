// SPDX-License-Identifier: Apache-2.0
// Signing in through a provider, against a small one on loopback: each check of OpenID Connect that keeps somebody out
// has its wrong answer here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';
import { Provider, type Slips } from './provider.ts';

let server: TestServer;
let provider: Provider;
let other: Provider;

before(async () => {
  [provider, other] = [await Provider.start(), await Provider.start()];
  const table = (id: string, { base, client_id }: Provider) =>
    `[${id}]\nname = "${id} service"\nissuer = "${base}"\nclient_id = "${client_id}"\nsecret_file = "secret"\n`;
  const allowed = [provider, other].map(({ port }) => `127.0.0.1:${port}`).join(',');
  server = await TestServer.start();
  writeFileSync(join(server.folder, 'secret'), provider.secret + '\n');
  const services = `outgoing_allowed = "${allowed}"\n${table('first', provider)}${table('second', other)}`;
  writeFileSync(join(server.folder, 'services.toml'), services);
});
after(async () => {
  await server?.stop();
  provider.stop();
  other.stop();
});
// What a provider published is kept in memory, and so is what an address may try: every test begins anew.
beforeEach(async () => {
  for (const each of [provider, other]) Object.assign(each, { slips: {}, algorithm: 'RS256', email: 'person@provider.example' });
  await server.restart();
});

const password = 'breadfruit on the open fire';
let made = 0;

/// Somebody with an account; not linked to anything.
async function newPerson(): Promise<{ client: Client; email: string }> {
  const email = `holder${++made}@oidc.example`;
  const words = ['user', 'add', '--data', server.folder, '--email', email, '--name', 'Holder', '--password', password];
  assert.equal(server.command(...words).status, 0);
  const client = server.client();
  assert.equal((await client.post('/api/session', { email, password })).status, 200);
  return { client, email };
}

/// Hands the server what stands in the address that the provider sent the browser to.
async function finish(client: Client, address: string, change: Record<string, string> = {}) {
  const { pathname, searchParams } = new URL(address);
  const { state, code, iss, error } = Object.fromEntries(searchParams);
  const body = { provider: pathname.split('/').at(-1), state, code, iss, error, ...change };
  return client.post('/api/session/provider', body);
}

async function begin(client: Client, body: object = {}, id = 'first'): Promise<string> {
  const answer = await client.post(`/api/session/providers/${id}`, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.url;
}

async function signIn(client = server.client(), slips: Slips = {}) {
  const url = await begin(client);
  provider.slips = slips;
  return finish(client, provider.consent(url));
}

async function linked() {
  const person = await newPerson();
  provider.subject = `subject of ${person.email}`;
  const { body } = await person.client.post('/api/account/identities/first');
  const answer = await finish(person.client, provider.consent(body.url));
  assert.deepEqual([answer.status, answer.body.is_linked, answer.body.return_to], [200, true, '/account/security'], answer.text);
  return person;
}

const outcome = (answer: { status: number; body: any }) => `${answer.status} ${answer.body?.reason ?? ''}`.trim();

test('the services are named, and the way to one carries PKCE, state, nonce and the exact address back', async () => {
  const client = server.client();
  const { body } = await client.get('/api/session/providers');
  assert.deepEqual(body.items, [{ id: 'first', name: 'first service' }, { id: 'second', name: 'second service' }]);
  const asked = new URL(await begin(client)).searchParams;
  assert.equal(asked.get('response_type'), 'code');
  assert.equal(asked.get('code_challenge_method'), 'S256');
  assert.equal(asked.get('max_age'), '0');
  assert.equal(asked.get('redirect_uri'), `${server.base}/app/sign-in/with/first`);
  assert.equal(asked.get('client_id'), provider.client_id);
  for (const name of ['state', 'nonce', 'code_challenge']) assert.equal(asked.get(name)!.length, 43, name);
});

for (const algorithm of ['RS256', 'ES256'] as const)
  test(`whoever linked a service signs in through it, signed with ${algorithm}`, async () => {
    const { email } = await linked();
    provider.algorithm = algorithm;
    const client = server.client();
    const answer = await signIn(client);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.body.session.account.email, email);
    assert.equal((await client.get('/api/account/sessions')).body.items[0].entrance, 'provider');
    assert.ok((await client.get('/api/account/identities')).body.items[0].last_used_at);
    assert.equal(provider.exchange.get('client_secret'), null);
  });

test('only whoever has just proven at the service who they are may change how the account is entered', async () => {
  await linked();
  const now = Math.floor(Date.now() / 1000);
  for (const auth_time of [undefined, now - 3600, now + 3600, 'now']) {
    const client = server.client();
    assert.equal((await signIn(client, { claims: { auth_time } })).status, 200, 'signing in works all the same');
    assert.equal(outcome(await client.post('/api/account/identities/second')), '403 prove_again', String(auth_time));
    provider.slips = {};
    assert.equal((await client.post('/api/account/proof', { password, code: '' })).status < 300, true);
    assert.equal((await client.post('/api/account/identities/second')).status, 200);
  }
  const client = server.client();
  assert.equal((await signIn(client)).status, 200);
  assert.equal((await client.post('/api/account/identities/second')).status, 200);
});

test('an account of the same address is not entered, and nothing is linked to it', async () => {
  const { client, email } = await newPerson();
  provider.subject = 'somebody else';
  provider.email = email;
  assert.equal(outcome(await signIn()), '401 identity_unknown');
  assert.deepEqual((await client.get('/api/account/identities')).body.items, []);
});

test('an ID token that does not fit lets nobody in', async () => {
  await linked();
  const now = Math.floor(Date.now() / 1000);
  const wrong: Record<string, Slips> = {
    'another audience': { claims: { aud: 'another' } },
    'no audience': { claims: { aud: undefined } },
    'us among others, without azp': { claims: { aud: [provider.client_id, 'another'] } },
    'us among others, presented by another': { claims: { aud: [provider.client_id, 'another'], azp: 'another' } },
    'another issuer': { claims: { iss: other.base } },
    'the issuer with a slash': { claims: { iss: provider.base + '/' } },
    'another nonce': { claims: { nonce: 'made up' } },
    'no nonce': { claims: { nonce: undefined } },
    'expired': { claims: { exp: now - 61 } },
    'without an end': { claims: { exp: undefined } },
    'an end that is no number': { claims: { exp: 'tomorrow' } },
    'issued long ago': { claims: { iat: now - 3600 } },
    'issued in the future': { claims: { iat: now + 3600 } },
    'not valid yet': { claims: { nbf: now + 3600 } },
    'nobody': { claims: { sub: '' } },
    'no subject': { claims: { sub: undefined } },
    'a subject that is no text': { claims: { sub: 7 } },
    'alg none': { forge: 'none' },
    'the public key as a shared secret': { forge: 'HS256' },
    'signed by another key': { forge: 'other key' },
    'a key that is not published': { header: { kid: 'unknown' } },
    'the shared key of the set': { header: { kid: 'shared' } },
    'another algorithm than the key is for': { header: { alg: 'ES256' } },
    'critical extensions': { header: { crit: ['exp'] } },
  };
  for (const [what, slips] of Object.entries(wrong)) assert.equal(outcome(await signIn(undefined, slips)), '401 provider_refused', what);
  const several = { claims: { aud: [provider.client_id, 'another'], azp: provider.client_id } };
  assert.equal((await signIn(undefined, several)).status, 200);
});

test('a state is used once, by the browser that it was made in, at the service that it was made for', async () => {
  await linked();
  const client = server.client();
  const address = provider.consent(await begin(client));
  assert.equal((await finish(client, address)).status, 200);
  assert.equal(outcome(await finish(client, address)), '401 provider_refused');

  // Somebody else's browser is sent to the address with the attacker's code.
  const [attacker, victim] = [server.client(), server.client()];
  const planted = provider.consent(await begin(attacker));
  await begin(victim);
  assert.equal(outcome(await finish(victim, planted)), '401 provider_refused');
  assert.equal(outcome(await finish(attacker, planted)), '401 provider_refused', 'used up');

  const elsewhere = server.client();
  assert.equal(outcome(await finish(elsewhere, provider.consent(await begin(elsewhere)), { provider: 'second' })), '401 provider_refused');
  const late = server.client();
  const url = await begin(late);
  server.execute('UPDATE oidc_attempts SET expires_at = expires_at - 600000');
  assert.equal(outcome(await finish(late, provider.consent(url))), '401 provider_refused');
});

test('an answer of another service is not exchanged (mix-up)', async () => {
  await linked();
  for (const iss of [other.base, '']) {
    const client = server.client();
    const address = provider.consent(await begin(client), { iss });
    provider.asked = [];
    assert.equal(outcome(await finish(client, address)), '401 provider_refused');
    assert.ok(!provider.asked.includes('/token'), 'no code was sent');
  }
});

test('whoever declines there is told so', async () => {
  const client = server.client();
  const address = provider.consent(await begin(client), { error: 'access_denied' });
  assert.equal(outcome(await finish(client, address)), '401 provider_declined');
});

test('a service that changed its keys is asked for them anew, and not more than once a minute', async () => {
  await linked();
  assert.equal((await signIn()).status, 200);
  provider.changeKeys();
  assert.equal(outcome(await signIn()), '401 provider_refused', 'keys were asked for within this minute');
  await server.restart();
  assert.equal((await signIn()).status, 200);
  provider.asked = [];
  for (let n = 0; n < 5; n++) await signIn(undefined, { header: { kid: `made up ${n}` } });
  assert.equal(provider.asked.filter((path) => path === '/keys').length, 0);
});

test('discovery that is huge, slow, redirected or of somebody else is refused', async () => {
  const wrong: Slips['discovery'][] = [
    'huge', 'redirect', { issuer: other.base }, { issuer: undefined }, { token_endpoint: 'http://127.0.0.1:1/token' },
    { authorization_endpoint: 'javascript:alert(1)' }, { jwks_uri: 'https://169.254.169.254/keys' },
    { token_endpoint: 'https://localhost/token' }, { code_challenge_methods_supported: ['plain'] },
  ];
  for (const discovery of wrong) {
    provider.slips = { discovery };
    provider.asked = [];
    const answer = await server.client().post('/api/session/providers/first', {});
    assert.equal(answer.status, 503, JSON.stringify(discovery));
    assert.ok(!provider.asked.includes('/elsewhere'));
  }
  provider.slips = { discovery: 'slow' };
  const began = Date.now();
  assert.equal(outcome(await server.client().post('/api/session/providers/first', {})), '503 outgoing_too_slow');
  assert.ok(Date.now() - began < 20_000);
});

test('a certificate that nobody vouches for is not believed', async () => {
  const [key, cert] = [join(server.folder, 'tls.key'), join(server.folder, 'tls.pem')];
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  assert.equal(spawnSync('openssl', [...words, '-keyout', key, '-out', cert]).status, 0);
  let asked = 0;
  const secure = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => void (asked++, response.end('{}')));
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
  const { port } = secure.address() as AddressInfo;
  const file = join(server.folder, 'services.toml');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('outgoing_allowed = "', `outgoing_allowed = "127.0.0.1:${port},`).replace(provider.base, `https://127.0.0.1:${port}`));
  assert.equal(outcome(await server.client().post('/api/session/providers/first', {})), '503 outgoing_failed');
  assert.equal(asked, 0);
  assert.match(server.log, /outgoing request failed.*(certificate|SSL)/);
  writeFileSync(file, before);
  secure.close();
});

test('an exchange that is huge, deep, slow, redirected or refused lets nobody in', async () => {
  await linked();
  for (const token of ['huge', 'deep', 'redirect', 'refuse', 'slow'] as const)
    assert.equal((await signIn(undefined, { token })).status, 503, token);
});

test('linking takes a proven session, and is finished in the same', async () => {
  const person = await newPerson();
  provider.subject = 'to be linked';
  server.execute('UPDATE sessions SET proven_at = proven_at - 601000');
  assert.equal(outcome(await person.client.post('/api/account/identities/first')), '403 prove_again');
  await person.client.post('/api/account/proof', { password, code: '' });
  const { body } = await person.client.post('/api/account/identities/first');
  const address = provider.consent(body.url);
  // The session has ended meanwhile.
  await person.client.post('/api/session', { email: person.email, password });
  assert.equal(outcome(await finish(person.client, address)), '401 provider_refused');
  assert.deepEqual((await person.client.get('/api/account/identities')).body.items, []);
});

/// Invites somebody to the Windward cluster. @returns The token of the mailed link.
async function invited(name: string, email: string): Promise<string> {
  const facilitator = await server.as('alana@m10.example');
  const [cluster] = (await facilitator.get('/api/clusters?mine=true')).body.items;
  const { body } = await facilitator.post(`/api/clusters/${cluster.id}/people`, { name, email });
  const sent = await facilitator.post(`/api/people/${body.id}/invite`, { role: 'member', scope: 'cluster', scope_id: cluster.id });
  assert.equal(sent.status, 200, sent.text);
  const html = async (path: string) => (await server.client().get(path, { headers: { accept: 'text/html' } })).text;
  const row = (await html('/dev/mail')).split('<tr').find((each) => each.includes(email))!;
  return (await html(row.match(/href="([^"]*\/dev\/mail\/[^"]+)"/)![1]!)).match(/\/app\/invitation#([0-9a-f-]{36}\.[0-9A-Z]+)/)![1]!;
}

test('an invitation is accepted through a service, once, and makes an account without a password', async () => {
  const invitation = await invited('Inez Invited', 'inez@oidc.example');
  provider.subject = 'inez';
  const client = server.client();
  const answer = await finish(client, provider.consent(await begin(client, { invitation })));
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.body.session.account.email, 'inez@oidc.example', 'the address of the invitation, not of the service');
  assert.deepEqual(answer.body.session.grants.map((each: any) => each.role), ['member']);
  assert.equal((await client.get('/api/account/entrances')).body.has_password, false);
  provider.subject = 'another';
  const again = server.client();
  assert.equal(outcome(await finish(again, provider.consent(await begin(again, { invitation })))), '401 invitation_used');
  const forged = invitation.replace(/\.(.)/, (_, first) => (first === '0' ? '.1' : '.0'));
  assert.equal(outcome(await server.client().post('/api/session/providers/first', { invitation: forged })), '401 invitation_unknown');
});

test('an invitation does not open another way into an account that is there', async () => {
  const { client, email } = await newPerson();
  const invitation = await invited('Holder', email);
  provider.subject = 'whoever reads the mail';
  const visitor = server.client();
  assert.equal(outcome(await finish(visitor, provider.consent(await begin(visitor, { invitation })))), '409 invitation_has_account');
  assert.deepEqual((await client.get('/api/account/identities')).body.items, []);
});

test('one person of a service enters one account', async () => {
  const first = await linked();
  const second = await newPerson();
  const { body } = await second.client.post('/api/account/identities/first');
  assert.equal(outcome(await finish(second.client, provider.consent(body.url))), '409 identity_taken');
  const [own] = (await first.client.get('/api/account/identities')).body.items;
  assert.deepEqual(Object.keys(own).sort(), ['created_at', 'id', 'issuer', 'label', 'last_used_at', 'provider_id']);
  assert.equal((await second.client.remove(`/api/account/identities/${own.id}`)).status, 404);
});

test('the last way in stays, and a removed one lets nobody in', async () => {
  const { client, email } = await linked();
  const [own] = (await client.get('/api/account/identities')).body.items;
  server.execute(`UPDATE accounts SET password_hash = NULL WHERE email = '${email}'`);
  assert.equal(outcome(await client.remove(`/api/account/identities/${own.id}`)), '409 last_entrance');
  server.execute(`UPDATE accounts SET password_hash = 'x' WHERE email = '${email}'`);
  assert.equal((await client.remove(`/api/account/identities/${own.id}`)).status, 204);
  assert.equal(outcome(await signIn()), '401 identity_unknown');
});

test('a disabled account is not entered', async () => {
  const { email } = await linked();
  server.execute(`UPDATE accounts SET status = 'disabled' WHERE email = '${email}'`);
  assert.equal(outcome(await signIn()), '401 identity_unknown');
});

test('whoever turned codes on is asked for one, whatever the service says of factors', async () => {
  const { email } = await linked();
  const sql = `INSERT INTO one_time_codes (account_id, sealed_secret, last_step, confirmed_at)
    SELECT id, 'x', 0, 1 FROM accounts WHERE email = '${email}'`;
  server.execute(sql);
  const answer = await signIn(undefined, { claims: { amr: ['mfa'], acr: 'high' } });
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.body.session.account, null);
  assert.ok(answer.body.session.ticket);
});

test('only paths of this host are returned to', async () => {
  for (const return_to of ['https://evil.example', '//evil.example', '/\\evil.example', 'clusters', '/a\nb'])
    assert.equal((await server.client().post('/api/session/providers/first', { return_to })).status, 422, return_to);
  await linked();
  const client = server.client();
  const answer = await finish(client, provider.consent(await begin(client, { return_to: '/agreements' })));
  assert.equal(answer.body.return_to, '/agreements');
});

test('a service that nobody named is not there', async () => {
  assert.equal(outcome(await server.client().post('/api/session/providers/third', {})), '404 provider');
});
