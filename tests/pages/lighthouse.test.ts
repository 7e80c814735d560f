// SPDX-License-Identifier: Apache-2.0
// Lighthouse on the public pages of an installation with published records: accessibility, best practices and search
// engines get 100. Demonstration data would not do: search engines are kept away from what is invented.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import lighthouse from 'lighthouse';
import { chromium, type Browser } from '../../web/node_modules/playwright-core/index.mjs';
import { demoPassword, freePort, TestServer } from '../harness.ts';

const categories = ['accessibility', 'best-practices', 'seo'];

let server: TestServer;
let browser: Browser;
let port: number;
before(async () => {
  server = await TestServer.start(['--demand-second-factor', 'false']);
  await publishRecords();
  port = await freePort();
  const args = ['--headless', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function regionalEditor(email: string) {
  const account = ['--email', email, '--name', 'Test Editor', '--role', 'regional_editor', '--scope', 'platform'];
  const made = server.command('user', 'add', '--data', server.folder, ...account, '--password', demoPassword);
  assert.equal(made.status, 0, made.stderr);
  return server.as(email);
}

/// A support organization, a cluster and a project of Grenada. Nobody publishes a cluster of their own: another editor does.
async function publishRecords() {
  const editor = await regionalEditor('editor@test.example');
  const other = await regionalEditor('other@test.example');
  const published = { country_code: 'GD', publication: 'published', visibility: 'public' };
  const organization = { ...published, name: 'Grenville Export Desk', kind: 'bso', sector: '10' };
  assert.equal((await editor.post('/api/organizations', organization)).status, 201);
  const cluster = await editor.post('/api/clusters', { name: 'Grenville Nutmeg', country_code: 'GD', objectives: [] });
  assert.equal(cluster.status, 201, cluster.text);
  const shown = await other.patch(`/api/clusters/${cluster.body.id}`, published, cluster.body.version);
  assert.equal(shown.status, 200, shown.text);
  const project = { name: 'Nutmeg Drying', funder: 'Own contributions', source: 'Minutes', as_of: '2026-01-15', countries: ['GD'], publication: 'published' };
  const entered = await editor.post('/api/projects', project);
  assert.equal(entered.status, 201, entered.text);
}

/// What keeps a page from 100, by category.
async function shortcomings(path: string, onlyCategories = categories): Promise<string[]> {
  const result = await lighthouse(server.base + path, { port, onlyCategories, logLevel: 'error' });
  const { lhr } = result!;
  return Object.values(lhr.categories).flatMap((category) => {
    if (category.score === 1) return [];
    const audits = category.auditRefs.map(({ id }) => lhr.audits[id]!).filter(({ score }) => score !== null && score < 1);
    return [`${category.id} ${Math.round((category.score ?? 0) * 100)}: ${audits.map(({ title }) => title).join('; ')}`];
  });
}

const pages = [
  '/',
  '/clusters',
  '/clusters/grenville-nutmeg',
  '/organizations',
  '/organizations/grenville-export-desk',
  '/countries/GD',
  '/projects',
  '/projects/nutmeg-drying',
  '/experts',
  '/sectors',
  '/about?lang=fr',
];
for (const path of pages)
  test(`Lighthouse gives ${path} 100`, async () => assert.deepEqual(await shortcomings(path), []));

/// Kept from search engines on purpose: another view of a list, and forms.
const unlisted = [
  '/organizations?view=map',
  '/organizations?view=table',
  '/report?page=/organizations/grenville-export-desk',
  '/claim?page=/organizations/grenville-export-desk',
];
for (const path of unlisted)
  test(`Lighthouse gives ${path} 100 but for search engines`, async () =>
    assert.deepEqual(await shortcomings(path, ['accessibility', 'best-practices']), []));
