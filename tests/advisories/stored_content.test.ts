// SPDX-License-Identifier: Apache-2.0
// Script that is kept and served later: in settings that somebody saves (Directus GHSA-9qrm-48qf-r2rw) and in uploaded
// pictures and avatars (Directus CVE-2022-22116, CVE-2022-22117).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TestServer, type Client } from '../harness.ts';
import { makeWorld, type World } from '../permissions/world.ts';

let world: World;
let facilitator: Client;
before(async () => {
  world = await makeWorld();
  facilitator = world.clients.facilitator_own;
});
after(() => world?.server.stop());

const script = '<script>window.hit=1</script>';
const scene = {
  form: 'drawing', questions: ['know'], size_by: 'same', color_by: 'community', order_by: 'community',
  filters: [], hidden: [], is_ego: false, zoom: 1, dx: 0, dy: 0,
};

test('what a saved view holds comes from closed lists, not from whoever saves it', async () => {
  const views = `/api/waves/${world.ids.wave_id}/views`;
  const broken: Record<string, unknown>[] = [
    { form: script }, { size_by: script }, { color_by: script }, { order_by: 'constructor' }, { questions: [script] }, { hidden: [script] },
    { filters: [{ by: script, values: [], least: 0 }] }, { zoom: script }, { zoom: 1e400 }, { html: script }, { __proto__x: {} }, { selected: script },
    { filters: Array.from({ length: 5_000 }, () => ({ by: 'indegree', values: [], least: 0 })) },
  ];
  for (const change of broken) {
    const answer = await facilitator.post(views, { name: 'Kept', scene: { ...scene, ...change } });
    assert.equal(answer.status, 422, `${JSON.stringify(change).slice(0, 80)}: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
  const roster = await facilitator.post(`/api/clusters/${world.ids.cluster_id}/views`, {
    name: 'Kept', filter: { category: [], country_code: [script], subgroup: [], fee_class: [], tag: [], group: [], html: script },
  });
  assert.equal(roster.status, 422);
  const search = await world.clients.member.post('/api/saved_searches', { name: script, list: script, query: script });
  assert.equal(search.status, 422);
});

test('what is kept is sent back as data, under a policy that runs nothing', async () => {
  const made = await facilitator.post(`/api/waves/${world.ids.wave_id}/views`, { name: script, scene });
  assert.equal(made.status, 201, made.text);
  const answer = await facilitator.get(`/api/waves/${world.ids.wave_id}/views`);
  assert.match(answer.headers.get('content-type')!, /^application\/json/);
  assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="window.hit=1">${script}</svg>`;
const disguised: [string, string, string][] = [
  ['logo', 'image/svg+xml', svg], ['logo', 'image/png', svg], ['photo', 'image/jpeg', svg], ['photo', 'image/png', `\x89PNG\r\n\x1a\n${svg}`],
  ['photo', 'text/html', `<html>${script}</html>`], ['photo', 'image/gif', `GIF89a/*${script}*/`], ['photo', 'image/webp', `RIFF\x24\0\0\0WEBP${script}`],
  ['document', 'application/pdf', svg], ['document', 'application/pdf', `<html>${script}%PDF-1.4`], ['document', 'text/html', `%PDF-1.4 ${script}`],
  ['document', 'application/xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
];

test('a picture is what it is by its bytes: drawings and disguised pages are refused', async () => {
  for (const [purpose, type, bytes] of disguised) {
    const answer = await world.clients.member.post(`/api/organizations/${world.ids.organization_id}/attachments?purpose=${purpose}`, undefined, {
      raw: { type, bytes: Buffer.from(bytes, 'latin1') },
    });
    assert.ok([400, 413, 415, 422].includes(answer.status) || (purpose === 'document' && bytes.startsWith('%PDF') && answer.status === 201), `${purpose} ${type}: ${answer.status} ${answer.text.slice(0, 120)}`);
  }
});

test('a document is saved, never shown, whatever stands in it', async () => {
  const raw = { type: 'application/pdf', bytes: `%PDF-1.4\n${script}\n%%EOF\n` };
  const record = `/api/organizations/${world.ids.organization_id}/attachments`;
  const made = await world.clients.member.post(`${record}?purpose=document`, undefined, { raw });
  assert.equal(made.status, 201, made.text);
  const { items } = (await world.clients.member.get(record)).body;
  const urls = items.flatMap((each: any) => each.sizes.map(({ name }: any) => `/files/${each.id}/${name}`));
  assert.ok(urls.some((url: string) => url.endsWith('.pdf')), urls.join(' '));
  for (const url of urls) {
    const answer = await world.clients.member.get(url);
    assert.ok(answer.headers.get('content-security-policy')?.includes("default-src 'none'"), url);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', url);
    if (answer.headers.get('content-type') === 'application/pdf') assert.match(answer.headers.get('content-disposition')!, /^attachment/, url);
    assert.ok(!/svg|html|xml|javascript/.test(answer.headers.get('content-type')!), url);
  }
});

test('an address of a site or a document leads to the web, and to nothing that runs', async () => {
  const { member } = world.clients;
  const read = async () => (await member.get(`/api/organizations/${world.ids.organization_id}`)).body;
  for (const website of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', ' javascript:alert(1)', 'java\tscript:alert(1)', '//evil.example', 'file:///etc/passwd', 'http://', 'https://u:p@evil.example@x'])
    assert.equal((await member.patch(`/api/organizations/${world.ids.organization_id}`, { website }, (await read()).version)).status, 422, website);
});
