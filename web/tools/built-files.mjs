// SPDX-License-Identifier: Apache-2.0
// What Vite has built, by the manifests of its two builds.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifests = ['manifest.json', 'manifest.answer.json'].map((name) =>
  JSON.parse(readFileSync(dist + name, 'utf8')),
);

/** The chunk with everything it imports, its style sheets and, where asked, its fonts, data and the lazy parts. */
export function filesOf(key, kinds, isWanted = () => false) {
  const manifest = manifests.find((each) => key in each);
  if (!manifest) throw new Error(`No build has ${key}`);
  return collect(manifest, key, kinds, isWanted, new Set());
}

function collect(manifest, key, kinds, isWanted, seen) {
  const chunk = manifest[key];
  const before = seen.size;
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) {
    if (kinds.some((kind) => file.endsWith(kind))) seen.add(file);
  }
  if (seen.size === before) return seen;
  const next = [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []).filter(isWanted)];
  for (const each of next) collect(manifest, each, kinds, isWanted, seen);
  return seen;
}
