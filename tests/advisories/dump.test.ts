// SPDX-License-Identifier: Apache-2.0
// A cookie that can be made from a copy of the database (Forgejo 1.20.5-0). Whoever copies it gets no way in, no link and
// no confidential answer: every secret that the server has given out is looked for in every form in which it could stand.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { demoPassword, type Client } from '../harness.ts';
import { answerCanaries, draftWave, expect, type Canaries } from '../permissions/survey.ts';
import { makeWorld, type World } from '../permissions/world.ts';

const html = { headers: { accept: 'text/html' } };
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

let world: World;
let survey: Canaries;
/// What was given out, by what it is.
const secrets: Record<string, string[]> = {};
let dump: Buffer;

before(async () => {
  world = await makeWorld();
  const { facilitator_own: facilitator, member, anonymous } = world.clients;
  const draft = await draftWave(facilitator, world.ids.cluster_id!, 'Copied');
  survey = await answerCanaries(world.server, facilitator, draft.id);
  secrets.links = survey.links.map((link: any) => link.url.slice(link.url.lastIndexOf('-') + 1));
  secrets.codes = survey.links.map((link: any) => link.code).filter(Boolean);
  secrets.feeds = [(await member.post('/api/saved_searches', { name: 'Copied', list: 'clusters', query: '' })).body.feed_url];
  secrets.codeSecrets = await oneTimeCodes(world.clients.researcher);
  await sendMails(facilitator, anonymous);
  secrets.mailed = await mailedSecrets(anonymous);
  secrets.cookies = [...Object.values(world.clients), ...survey.respondents].flatMap((client) =>
    [...client.cookies].filter(([name]) => name !== 'konbit_lang').map(([, value]) => value));
  secrets.passwords = [demoPassword];
  secrets.keys = keyFiles(join(world.server.folder, 'keys'));
  dump = copyOfTheDatabase();
});
after(() => world?.server.stop());

async function oneTimeCodes(client: Client): Promise<string[]> {
  const { secret } = expect(await client.post('/api/account/codes'), 200);
  const key = Buffer.from([...secret].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('').match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const code = String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  const { codes } = expect(await client.post('/api/account/codes/confirm', { code }), 200);
  return [secret, ...codes];
}

async function sendMails(facilitator: Client, anonymous: Client) {
  await anonymous.post('/api/password_resets', { email: 'alana@m10.example' });
  await anonymous.post('/api/sign_in_links', { email: 'jodie@m21.example' });
  await facilitator.post(`/api/people/${world.ids.person_id}/invite`);
  await facilitator.post(`/api/waves/${survey.wave.id}/links/send`, { respondent_ids: survey.links.slice(12, 16).map((link: any) => link.respondent_id) });
}

/// The secret parts of every address in every mail.
async function mailedSecrets(anonymous: Client): Promise<string[]> {
  const list = (await anonymous.get('/dev/mail', html)).text;
  const found = new Set<string>();
  for (const [, link] of list.matchAll(/href="(\/dev\/mail\/[^"]+)"/g)) {
    const { text } = await anonymous.get(link!, html);
    for (const [, token] of text.matchAll(/(?:#|token=|key=|t=)([\w.-]{20,})/g)) found.add(secretOf(token!));
  }
  return [...found];
}

/// What proves a token: what stands behind the record that it names, if it names one.
const secretOf = (token: string): string =>
  token.includes('.') ? token.slice(token.lastIndexOf('.') + 1) : token.replace(/^[A-Z2-7]{8}-(?=[A-Z2-7]{26}$)/, '');

const keyFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1').trim())
    : [];

/// The file with its write-ahead log; on PostgreSQL what pg_dump writes.
function copyOfTheDatabase(): Buffer {
  const { KONBIT_DATABASE: address } = world.server.database;
  if (address) {
    const done = spawnSync('pg_dump', ['--inserts', address], { maxBuffer: 1 << 30 });
    assert.equal(done.status, 0, String(done.stderr));
    return done.stdout;
  }
  const file = join(world.server.folder, 'konbit.sqlite');
  return Buffer.concat([file, `${file}-wal`].filter(existsSync).map((each) => readFileSync(each)));
}

function decoded(text: string): Buffer[] {
  const found: Buffer[] = [];
  if (/^[0-9a-f]{16,}$/i.test(text)) found.push(Buffer.from(text, 'hex'));
  if (/^[\w+/-]{20,}={0,2}$/.test(text)) found.push(Buffer.from(text, 'base64url'));
  if (/^[A-Za-z2-7]{8,}$/.test(text)) {
    const bits = [...text.toUpperCase()].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
    found.push(Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2))));
  }
  return found;
}

function inBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => base32[parseInt(five, 2)]).join('');
}

/// Every form in which a secret could stand in a file.
function forms(secret: string): Buffer[] {
  return [Buffer.from(secret), ...decoded(secret)]
    .filter((bytes) => bytes.length >= 5)
    .flatMap((bytes) => {
      const texts = [bytes.toString('hex'), bytes.toString('hex').toUpperCase(), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), inBase32(bytes), inBase32(bytes).toLowerCase()];
      return [bytes, Buffer.from([...bytes].reverse()), ...texts.map((text) => Buffer.from(text))];
    });
}

test('the copy shows what is plain, so that looking into it means something', () => {
  for (const plain of ['alana@m10.example', 'windward-cocoa-and-spice', survey.links[0].reference ?? 'Copied'])
    assert.ok(dump.includes(plain), plain);
});

for (const kind of ['cookies', 'links', 'codes', 'mailed', 'codeSecrets', 'feeds', 'passwords', 'keys'])
  test(`no secret is in it: ${kind}`, () => {
    assert.ok(secrets[kind]!.length > 0, 'nothing to look for');
    for (const [at, secret] of secrets[kind]!.entries())
      for (const form of forms(secret)) assert.ok(!dump.includes(form), `${kind} ${at} stands in it as ${JSON.stringify(form.toString('latin1').slice(0, 6))}…`);
  });

test('nothing in it opens a session: no hash of it is a cookie', async () => {
  const stored = [...dump.toString('latin1').matchAll(/[0-9a-f]{64}/g)].map(([hash]) => hash);
  const own = createHash('sha256').update(world.clients.member.cookies.get('konbit')!).digest('hex');
  assert.ok(stored.includes(own), 'sessions are kept by hashes');
  for (const value of [own, Buffer.from(own, 'hex').toString('base64url'), ...new Set(stored)].slice(0, 400)) {
    const thief = world.server.client();
    thief.cookies.set('konbit', value);
    assert.equal((await thief.get('/api/session')).body.account, null);
  }
});

test('nothing in it opens a personal link', async () => {
  for (const { reference } of survey.links.slice(0, 3))
    for (const token of [reference, `1-${reference}`, `${reference}-${reference}`, `${reference}-${'A'.repeat(26)}`]) {
      const answer = await world.server.client().post('/api/answer/session', { token });
      assert.ok([401, 422].includes(answer.status), `${token}: ${answer.status}`);
    }
});

test('no confidential answer is in it, neither as a row nor beside its member', () => {
  const order = survey.wave.members.map((member: any) => member.id);
  for (const members of [order, survey.links.map((link: any) => link.wave_member_id)])
    for (const one of [1, 0x31]) {
      const row = Buffer.from(members.map((id: string) => (survey.competitors.includes(id) ? one : one - 1)));
      for (const form of [row, ...forms(row.toString('latin1')).slice(1)]) assert.ok(!dump.includes(form), 'a plain row');
      const ticks = Buffer.from(survey.competitors.map((id) => members.indexOf(id)));
      assert.ok(!dump.includes(ticks), 'the ticked places');
    }
  assert.ok(!dump.includes(survey.competitors.join(',')) && !dump.includes(JSON.stringify(survey.competitors)));
});

test('no confidential question has a row among the plain answers', () => {
  const text = dump.toString('latin1');
  for (const key of ['sensitive', 'competitor'])
    for (const alter of [...survey.competitors, ...survey.alters])
      assert.ok(!text.includes(`${survey.question(key)}${alter}`) && !text.includes(`'${survey.question(key)}', '${alter}'`), key);
});
