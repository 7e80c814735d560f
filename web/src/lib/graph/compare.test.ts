// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Network, NetworkNode, NetworkTie } from '$lib/api/schema';
import { comparedTies } from './compare';

type Drawn = Network['map'];

/// Members "a1", "b1" of wave 1 are the actors "a", "b"; those whose name is in `known` answered by name.
function wave(number: number, members: string, known: string, named: string[]): Drawn {
  const nodes = [...members].map(
    (actor) =>
      ({
        id: `${actor}${number}`,
        actor,
        known_rows: known.includes(actor) ? ['know'] : [],
      }) as unknown as NetworkNode,
  );
  const ties = named.map(
    ([from, to]) => ({ from: `${from}${number}`, to: `${to}${number}`, question: 'know' }) as NetworkTie,
  );
  return { nodes, ties } as unknown as Drawn;
}

const fates = (now: Drawn, before: Drawn) =>
  comparedTies(now, before).map(({ from, to, fate }) => `${from}>${to} ${fate ?? ''}`);

test('ties are kept, gained and lost', () => {
  const before = wave(1, 'abc', 'abc', ['ab', 'bc']);
  const now = wave(2, 'abc', 'abc', ['ab', 'ca']);
  expect(fates(now, before)).toEqual(['a2>b2 kept', 'c2>a2 gained', 'b2>c2 lost']);
});

test('whoever was not there, or has not answered, has gained and lost nothing', () => {
  const before = wave(1, 'abd', 'ad', ['ab', 'da']);
  const now = wave(2, 'abc', 'bc', ['cb', 'ba']);
  // c is new, b did not answer before, a does not answer now, d has left.
  expect(fates(now, before)).toEqual(['c2>b2 uncompared', 'b2>a2 uncompared']);
});

test('two empty waves have nothing to compare', () => {
  expect(comparedTies(wave(2, '', '', []), wave(1, '', '', []))).toEqual([]);
});
