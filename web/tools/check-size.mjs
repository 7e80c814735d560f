// SPDX-License-Identifier: Apache-2.0
// Sums what a first visit loads, brotli as the server sends it, and fails above the limits (docs/developers/pages.md).
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { dist, filesOf } from './built-files.mjs';

const bytesOf = (file) => {
  const raw = readFileSync(dist + file);
  return file.endsWith('.woff2') ? raw.length : brotliCompressSync(raw).length;
};

const code = ['.js', '.css'];
// Beside the entry: the page itself, and the lazy chunks that a first visit needs.
const visits = [
  {
    name: 'public page (without its HTML)',
    limit: 32_000,
    entries: ['src/public/main.ts'],
    kinds: [...code, '.json'],
  },
  {
    name: 'answer page',
    limit: 60_000,
    entries: ['answer.html', 'src/generated/locales/answer.en.ts'],
    kinds: code,
  },
  {
    name: 'app, opened on the network page',
    limit: 170_000,
    entries: ['app.html', 'src/generated/locales/app.en.ts', 'src/features/networks/NetworkPage.svelte'],
    kinds: [...code, '.woff2'],
  },
  {
    name: 'app, the network page with all that stands behind the sentences',
    limit: 210_000,
    entries: [
      'app.html',
      'src/generated/locales/app.en.ts',
      'src/features/networks/NetworkPage.svelte',
      'src/features/networks/NetworkDepth.svelte',
    ],
    kinds: [...code, '.woff2'],
  },
];

let isOver = false;
for (const { name, limit, entries, kinds } of visits) {
  const files = new Set(entries.flatMap((entry) => [...filesOf(entry, kinds)]));
  const sum = [...files].reduce((total, file) => total + bytesOf(file), 0);
  isOver ||= sum > limit;
  console.log(`${sum > limit ? 'OVER' : 'ok  '}  ${name}: ${(sum / 1000).toFixed(1)} of ${limit / 1000} kB`);
}
process.exit(isOver ? 1 : 0);
