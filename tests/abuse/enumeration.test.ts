// SPDX-License-Identifier: Apache-2.0
// Who has an account, an invitation or a link cannot be found out by asking: the known and the unknown are answered with
// the same words, and within the same time.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Answer, type Client } from '../harness.ts';
import { addAccount } from '../permissions/world.ts';

let server: TestServer;
let accounts: string[];
before(async () => {
  server = await TestServer.start();
  accounts = Array.from({ length: 4 }, account);
});
after(() => server?.stop());

/// What an answer shows, without what differs each time.
const face = ({ status, text, headers }: Answer) => ({
  status,
  text: text.replaceAll(/"request_id":"[^"]*"/g, '').replaceAll(/[\w.+-]+@[\w-]+\.example/g, 'somebody').replaceAll(/"(ticket|challenge)":"[^"]*"/g, '"$1"'),
  cookies: headers.getSetCookie().map((cookie) => cookie.split('=')[0]),
  length: headers.get('content-length') === null ? null : 'told',
  type: headers.get('content-type'),
});

/// The least that several requests take, in milliseconds: a disk that is busy once slows none of the others.
async function took(times: number, ask: (at: number) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    await ask(at);
    all.push(performance.now() - began);
  }
  return Math.min(...all);
}

let made = 0;
function account(): string {
  const email = `known${++made}@somewhere.example`;
  addAccount(server, email, 'national', 'country', 'GD');
  return email;
}
const nobody = () => `nobody${++made}@somewhere.example`;

const asking: Record<string, (client: Client, email: string) => Promise<Answer>> = {
  'a wrong password': (client, email) => client.post('/api/session', { email, password: 'not the password at all' }),
  'a mailed sign-in link': (client, email) => client.post('/api/sign_in_links', { email }),
  'a new password': (client, email) => client.post('/api/password_resets', { email }),
  'a passkey': (client, email) => client.post('/api/session/passkey/challenge', { email }),
};

for (const [name, ask] of Object.entries(asking))
  test(`${name}: an address with an account is answered like one without`, async () => {
    const [known, unknown] = [account(), nobody()];
    const first = await ask(server.client(), known);
    assert.deepEqual(face(first), face(await ask(server.client(), unknown)));
    assert.ok(!first.text.includes(known), 'the answer repeats the address');
  });

test('a disabled account and one with codes are answered like none', async () => {
  const disabled = account();
  server.command('user', 'disable', '--data', server.folder, '--email', disabled);
  for (const ask of Object.values(asking)) assert.deepEqual(face(await ask(server.client(), disabled)), face(await ask(server.client(), nobody())));
});

test('the time of an answer is of one class', async () => {
  const rounds = 4; // an account may try five times a minute, an address of mail three times an hour
  const known = await took(rounds, () => asking['a wrong password']!(server.client(), accounts[0]!));
  const unknown = await took(rounds, () => asking['a wrong password']!(server.client(), nobody()));
  assert.ok(Math.max(known, unknown) < 3 * Math.min(known, unknown) + 20, `password: ${known} and ${unknown} ms`);
  const mailed = await took(rounds, (at) => asking['a mailed sign-in link']!(server.client(), accounts[at]!));
  const silent = await took(rounds, () => asking['a mailed sign-in link']!(server.client(), nobody()));
  assert.ok(Math.max(mailed, silent) < 3 * Math.min(mailed, silent) + 20, `link: ${mailed} and ${silent} ms`);
});
const secret = 'A'.repeat(43);
const token = 'ABCDEFGH-' + 'A'.repeat(26);

test('links, invitations and codes that nobody was given are all answered alike', async () => {
  const tries: [string, object[]][] = [
    ['/api/session/link', [{ token: secret }, { token: 'B'.repeat(43) }, { token: 'x' }]],
    ['/api/password_resets/use', [{ token: secret, password: 'seven sloops at anchor' }, { token: 'x', password: 'seven sloops at anchor' }]],
    ['/api/email_changes/confirm', [{ token: secret }, { token: 'x' }]],
    ['/api/email_changes/undo', [{ token: secret }, { token: 'x' }]],
    ['/api/invitations/look', [{ token: secret }, { token: 'x' }, { token }]],
    ['/api/answer/session', [{ token }, { token: 'ZZZZZZZZ-' + 'Z'.repeat(26) }, { token: 'x' }]],
    ['/api/rights/session', [{ token }, { token: 'x' }]],
  ];
  for (const [path, bodies] of tries) {
    const faces = [];
    for (const body of bodies) faces.push(face(await server.client().post(path, body)));
    for (const each of faces) assert.deepEqual(each, faces[0], path);
    assert.ok([401, 404, 422].includes(faces[0]!.status), `${path}: ${faces[0]!.status}`);
  }
});

test('a link of somebody is answered like one of nobody, but for its secret', async () => {
  const facilitator = await server.as('alana@m10.example');
  const cluster = (await facilitator.get('/api/session')).body.grants[0].scope_id;
  const wave = (await facilitator.post(`/api/clusters/${cluster}/waves`, { title: 'Counted', is_baseline: false })).body;
  await facilitator.post(`/api/waves/${wave.id}/open`);
  const [link] = (await facilitator.get(`/api/waves/${wave.id}/links`)).body.items;
  const given: string = link.url.slice(link.url.indexOf('#') + 1);
  const wrong = given.slice(0, -4) + (given.endsWith('AAAA') ? 'BBBB' : 'AAAA');
  const foreign = given.replace(/[A-Z2-7]/g, 'A');
  const client = server.client();
  assert.deepEqual(face(await client.post('/api/answer/session', { token: wrong })), face(await client.post('/api/answer/session', { token: foreign })));
});

test('a claim of a page that is there and hidden is answered like one of no page', async () => {
  const { body: hidden } = await (await server.as('renata@region.example')).post('/api/organizations', {
    name: 'Unseen Cooperage', kind: 'bso', country_code: 'GD', visibility: 'private', publication: 'published',
  });
  const form = (page: string) => ({ raw: { type: 'application/x-www-form-urlencoded', bytes: new URLSearchParams({ page, name: 'Ines', email: 'ines@x.example' }).toString() } });
  const claim = async (page: string) => face(await server.client().post('/claim', undefined, form(page)));
  assert.equal(hidden.name, 'Unseen Cooperage');
  assert.deepEqual(await claim(`/organizations/${hidden.slug}`), await claim('/organizations/there-is-none'));
});

test('an address of one’s own that is taken by another is answered like a free one', async () => {
  const client = await server.as('jodie@m21.example');
  const change = (email: string) => client.put('/api/account/email', { email, current_password: 'neighbours-work-the-land' });
  const [taken, free] = [await change('alana@m10.example'), await change(nobody())];
  assert.deepEqual([taken.status, taken.body?.reason], [free.status, free.body?.reason]);
});
