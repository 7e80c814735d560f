// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it, vi } from 'vitest';

vi.mock('$lib/api/client.svelte', () => ({}));
const { movedAhead } = await import('./attachments');

describe('movedAhead', () => {
  it('moves an id one place towards the beginning', () => {
    expect(movedAhead(['a', 'b', 'c'], 'c')).toEqual(['a', 'c', 'b']);
    expect(movedAhead(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
  });

  it('leaves the first where it is', () => {
    expect(movedAhead(['a', 'b'], 'a')).toEqual(['a', 'b']);
    expect(movedAhead(['a', 'b'], 'x')).toEqual(['a', 'b']);
  });
});
