// SPDX-License-Identifier: Apache-2.0
// Writes dist/answer-worker.js: src/answer/worker.js with the files that answering may need, and a name for this set of
// them, so that a new build takes the place of the old one as a whole. What few respondents open
// would cost everybody's line: it is kept when it is first loaded.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dist, filesOf } from './built-files.mjs';

const worker = readFileSync(fileURLToPath(new URL('../src/answer/worker.js', import.meta.url)), 'utf8');
const keptWhenLoaded = /^assets\/(RoomStart|RoomKeeper|NetworkScreen|Hats|CodeEntry|CopyButton)/;
const all = [...filesOf('answer.html', ['.js', '.css', '.woff2'], { isLazyToo: true })];
const files = all.filter((file) => !keptWhenLoaded.test(file)).map((file) => `/${file}`);
const page = readFileSync(`${dist}answer.html`);
const build = createHash('sha256').update(page).update(all.join()).digest('hex').slice(0, 12);
writeFileSync(
  `${dist}answer-worker.js`,
  worker.replace("'BUILD'", JSON.stringify(build)).replace("['FILES']", JSON.stringify(files)),
);
