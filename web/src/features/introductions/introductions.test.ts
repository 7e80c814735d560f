// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test, vi } from 'vitest';
import type { IntroductionProposal, Wave } from '$lib/api/schema';

vi.mock('$lib/api/client.svelte', () => ({ api: {}, ask: () => undefined }));
vi.mock('$lib/i18n/i18n.svelte', () => ({
  t: (key: string, params: object = {}) => `${key} ${Object.values(params).join(' of ')}`.trim(),
}));
const { conversionLines, latestClosed, orderedKinds } = await import('./introductions');

const wave = (id: string, state: string, closed_at: string | null) => ({ id, state, closed_at }) as Wave;

describe('the wave on which proposals rest', () => {
  test('is the one that was closed last, not one that is open again', () => {
    const waves = [
      wave('old', 'published', '2025-01-01T00:00:00Z'),
      wave('new', 'closed', '2026-01-01T00:00:00Z'),
      wave('again', 'open', '2026-02-01T00:00:00Z'),
      wave('draft', 'draft', null),
    ];
    expect(latestClosed(waves)?.id).toBe('new');
  });

  test('is missing before the first wave is closed', () => {
    expect(latestClosed([wave('open', 'open', null)])).toBeUndefined();
  });
});

test('the first list is the one that the last sentence of the results picks from', () => {
  const proposals = ['close_triangle', 'bridge_groups'].map((kind) => ({ kind }) as IntroductionProposal);
  expect(orderedKinds({ proposals })).toEqual(['bridge_groups', 'close_triangle', 'bring_in_isolate']);
});

test('what no wave can judge is not said as none of none', () => {
  const none = { taken_up: 2, met: 1, working: 0, declined: 0, judged: 0, tied: 0 };
  expect(conversionLines(none)).toEqual([
    'introduction.conversion.met 1 of 2',
    'introduction.conversion.working 0 of 2',
    'introduction.conversion.not_judged',
  ]);
  expect(conversionLines({ ...none, judged: 1 })[2]).toBe('introduction.conversion.tied 0 of 1');
});
