// SPDX-License-Identifier: Apache-2.0

/// Numbers that look random and are the same in every run (mulberry32).
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /// At least 0, below 1.
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /// True with this probability.
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /// A whole number, at least 0 and below `limit`.
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /// `count` of them, or all when there are fewer, in random order.
  some<T>(all: readonly T[], count: number): T[] {
    const rest = [...all];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) taken.push(rest.splice(this.below(rest.length), 1)[0]!);
    return taken;
  }
}
