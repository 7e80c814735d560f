// SPDX-License-Identifier: Apache-2.0
// Writes dist/answer-worker.js: src/answer/worker.js with the files of the answer page, all its languages, and a name
// for this set of them, so that a new build takes the place of the old one as a whole. Screens that need the server
// anyway stay out.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dist, filesOf } from './built-files.mjs';

const worker = readFileSync(fileURLToPath(new URL('../src/answer/worker.js', import.meta.url)), 'utf8');
const isKept = (source) => source !== 'src/answer/online.ts';
const files = [...filesOf('answer.html', ['.js', '.css', '.woff2'], isKept)].map((file) => `/${file}`);
const page = readFileSync(`${dist}answer.html`);
const build = createHash('sha256').update(page).update(files.join()).digest('hex').slice(0, 12);
writeFileSync(
  `${dist}answer-worker.js`,
  worker.replace("'BUILD'", JSON.stringify(build)).replace("['FILES']", JSON.stringify(files)),
);
