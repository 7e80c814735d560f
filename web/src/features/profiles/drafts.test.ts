// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import {
  differing,
  draftOf,
  sectionsOf,
  tidied,
  withEvidence,
  type ProfileDraft,
  type ProfileRecord,
} from './drafts';

const record = {
  website: 'https://a.example',
  markets: ['GD'],
  evidence: [{ section: 'place', url: 'https://b.example' }],
} as unknown as ProfileRecord;

test('a cluster has no capability card', () => {
  expect(sectionsOf('cluster')).not.toContain('capability');
  expect(sectionsOf('organization')).toContain('capability');
});

test('a draft is a copy of the fields of its section', () => {
  const draft = draftOf(record, 'reach');
  draft.markets.push('DM');
  expect(record).toMatchObject({ markets: ['GD'] });
  expect(differing('reach', record, draft)).toEqual(['markets']);
});

test('lines that were left empty are not sent', () => {
  const draft = {
    acronym: '',
    offers: [
      { kind: 'product', text: { en: '' }, until: '2027-01-01' },
      { kind: 'skill', text: { fr: 'Formation' }, until: null },
    ],
    markets: ['GD'],
  } as unknown as ProfileDraft;
  expect(tidied(draft)).toEqual({
    acronym: null,
    offers: [{ kind: 'skill', text: { fr: 'Formation' }, until: null }],
    markets: ['GD'],
  });
});

test('evidence of a section is replaced or taken out', () => {
  expect(withEvidence(record, 'place', ' https://c.example ')).toEqual([
    { section: 'place', url: 'https://c.example' },
  ]);
  expect(withEvidence(record, 'place', ' ')).toEqual([]);
});
