// SPDX-License-Identifier: Apache-2.0
import type { Network, NetworkNode, NetworkTie, QuestionKey } from '$lib/api/schema';
import type { DrawnTie } from './strands';

/// What became of the ties of a map since an earlier wave.

type Drawn = Network['map'];

/** One wave of the two. Ties are looked up by who named, then by question and whom: keys made of all three would be most
 *  of the work. */
class Wave {
  private readonly nodes: Map<string, NetworkNode>;
  private readonly actors: Map<string, NetworkNode>;
  private readonly named = new Map<string, Map<QuestionKey, Set<string>>>();

  constructor(map: Drawn) {
    this.nodes = new Map(map.nodes.map((node) => [node.id, node]));
    this.actors = new Map(map.nodes.map((node) => [node.actor, node]));
    for (const { from, to, question } of map.ties) this.lists(this.actor(from), question).add(this.actor(to));
  }

  private lists(from: string, question: QuestionKey): Set<string> {
    const questions = this.named.get(from) ?? new Map<QuestionKey, Set<string>>();
    const others = questions.get(question) ?? new Set<string>();
    this.named.set(from, questions.set(question, others));
    return others;
  }
  private actor(id: string): string {
    return this.nodes.get(id)?.actor ?? '';
  }
  has([from, to]: [string, string], question: QuestionKey): boolean {
    return this.named.get(from)?.get(question)?.has(to) ?? false;
  }
  /** The member of this wave that a member of another wave is. */
  member(actor: string): NetworkNode | undefined {
    return this.actors.get(actor);
  }
  ends({ from, to }: NetworkTie): [string, string] {
    return [this.actor(from), this.actor(to)];
  }
  /** Whether both were on the roster, and the one who would have named the other answered by name. */
  couldHold([from, to]: [string, string], question: QuestionKey): boolean {
    return this.actors.has(to) && (this.actors.get(from)?.known_rows.includes(question) ?? false);
  }
}

const waves = new WeakMap<Drawn, Wave>();

/** Made once for each network: readers turn a comparison on and off. */
function waveOf(map: Drawn): Wave {
  const known = waves.get(map) ?? new Wave(map);
  waves.set(map, known);
  return known;
}

/** The ties of the later wave with what became of them, and those that are no more, between its members.
 *
 * @return A tie that one of the waves could not have held, because somebody was not there or has not answered by name,
 *         is `uncompared`; one that only the earlier wave could have held is left out.
 * @complexity O(ties of both waves).
 */
export function comparedTies(now: Drawn, before: Drawn): DrawnTie[] {
  const [later, earlier] = [waveOf(now), waveOf(before)];
  const present = now.ties.map((tie): DrawnTie => {
    const ends = later.ends(tie);
    if (!earlier.couldHold(ends, tie.question)) return { ...tie, fate: 'uncompared' };
    return { ...tie, fate: earlier.has(ends, tie.question) ? 'kept' : 'gained' };
  });
  const gone = before.ties.flatMap((tie): DrawnTie[] => {
    const ends = earlier.ends(tie);
    const [from, to] = ends.map((actor) => later.member(actor)?.id);
    if (!from || !to || later.has(ends, tie.question) || !later.couldHold(ends, tie.question)) return [];
    return [{ ...tie, from, to, fate: 'lost' }];
  });
  return [...present, ...gone];
}
