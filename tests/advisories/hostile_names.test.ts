// SPDX-License-Identifier: Apache-2.0
// Script in a name (Decidim CVE-2026-23891) and in a parameter that is shown again (Decidim CVE-2024-32469): in pages,
// feeds, files, mail and paper. What a browser makes of them is tested in tests/browser/hostile_names.test.ts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { partsOfArchive } from '../documents.ts';
import { TestServer, type Client } from '../harness.ts';
import { filledPage, pageRoutes } from '../abuse/routes.ts';
import { bringHostileMembers, hostile, publishHostile } from '../abuse/hostile.ts';
import { facilitated, openWave } from '../survey.ts';

let server: TestServer;
let visitor: Client;
let facilitator: Client;
let cluster: string;
let published: any[];
before(async () => {
  server = await TestServer.start();
  visitor = server.client();
  ({ facilitator, cluster } = await facilitated(server));
  published = await publishHostile(await server.as('renata@region.example'));
  await bringHostileMembers(facilitator, cluster);
});
after(() => server?.stop());

const html = { headers: { accept: 'text/html' } };

/// Markup that no page of ours has, and that the names bring along.
const foreign = [/<img src=x/i, /<svg onload/i, /<script>window/i, /href="javascript:/i];
const handler = /<[a-z][^>]*\son\w+=/i;

function assertQuiet(text: string, where: string) {
  // The blocks of data hold text that no browser reads as markup; what could end them is escaped.
  const markup = text.replaceAll(/<script type="application\/(ld\+)?json"[^>]*>.*?<\/script>/gs, '');
  for (const pattern of foreign) assert.ok(!pattern.test(markup), `${where}: ${pattern.exec(markup)?.[0]}`);
  // Quotation marks stand around values only: in text they are escaped.
  assert.ok(!handler.test(markup.replaceAll(/"[^"]*"/g, '""')), `${where}: an element that runs something`);
  for (const [, block] of text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) JSON.parse(block!);
}

test('pages, cards and lists show them as text, in every language', async () => {
  for (const each of published)
    for (const lang of ['en', 'es', 'fr']) {
      const page = await visitor.get(`/organizations/${each.slug}?lang=${lang}`, html);
      assert.equal(page.status, 200, each.slug);
      assertQuiet(page.text, each.slug);
    }
  for (const each of published) assertQuiet((await visitor.get(`/embed/organizations/${each.slug}`, html)).text, each.slug);
  for (const path of ['/organizations?country=DM', '/organizations?country=DM&view=table', '/organizations?country=DM&view=map', '/countries/DM', '/search?q=window', '/sitemap.xml', '/'])
    assertQuiet((await visitor.get(path, html)).text, path);
});

test('what is typed into an address is shown again as text, by every page', async () => {
  const names = ['q', 'country', 'kind', 'sector', 'stage', 'view', 'after', 'limit', 'per_page', 'lang', 'page', 'name', 'email', 'text', 'token', 'sent', 'sort', 'x'];
  for (const route of pageRoutes)
    for (const value of hostile.slice(0, 8)) {
      const [method, path] = route.split(' ') as [string, string];
      const fields = new URLSearchParams(names.map((name) => [name, value])).toString();
      const answer = method === 'GET'
        ? await visitor.get(`${filledPage(path, {})}?${fields}`, html)
        : await visitor.request('POST', filledPage(path, {}), { raw: { type: 'application/x-www-form-urlencoded', bytes: fields }, ...html });
      if (answer.headers.get('content-type')?.startsWith('text/html')) assertQuiet(answer.text, `${route} with ${value}`);
    }
  for (const value of hostile) assertQuiet((await visitor.get(`/nowhere/${encodeURIComponent(value)}`, html)).text, `no page ${value}`);
});

test('feeds stay well-formed', async () => {
  for (const path of ['/feeds/organizations.rss?country=DM', '/sitemap.xml']) {
    const { text } = await visitor.get(path);
    const outside = text.replaceAll(/<\/?[a-z][\w:.-]*(\s+[\w:.-]+="[^"<]*")*\s*\/?>|<\?xml[^>]*\?>|&(amp|lt|gt|quot|apos|#\d+);/g, '');
    assert.ok(!/[<&]/.test(outside), `${path}: ${/.{0,40}[<&].{0,40}/s.exec(outside)?.[0]}`);
  }
});

test('a vCard has the lines of one card, whatever the name', async () => {
  for (const each of published) {
    const { status, text } = await visitor.get(`/organizations/${each.slug}.vcf`);
    assert.equal(status, 200);
    assert.equal(text.match(/^BEGIN:VCARD/gm)?.length, 1);
    // Folded lines begin with a blank; every other one is a property.
    for (const line of text.trim().split('\r\n')) assert.match(line, /^( |[A-Z][A-Z0-9-]*[;:])/, `${each.slug}: ${line}`);
  }
});

/// The cells of a CSV file, read by the rules of RFC 4180.
function cells(text: string): string[][] {
  const rows: string[][] = [];
  for (const [record] of text.replace(/^\ufeff/, '').matchAll(/((?:"(?:[^"]|"")*"|[^"\r\n]*)*)(?:\r\n|$)/g))
    if (record) rows.push([...record.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!));
  return rows;
}
const runs = /^['" ]*[=+\-@\t\r\n＝＋－＠]/;
const isNumber = /^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i;

test('no table has a cell that a spreadsheet runs', async () => {
  const officer = await server.as('claudia@gd.example');
  const { wave } = await openWave(facilitator, cluster, '=1+1');
  const tables: [Client, string][] = [
    [visitor, '/organizations.csv?country=DM'], [visitor, '/clusters.csv'], [visitor, '/projects.csv'], [officer, '/api/exports/organizations.csv'],
    [facilitator, `/api/clusters/${cluster}/roster.csv`], [facilitator, `/api/waves/${wave.id}/links.csv`],
    [facilitator, `/api/waves/${wave.id}/ties.csv?question=know&purpose=facilitation`], [facilitator, `/api/waves/${wave.id}/network.csv?question=know&purpose=facilitation`],
  ];
  const imported = (await facilitator.get('/api/imports')).body.items[0];
  tables.push([facilitator, `/api/imports/${imported.id}/report.csv`]);
  for (const [client, path] of tables) {
    const { status, text } = await client.get(path);
    assert.ok([200, 404, 409].includes(status), `${path}: ${status}`);
    if (status !== 200) continue;
    const rows = cells(text);
    for (const row of rows) {
      for (const each of row) assert.ok(!runs.test(each) || each.startsWith("'") || isNumber.test(each), `${path}: ${each}`);
    }
    if (rows.length > 1) assert.ok(rows.every((row) => row.length === rows[0]!.length || path.includes('/waves/')), `${path}: a name breaks its row`);
  }
});

test('no workbook has a formula, a link or a macro', async () => {
  const officer = await server.as('claudia@gd.example');
  for (const [client, path] of [[officer, '/api/exports/organizations.xlsx'], [facilitator, `/api/clusters/${cluster}/roster.xlsx`]] as const) {
    const parts = partsOfArchive((await client.get(path)).bytes);
    assert.ok(Object.keys(parts).length > 3);
    for (const [name, part] of Object.entries(parts)) {
      assert.ok(!/vba|macro|externalLink|hyperlink/i.test(name), name);
      assert.ok(!/<f[ >]|<hyperlink|<!ENTITY/.test(part), `${path} ${name}`);
    }
  }
});

test('mail has one recipient, one subject and no markup, whatever the names', async () => {
  const { wave, links } = await openWave(facilitator, cluster, '<b>Wave</b> "x"');
  const chosen = links.filter((each: any) => hostile.some((name) => each.label && name.startsWith(each.label.slice(0, 6)))).map((each: any) => each.respondent_id);
  await facilitator.post(`/api/waves/${wave.id}/links/send`, { respondent_ids: chosen });
  const list = (await visitor.get('/dev/mail', html)).text;
  assertQuiet(list, '/dev/mail');
  for (const [, link] of list.matchAll(/href="(\/dev\/mail\/[^"]+)"/g)) assertQuiet((await visitor.get(link!, html)).text, link!);
});

test('a line break or a control in a name is refused, wherever a name is taken', async () => {
  const editor = await server.as('renata@region.example');
  for (const name of ['a\r\nBcc: x@evil.example', 'a\nb', 'a\u0000b', 'a\u001b[2Jb', 'a\u202eb', 'a\u2066b', 'a\u0085b', 'W'.repeat(10_000)]) {
    const tries: [string, object][] = [
      ['/api/organizations', { name, kind: 'bso', country_code: 'DM' }],
      ['/api/clusters', { name, country_code: 'DM', countries: ['DM'], objectives: [] }],
      ['/api/projects', { name, funder: 'A' }],
      ['/api/experts', { name, headline: 'A', email: 'e@names.example' }],
    ];
    for (const [path, body] of tries) {
      const answer = await editor.post(path, body);
      assert.equal(answer.status, 422, `${path} ${JSON.stringify(name.slice(0, 20))}`);
      assert.ok(answer.body.errors.some(({ pointer }: any) => pointer === '/name'), `${path} ${answer.text}`);
    }
  }
});

test('paper takes them: forms, cards and the report are drawn', async () => {
  const { wave } = await openWave(facilitator, cluster, hostile[0]);
  for (const path of [`/api/waves/${wave.id}/form.pdf`, `/api/waves/${wave.id}/cards.pdf`]) {
    const { status, text, headers } = await facilitator.get(path);
    assert.equal(status, 200, path);
    assert.ok(text.startsWith('%PDF-'), path);
    // What is packed holds drawing only; what a reader acts on stands outside of it.
    const outside = text.replaceAll(/\bstream\r?\n.*?endstream/gs, '');
    assert.ok(!/\/(JavaScript|JS|OpenAction|Launch|URI)\b/.test(outside), `${path}: ${/\/(JavaScript|JS|OpenAction|Launch|URI)\b.{0,40}/.exec(outside)?.[0]}`);
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="[\x20-\x7e]*"/, path);
  }
});
