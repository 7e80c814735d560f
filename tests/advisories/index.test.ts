// SPDX-License-Identifier: Apache-2.0
// docs/security/advisories.md says which test keeps out what befell others: each is there, and names the advisory.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const rows = readFileSync('docs/security/advisories.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('every advisory of the table is named by its test', () => {
  assert.ok(rows.length >= 18);
  for (const [, , advisories, tests] of rows) {
    const texts = [...tests!.matchAll(/`([^`]+)`/g)].map(([, path]) => readFileSync(path!, 'utf8'));
    for (const [id] of advisories!.matchAll(/CVE-\d{4}-\d+|GHSA-[\w-]+|1\.20\.\d-\d/g))
      assert.ok(texts.some((text) => text.includes(id)), `${id} is not named in ${tests}`);
  }
});

test('every test of an advisory stands in the table', () => {
  const listed = rows.map(([, , , tests]) => tests).join(' ');
  for (const file of readdirSync('tests/advisories').filter((each) => each.endsWith('.test.ts') && each !== 'index.test.ts'))
    assert.ok(listed.includes(`tests/advisories/${file}`), file);
});
