// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { Client, TestServer } from '../harness.ts';

let server: TestServer;
let visitor: Client;
let member: Client; // of Trafalgar Craft Chocolate
let officer: Client; // of Dominica
let facilitator: Client; // of Windward
let other: Client; // whose country is neither's
let firm: any;
let windward: any;

before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  member = await server.as('jodie@m21.example');
  officer = await server.as('francine@m27.example');
  facilitator = await server.as('alana@m10.example');
  const made = server.command(
    'user', 'add', '--data', server.folder, '--email', 'belize@test.example', '--name', 'Test', '--role', 'national',
    '--scope', 'country', '--scope-id', 'BZ', '--password', 'neighbours-work-the-land',
  );
  assert.equal(made.status, 0, made.stderr);
  other = await server.as('belize@test.example');
  windward = (await facilitator.get('/api/clusters?mine=true')).body.items[0];
  const found = (await visitor.get('/api/organizations?q=trafalgar%20craft')).body.items[0];
  firm = (await visitor.get(`/api/organizations/${found.id}`)).body;
});
after(() => server.stop());

const secret = '12 deg 3 min north';

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/// A gray PNG with a text beside its pixels.
function png(width: number, height: number, extra: Buffer[] = []): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = width * height > 5_000_000 ? Buffer.alloc(0) : Buffer.alloc((width + 1) * height, 120);
  for (let y = 0; pixels.length > 0 && y < height; y++) pixels[y * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Location\0${secret}`)),
    ...extra,
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const record = () => `/api/organizations/${firm.id}/attachments`;
const upload = (client: Client, purpose: string, bytes: string | Uint8Array, path = record(), type = 'image/png') =>
  client.post(`${path}?purpose=${purpose}&file_name=${encodeURIComponent("Members' charter.pdf")}`, undefined, {
    raw: { type, bytes },
  });
const page = (path: string, client = visitor) => client.get(path, { headers: { accept: 'text/html' } });
const fileOf = (attachment: any, name: string) => `/files/${attachment.id}/${name}`;
const document = '%PDF-1.4\n1 0 obj <<>> endobj\n%%EOF\n';
const words = { alt: { en: 'A tray of cacao', es: 'Una bandeja de cacao', fr: 'Un plateau de cacao' }, people: 'nobody' };

/// What the server says to an upload of that length before it has seen a byte of it.
function statusOfAnnounced(bytes: number): Promise<number> {
  const cookie = [...member.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    const sent = request(`${server.base}${record()}?purpose=photo`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', 'content-length': bytes, cookie },
    });
    sent.on('response', (answer) => {
      resolve(answer.statusCode!);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.flushHeaders();
  });
}

async function shownPhoto(width = 900): Promise<any> {
  const made = await upload(member, 'photo', png(width, 600));
  assert.equal(made.status, 201, made.text);
  const shown = await member.patch(`${record()}/${made.body.id}`, words, made.body.version);
  assert.equal(shown.status, 200, shown.text);
  return shown.body;
}

test('a photo is a draft for its editors until its words are there, then everybody sees it', async () => {
  const made = await upload(member, 'photo', png(900, 600));
  assert.equal(made.status, 201, made.text);
  assert.equal(made.body.publication, 'draft');
  assert.deepEqual(
    made.body.sizes.map(({ name, width, height }: any) => [name, width, height]),
    [['480.webp', 480, 320], ['1200.webp', 900, 600], ['share.jpg', 900, 473]],
  );
  assert.equal((await visitor.get(fileOf(made.body, '480.webp'))).status, 404);
  assert.equal((await other.get(fileOf(made.body, '480.webp'))).status, 404);
  const draft = await officer.get(fileOf(made.body, '480.webp'));
  assert.deepEqual([draft.status, draft.headers.get('cache-control')], [200, 'private, no-store']);
  const bare = await member.patch(`${record()}/${made.body.id}`, { caption: { en: 'Trays' } }, made.body.version);
  assert.equal(bare.status, 422);
  assert.ok(bare.body.errors.some((each: any) => each.pointer.startsWith('/alt')));
  assert.ok(bare.body.errors.some((each: any) => each.pointer === '/people'));
  const shown = await member.patch(`${record()}/${made.body.id}`, { ...words, caption: { en: 'Trays' } }, made.body.version);
  assert.equal(shown.body.publication, 'published', shown.text);
  const { text } = await page(`/organizations/${firm.slug}`);
  assert.match(text, /<img src="\/files\/[^"]+\/480\.webp" width="480" height="320" alt="A tray of cacao" loading="lazy"/);
  assert.match(text, /Trays/);
  assert.match(text, /<meta property="og:image" content="[^"]+\/share\.jpg">/);
});

test('a picture is served for long, unchanged for everybody, without anything that stood beside its pixels', async () => {
  const photo = await shownPhoto();
  for (const { name, bytes } of photo.sizes) {
    const answer = await fetch(server.base + fileOf(photo, name));
    const content = Buffer.from(await answer.arrayBuffer());
    assert.equal(answer.status, 200);
    assert.equal(content.length, bytes);
    assert.equal(content.includes(secret), false);
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=2592000, immutable');
    assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('content-type'), name.endsWith('.jpg') ? 'image/jpeg' : 'image/webp');
  }
  assert.equal((await visitor.get(fileOf(photo, 'original.png'))).status, 404);
});

test('a logo takes the place of the tile, and the next one its own', async () => {
  const before = await page(`/organizations/${firm.slug}`);
  assert.match(before.text, /<svg class="k-tile"/);
  const first = (await upload(member, 'logo', png(400, 200))).body;
  const second = (await upload(member, 'logo', png(300, 300))).body;
  const { text } = await page(`/organizations/${firm.slug}`);
  assert.match(text, new RegExp(`<img class="k-tile k-logo" src="/files/${second.id}/160.webp" width="160" height="160" alt="Logo of`));
  assert.equal((await visitor.get(fileOf(first, '160.webp'))).status, 404);
});

test('what is no picture, moves or is too large is refused by the limit that it breaks', async () => {
  const codeOf = async (bytes: string | Uint8Array, type?: string) => {
    const answer = await upload(member, 'photo', bytes, record(), type);
    assert.equal(answer.status, 422, answer.text);
    return answer.body.errors[0];
  };
  const code = async (bytes: string | Uint8Array, type?: string) => (await codeOf(bytes, type)).code;
  assert.equal(await code('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'), 'picture_type');
  assert.equal(await code('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/png'), 'picture_type');
  assert.equal(await code('GIF89a..............'), 'picture_type');
  assert.equal(await code(document), 'picture_type');
  assert.equal(await code(png(900, 600).subarray(0, 300)), 'picture_broken');
  assert.equal(await code(png(900, 600, [chunk('acTL', Buffer.alloc(8))])), 'picture_animated');
  assert.deepEqual(await codeOf(png(9000, 9000)), {
    pointer: '/file', code: 'picture_too_many_pixels', params: { max: '40', side: '12000' },
  });
  assert.deepEqual((await codeOf(png(40, 400))).params, { min: '48' });
  assert.equal(await statusOfAnnounced(10 * 1024 * 1024 + 1), 413);
});

test('a document is saved, never shown, and stays within the cluster if it is meant to', async () => {
  const path = `/api/clusters/${windward.id}/attachments`;
  const made = await upload(facilitator, 'document', document, path, 'application/pdf');
  assert.equal(made.status, 201, made.text);
  const say = (visibility: string, version: number) =>
    facilitator.patch(`${path}/${made.body.id}`, { title: 'Charter', language: 'en', visibility }, version);
  const within = await say('cluster', made.body.version);
  assert.equal(within.status, 200, within.text);
  const file = fileOf(made.body, 'document.pdf');
  assert.equal((await visitor.get(file)).status, 404);
  assert.equal((await other.get(file)).status, 404);
  assert.equal((await member.get(file)).status, 200, 'her firm is on the roster');
  assert.doesNotMatch((await page(`/clusters/${windward.slug}`)).text, />Charter</);
  assert.match((await page(`/clusters/${windward.slug}`, member)).text, />Charter</);
  await say('public', within.body.version);
  const open = await visitor.get(file);
  assert.equal(open.status, 200);
  assert.match(open.headers.get('content-disposition')!, /^attachment; filename="members-charter\.pdf"/);
  assert.equal(open.headers.get('content-security-policy'), "default-src 'none'; sandbox");
  assert.match((await page(`/clusters/${windward.slug}`)).text, /hreflang="en"[^>]*>Charter<\/a>/);
});

test('pictures of a hidden record are not found by others, and come back with it', async () => {
  const photo = await shownPhoto();
  const path = `/api/organizations/${firm.id}`;
  const set = async (publication: string) => {
    const { version } = (await member.get(path)).body;
    assert.equal((await member.patch(path, { publication }, version)).status, 200);
  };
  await set('draft');
  assert.equal((await visitor.get(fileOf(photo, '480.webp'))).status, 404);
  assert.equal((await visitor.get(record())).body.items.length, 0);
  assert.equal((await member.get(fileOf(photo, '480.webp'))).status, 200);
  await set('published');
  assert.equal((await visitor.get(fileOf(photo, '480.webp'))).status, 200);
});

test('order is kept, and what is removed is gone', async () => {
  const [one, two] = [await shownPhoto(), await shownPhoto(700)];
  const ordered = await member.put(`${record()}/order`, { ids: [two.id, one.id] });
  assert.equal(ordered.status, 200, ordered.text);
  assert.equal(ordered.body.items[0].id, two.id);
  assert.equal((await other.remove(`${record()}/${one.id}`, one.version)).status, 403);
  assert.equal((await member.remove(`${record()}/${one.id}`, one.version + 7)).status, 412);
  assert.equal((await member.remove(`${record()}/${one.id}`, one.version)).status, 204);
  assert.equal((await visitor.get(fileOf(one, '480.webp'))).status, 404);
  const history = (await member.get(`/api/organizations/${firm.id}/history`)).body.items;
  const line = history.find((each: any) => each.fields_changed.some((field: any) => field.name === 'photos'));
  assert.equal(line?.is_undoable, false, 'the history says how many photos there were, and brings none back');
  assert.equal((await member.post(`/api/changes/${line.id}/undo`)).status, 409);
});

test('an attachment is reached through its own record only', async () => {
  const photo = await shownPhoto();
  const elsewhere = `/api/clusters/${windward.id}/attachments/${photo.id}`;
  assert.equal((await facilitator.patch(elsewhere, words, photo.version)).status, 404);
  assert.equal((await facilitator.remove(elsewhere, photo.version)).status, 404);
});

test('a process that reads a picture leaves nothing behind', async () => {
  const names = () => readdirSync(join(server.folder, 'files'), { recursive: true }).length;
  const before = names();
  await upload(member, 'photo', png(900, 600).subarray(0, 300));
  assert.equal(names(), before);
  assert.equal((await visitor.get('/healthz')).status, 200);
});

test('pages without a picture of their own have a drawn preview that is the same for everybody', async () => {
  for (const path of ['/previews/konbit.png', `/previews/organizations/${firm.slug}.png`, '/previews/clusters/windward-cocoa-and-spice.png']) {
    const answers = await Promise.all(['en', 'fr'].map((language) => fetch(server.base + path, { headers: { 'accept-language': language } })));
    const [one, two] = await Promise.all(answers.map(async (each) => Buffer.from(await each.arrayBuffer())));
    assert.equal(answers[0]!.headers.get('content-type'), 'image/png', path);
    assert.ok(one!.equals(two!), `${path} varies`);
    assert.deepEqual([one!.readUInt32BE(16), one!.readUInt32BE(20)], [1200, 630]);
    assert.ok(one!.length < 150_000, `${one!.length} bytes`);
  }
  assert.equal((await visitor.get('/previews/clusters/nothing.png')).status, 404);
  const { text } = await page('/countries?lang=fr');
  assert.match(text, /<meta property="og:image" content="[^"]+\/previews\/konbit\.png\?lang=fr">/);
  assert.match(text, /<meta property="og:locale" content="fr_FR">/);
  assert.match(text, /<meta name="twitter:card" content="summary_large_image">/);
});
