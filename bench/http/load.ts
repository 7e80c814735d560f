// SPDX-License-Identifier: Apache-2.0
// usage: node bench/http/load.ts URL HEADER BATCH < organizations.ndjson
// Posts the seed through the API, BATCH records a request (1: the record itself, as Konbit takes it), and prints the ids.
import { readFileSync } from 'node:fs';

const [url, header, batch] = process.argv.slice(2) as [string, string, string];
const [headerName, headerValue] = header.split(/: (.*)/s) as [string, string];
const records = readFileSync(0, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
const size = Number(batch);

function* bodies(): Generator<unknown> {
  for (let at = 0; at < records.length; at += size) {
    if (size > 1) yield records.slice(at, at + size);
    else yield { ...records[at], description: { en: records[at].description }, publication: 'published' };
  }
}

async function post(body: unknown): Promise<string[]> {
  const headers = { 'content-type': 'application/json', [headerName]: headerValue };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const { data, id } = (await response.json()) as { data?: { id: number }[]; id?: string };
  return data ? data.map((row) => String(row.id)) : [String(id)];
}

const source = bodies();
const ids: string[] = [];
async function worker() {
  for (const body of source) ids.push(...(await post(body)));
}
await Promise.all(Array.from({ length: size > 1 ? 1 : 32 }, worker));
console.log(ids.join('\n'));
