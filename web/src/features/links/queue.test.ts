// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { WaveLink } from '$lib/api/schema';
import { isGiven, nextToSend } from './queue';
import { outlineOf } from './qr';

const link = (respondent_id: string, more: Partial<WaveLink> = {}) =>
  ({ respondent_id, state: 'invited', handed_at: null, mailed_at: null, ...more }) as WaveLink;

test('who finished, declined or has a link is passed over, and who was put off waits', () => {
  const links = [
    link('a', { state: 'done' }),
    link('b', { handed_at: '2027-01-01T00:00:00Z' }),
    link('c', { mailed_at: '2027-01-01T00:00:00Z' }),
    link('d', { state: 'declined' }),
    link('e'),
    link('f'),
  ];
  expect(nextToSend(links, [])?.respondent_id).toBe('e');
  expect(nextToSend(links, ['e'])?.respondent_id).toBe('f');
  expect(nextToSend(links, ['e', 'f'])).toBeUndefined();
});

test('a link that was opened has arrived', () => {
  expect(isGiven(link('a', { state: 'opened' }))).toBe(true);
  expect(isGiven(link('a'))).toBe(false);
});

// Version 1 has 21 modules a side; its three corners are squares of seven with a ring, so that the path begins dark.
test('a QR code is one path of dark runs inside a square', () => {
  const { size, path } = outlineOf('KONBIT');
  expect(size).toBe(21);
  expect(path.startsWith('M0 0h7v1h-7z')).toBe(true);
});
