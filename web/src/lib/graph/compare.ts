// SPDX-License-Identifier: Apache-2.0
import type { Network, NetworkNode, NetworkTie, QuestionKey } from '$lib/api/schema';
import type { DrawnTie } from './strands';

/// What became of the ties of a map since an earlier wave.

type Drawn = Network['map'];

const keyOf = (from: string, to: string, question: QuestionKey) => `${from} ${to} ${question}`;

class Wave {
  private readonly nodes: Map<string, NetworkNode>;
  private readonly actors: Map<string, NetworkNode>;
  private readonly ties: Set<string>;

  constructor(private readonly map: Drawn) {
    this.nodes = new Map(map.nodes.map((node) => [node.id, node]));
    this.actors = new Map(map.nodes.map((node) => [node.actor, node]));
    this.ties = new Set(map.ties.map((tie) => this.key(tie)));
  }

  private actor(id: string): string {
    return this.nodes.get(id)?.actor ?? '';
  }
  key({ from, to, question }: NetworkTie): string {
    return keyOf(this.actor(from), this.actor(to), question);
  }
  has(key: string): boolean {
    return this.ties.has(key);
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

/** The ties of the later wave with what became of them, and those that are no more, between its members.
 *
 * @return A tie that one of the waves could not have held, because somebody was not there or has not answered by name,
 *         is `uncompared`; one that only the earlier wave could have held is left out.
 * @complexity O(ties of both waves).
 */
export function comparedTies(now: Drawn, before: Drawn): DrawnTie[] {
  const [later, earlier] = [new Wave(now), new Wave(before)];
  const present = now.ties.map((tie): DrawnTie => {
    if (!earlier.couldHold(later.ends(tie), tie.question)) return { ...tie, fate: 'uncompared' };
    return { ...tie, fate: earlier.has(later.key(tie)) ? 'kept' : 'gained' };
  });
  const gone = before.ties.flatMap((tie): DrawnTie[] => {
    const ends = earlier.ends(tie);
    const [from, to] = ends.map((actor) => later.member(actor)?.id);
    if (!from || !to || later.has(earlier.key(tie)) || !later.couldHold(ends, tie.question)) return [];
    return [{ ...tie, from, to, fate: 'lost' }];
  });
  return [...present, ...gone];
}
