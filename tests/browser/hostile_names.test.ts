// SPDX-License-Identifier: Apache-2.0
// Members, firms and waves whose names are script, markup, other scripts or very long, on every public page and every
// screen of the app: nothing runs, nothing is fetched from elsewhere, and no page becomes wider than the phone.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from '../../web/node_modules/playwright-core/index.mjs';
import { bringHostileMembers, hostile, publishHostile } from '../abuse/hostile.ts';
import { facilitated, openWave } from '../survey.ts';
import { phone, Stage } from './browser.ts';

let stage: Stage;
let published: any[];
let ids: Record<string, string>;
let link: string;

before(async () => {
  stage = await Stage.open();
  const { server } = stage;
  published = await publishHostile(await server.as('renata@region.example'));
  const { facilitator, cluster } = await facilitated(server);
  await bringHostileMembers(facilitator, cluster);
  const members = (await facilitator.get(`/api/clusters/${cluster}/members?limit=100`)).body.items;
  const member = members.find(({ organization }: any) => organization.name === hostile[0]);
  const { wave, links } = await openWave(facilitator, cluster, hostile[0]);
  const [person] = (await facilitator.get(`/api/clusters/${cluster}/people?organization_id=${member.organization_id}`)).body.items;
  const imported = (await facilitator.get('/api/imports')).body.items[0];
  ids = {
    cluster_id: cluster, membership_id: member.id, organization_id: member.organization_id, person_id: person.id, wave_id: wave.id,
    respondent_id: links[0].respondent_id, import_id: imported.id,
  };
  link = links.find((each: any) => each.label.startsWith('<img')).url;
});
after(() => stage?.close());

/// What a name has done to a page, if anything.
async function harm(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if ('hit' in window) found.push('a name has run');
    for (const each of document.querySelectorAll('*'))
      for (const { name, value } of each.attributes) {
        if (name.startsWith('on')) found.push(`${each.tagName} has ${name}`);
        if (/^(href|src|action)$/.test(name) && /^\s*(javascript|data:text)/i.test(value)) found.push(`${each.tagName} leads to ${value.slice(0, 40)}`);
      }
    if (document.querySelector('img[src="x"], svg[onload]')) found.push('a name has become an element');
    return found;
  });
}

/// Opens pages one after the other; what they fetch comes from their own host.
async function walk(page: Page, paths: string[]): Promise<string[]> {
  const found: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(stage.server.base) && !/^(blob|data):/.test(request.url())) found.push(`fetches ${request.url()}`);
  });
  page.on('dialog', (dialog) => (found.push(`dialog on ${page.url()}`), void dialog.dismiss()));
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' });
    for (const each of await harm(page)) found.push(`${path}: ${each}`);
  }
  return found;
}

/// How far the document is wider than the window, in pixels.
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('the public pages show them as text, and stay as wide as the phone', async () => {
  const page = await stage.visitor(phone);
  const profiles = published.map(({ slug }) => `/organizations/${slug}`);
  const lists = ['/organizations?country=DM', '/organizations?country=DM&view=table', '/organizations?country=DM&view=map', '/countries/DM', '/search?q=window', '/clusters/windward-cocoa-and-spice'];
  assert.deepEqual(await walk(page, [...profiles, ...lists]), []);
  for (const path of [profiles[16]!, profiles[0]!, lists[0]!, lists[3]!]) {
    await page.goto(path);
    assert.ok((await overflow(page)) <= 0, `${path} is ${await overflow(page)} pixels too wide`);
  }
  await page.goto(profiles[0]!);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), hostile[0]);
});

test('every screen of the app shows them as text', async () => {
  const source = readFileSync(new URL('../../web/src/app/navigation.ts', import.meta.url), 'utf8');
  const patterns = [...source.matchAll(/^ {2}(\w+): '(\/[^']*)'/gm)].map(([, , path]) => path!);
  assert.ok(patterns.length > 50);
  const paths = patterns
    .filter((path) => !/sign-in|reset|email|invitation/.test(path))
    .map((path) => `/app${path.replace(/:(\w+)/g, (_, name) => ids[name] ?? (name === 'tab' ? 'members' : 'none'))}`);
  const page = await stage.signedIn('alana@m10.example');
  assert.deepEqual(await walk(page, paths), []);
  await page.goto(`/app/clusters/${ids.cluster_id}/members`, { waitUntil: 'networkidle' });
  assert.ok((await page.getByText(hostile[0]!, { exact: true }).count()) > 0, 'the roster shows the name as it is written');
});

test('the answer page shows them as text on a phone', async () => {
  const page = await stage.visitor(phone);
  const { pathname, hash } = new URL(link);
  assert.deepEqual(await walk(page, [pathname + hash]), []);
  await page.getByText(hostile[0]!, { exact: false }).first().waitFor();
  assert.ok((await overflow(page)) <= 0, `${await overflow(page)} pixels too wide`);
  assert.deepEqual(await harm(page), []);
});

test('no page has complained', () => assert.deepEqual(stage.errors.filter((each) => !/Failed to load/.test(each)), []));
