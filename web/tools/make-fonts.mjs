// SPDX-License-Identifier: Apache-2.0
// Cuts the two type families of the app down to Latin-1 and punctuation (enough for en, es, fr, nl, ht, pap).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}src/generated/fonts`;
const packages = `${root}node_modules/@fontsource-variable`;
const letters =
  'U+0020-007E,U+00A0-00FF,U+0131,U+0152,U+0153,U+2013,U+2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2032,U+20AC,U+2190-2193,U+2212,U+2264,U+2265';

const families = [
  ['bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2', 'headings.woff2'],
  ['atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2', 'text.woff2'],
];

mkdirSync(out, { recursive: true });
for (const [source, name] of families) {
  const target = `${out}/${name}`;
  if (existsSync(target)) continue;
  // The Debian interpreter by its full path: another python3 on the PATH may lack brotli.
  execFileSync('/usr/bin/python3', [
    '-m',
    'fontTools.subset',
    `${packages}/${source}`,
    `--unicodes=${letters}`,
    '--layout-features=kern,liga,calt,ccmp,locl,mark,mkmk,tnum',
    '--flavor=woff2',
    `--output-file=${target}`,
  ]);
}
