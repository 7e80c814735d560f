// SPDX-License-Identifier: Apache-2.0
// The public pages as documents: valid HTML in every language, and no link that leads nowhere.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { TestServer } from '../harness.ts';
import { crawl, isForm, type Visited } from './crawl.ts';

const judge = new HtmlValidate({ extends: ['html-validate:standard'] });

/// One line for each rule that a page breaks, with the first place.
async function broken(html: string): Promise<string[]> {
  const { results } = await judge.validateString(html);
  const messages = results.flatMap((result) => result.messages);
  const rules = [...new Set(messages.map(({ ruleId }) => ruleId))];
  return rules.map((rule) => {
    const of = messages.filter(({ ruleId }) => ruleId === rule);
    return `${rule} (${of.length}): ${of[0]!.message} at ${of[0]!.line}:${of[0]!.column}`;
  });
}

let server: TestServer;
let visited: Visited[];
let pages: Visited[];
before(async () => {
  server = await TestServer.start();
  visited = await crawl(server.base, ['/', '/?lang=es', '/?lang=fr', '/sitemap.xml', '/robots.txt']);
  pages = visited.filter(({ type }) => type.startsWith('text/html'));
});
after(() => server?.stop());

test('the judge notices a broken page', async () => {
  assert.deepEqual(await broken('<!doctype html>\n<title>x</title>\n<p>a<div>b</div></p>'), [
    'close-order (1): Stray end tag \'</p>\' at 3:18',
  ]);
});

test('a visitor reaches the profiles from the home page', () => {
  assert.ok(pages.some(({ path }) => path === '/clusters/windward-cocoa-and-spice'));
  assert.ok(pages.length > 100, `${pages.length} pages`);
});

test('no link of a public page leads nowhere', () => {
  const dead = visited.filter(({ status }) => status !== 200);
  assert.deepEqual(dead.map(({ path, status, from }) => `${status} ${path} on ${from}`), []);
});

test('every public page is valid HTML', async () => {
  const found: string[] = [];
  for (const { path, body } of pages) for (const line of await broken(body)) found.push(`${path}: ${line}`);
  assert.deepEqual(found, []);
});

test('every public page has a title, a description and a heading of its own', () => {
  const lacking = pages.filter(
    ({ body }) =>
      !/<title>[^<]+<\/title>/.test(body) ||
      (!isForm(body) && !/<meta name="description" content="[^"]{8,}"/.test(body)) ||
      body.match(/<h1[ >]/g)?.length !== 1,
  );
  assert.deepEqual(lacking.map(({ path }) => path), []);
});
