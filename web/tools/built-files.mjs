// SPDX-License-Identifier: Apache-2.0
// What Vite has built, by its manifest.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}manifest.json`, 'utf8'));

/** The chunk with everything it imports, its style sheets and, where asked, its fonts, data and lazy parts. */
export function filesOf(key, kinds, { isLazyToo = false } = {}, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no ${key}`);
  const before = seen.size;
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) {
    if (kinds.some((kind) => file.endsWith(kind))) seen.add(file);
  }
  if (seen.size === before) return seen;
  const next = [...(chunk.imports ?? []), ...(isLazyToo ? (chunk.dynamicImports ?? []) : [])];
  for (const each of next) filesOf(each, kinds, { isLazyToo }, seen);
  return seen;
}
