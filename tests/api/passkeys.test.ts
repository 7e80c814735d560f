// SPDX-License-Identifier: Apache-2.0
// Passkeys against the real server: every check of WebAuthn level 2 that keeps somebody out has its wrong proof here.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Client, TestServer } from '../harness.ts';
import { Authenticator, cbor, type Kind, type Slips } from './authenticator.ts';

let server: TestServer;
before(async () => {
  server = await TestServer.start();
});
after(() => server.stop());
// What an address and an account may try is counted in memory: every test begins with its own share.
beforeEach(() => server.restart());

const password = 'breadfruit on the open fire';
let made = 0;

async function newPerson(): Promise<{ client: Client; email: string }> {
  const email = `holder${++made}@passkeys.example`;
  const words = ['user', 'add', '--data', server.folder, '--email', email, '--name', 'Holder', '--password', password];
  assert.equal(server.command(...words).status, 0);
  const client = server.client();
  assert.equal((await client.post('/api/session', { email, password })).status, 200);
  return { client, email };
}

async function register(client: Client, device: Authenticator, slips: Slips = {}) {
  const offer = await client.post('/api/account/passkeys/offer');
  assert.equal(offer.status, 200, offer.text);
  return client.post('/api/account/passkeys', { name: 'Phone', ...device.make(offer.body.challenge, slips) });
}

const challenge = async () => (await server.client().post('/api/session/passkey/challenge')).body.challenge as string;
const enter = async (device: Authenticator, slips: Slips = {}) =>
  server.client().post('/api/session/passkey', device.prove(await challenge(), slips));
const newDevice = (kind?: Kind) => new Authenticator(server.base, kind);

for (const kind of ['ES256', 'EdDSA', 'RS256'] as const)
  test(`a passkey with ${kind} signs in without a password`, async () => {
    const { client, email } = await newPerson();
    const device = newDevice(kind);
    const kept = await register(client, device);
    assert.equal(kept.status, 201, kept.text);
    assert.deepEqual(Object.keys(kept.body).sort(), ['created_at', 'id', 'last_used_at', 'name']);
    const visitor = server.client();
    const entered = await visitor.post('/api/session/passkey', device.prove(await challenge()));
    assert.equal(entered.body.account.email, email);
    assert.equal((await visitor.get('/api/account/sessions')).body.items[0].entrance, 'passkey');
    assert.ok((await client.get('/api/account/passkeys')).body.items[0].last_used_at);
  });

test('what is made elsewhere, unverified or of an unknown kind is not kept', async () => {
  const { client } = await newPerson();
  const wrong: Record<string, Slips> = {
    'another ceremony': { type: 'webauthn.get' },
    'another origin': { origin: 'https://konbit.evil.example' },
    'another party': { rpId: 'evil.example' },
    'a frame in another page': { crossOrigin: true },
    'nobody present': { flags: 0x44 },
    'nobody verified': { flags: 0x41 },
    'no credential': { flags: 0x05 },
    'bytes behind the key': { trailing: Buffer.from([0]) },
    'announced extensions that are not there': { flags: 0xc5 },
    'a key of a kind we do not verify': { cose: cbor(new Map<number, any>([[1, 2], [3, -47], [-1, 8]])) },
    'a point that is not on the curve': {
      cose: cbor(new Map<number, any>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.alloc(32, 1)], [-3, Buffer.alloc(32, 1)]])),
    },
  };
  for (const [what, slips] of Object.entries(wrong)) {
    const answer = await register(client, newDevice(), slips);
    assert.equal(`${answer.status} ${answer.body.reason}`, '401 passkey_refused', what);
  }
  assert.equal((await register(client, newDevice(), { flags: 0xc5, trailing: cbor(new Map([['credProps', 1]])) })).status, 201);
});

test('a challenge is answered once, by whom it was given to, and within five minutes', async () => {
  const [first, second] = [await newPerson(), await newPerson()];
  const offer = async (client: Client) => (await client.post('/api/account/passkeys/offer')).body.challenge;
  const keep = async (client: Client, given: string) =>
    (await client.post('/api/account/passkeys', { name: 'Phone', ...newDevice().make(given) })).status;
  assert.equal(await keep(second.client, await offer(first.client)), 401);
  const used = await offer(first.client);
  assert.equal(await keep(first.client, used), 201);
  assert.equal(await keep(first.client, used), 401);
  const late = await offer(first.client);
  server.execute('UPDATE tickets SET expires_at = expires_at - 300000');
  assert.equal(await keep(first.client, late), 401);
});

test('a proof for another place, unverified, forged or repeated lets nobody in', async () => {
  const { client } = await newPerson();
  const device = newDevice();
  await register(client, device);
  const wrong: Record<string, Slips> = {
    'another ceremony': { type: 'webauthn.create' },
    'another origin': { origin: 'https://konbit.evil.example' },
    'another party': { rpId: 'evil.example' },
    'nobody present': { flags: 0x04 },
    'nobody verified': { flags: 0x01 },
    'bytes at the end': { trailing: Buffer.from([0]) },
  };
  for (const [what, slips] of Object.entries(wrong)) assert.equal((await enter(device, slips)).status, 401, what);

  const forged = device.prove(await challenge());
  forged.signature = newDevice().prove('x').signature;
  assert.equal((await server.client().post('/api/session/passkey', forged)).status, 401, 'signed by another key');
  const stranger = await enter(newDevice());
  assert.equal(`${stranger.status} ${stranger.body.reason}`, '401 passkey_refused');

  const proof = device.prove(await challenge());
  assert.equal((await server.client().post('/api/session/passkey', proof)).status, 200);
  assert.equal((await server.client().post('/api/session/passkey', proof)).status, 401, 'the same proof again');
  assert.equal((await server.client().post('/api/session/passkey', device.prove('made up'))).status, 401);
});

test('a counter that does not grow tells of a copy; one that stays at zero does not', async () => {
  const { client } = await newPerson();
  const device = newDevice();
  await register(client, device);
  assert.equal((await enter(device, { count: 0 })).status, 200);
  assert.equal((await enter(device, { count: 7 })).status, 200);
  assert.equal((await enter(device, { count: 7 })).status, 401);
  assert.equal((await enter(device, { count: 0 })).status, 401);
  assert.equal((await enter(device, { count: 8 })).status, 200);
});

test('a passkey is its own second factor, and ends with its removal or the account', async () => {
  const { client, email } = await newPerson();
  const [kept, removed] = [newDevice(), newDevice()];
  await register(client, kept);
  const { body } = await register(client, removed);
  assert.equal((await client.remove(`/api/account/passkeys/${body.id}`)).status, 204);
  assert.equal((await enter(removed)).status, 401);
  assert.equal((await enter(kept)).status, 200);
  server.execute(`UPDATE accounts SET status = 'disabled' WHERE email = '${email}'`);
  assert.equal((await enter(kept)).status, 401);
});

test('passkeys of others are out of reach, and one device is kept once', async () => {
  const [first, second] = [await newPerson(), await newPerson()];
  const device = newDevice();
  const { body } = await register(first.client, device);
  assert.equal((await register(second.client, device)).body.reason, 'passkey_known');
  assert.equal((await second.client.remove(`/api/account/passkeys/${body.id}`)).status, 404);
  assert.deepEqual((await second.client.get('/api/account/passkeys')).body.items, []);
  server.execute('UPDATE sessions SET proven_at = proven_at - 601000');
  assert.equal((await first.client.post('/api/account/passkeys/offer')).body.reason, 'prove_again');
  assert.equal((await first.client.remove(`/api/account/passkeys/${body.id}`)).body.reason, 'prove_again');
});
