// SPDX-License-Identifier: Apache-2.0

/// How fast somebody answers, beside the average. Pure; lasts as long as the page and is sent to nobody.

/** A longer pause was something else than answering, in milliseconds. */
const longestPause = 60_000;
/** So many average seconds weigh against what was measured, so that one quick tap does not promise a short survey. */
const seconds = 20;

export class Pace {
  #spent = 0;
  #expected = 0;
  #since: number;
  #counted = new Set<string>();
  #current = 0;

  /** @param now  Milliseconds since 1970, here and below. */
  constructor(now = Date.now()) {
    this.#since = now;
  }

  /** A question is shown: what was done before does not count for it. */
  begin(now = Date.now()): void {
    this.#since = now;
    this.#current = 0;
  }

  /** Something was tapped. */
  touch(now = Date.now()): void {
    this.#current += Math.min(longestPause, now - this.#since);
    this.#since = now;
  }

  /** A question was ended that takes so many seconds on average. Only its first time counts: who comes back reads
   * nothing anew. */
  end(question: string, average: number, now = Date.now()): void {
    this.touch(now);
    if (!this.#counted.has(question)) {
      this.#spent += this.#current / 1000;
      this.#expected += average;
      this.#counted.add(question);
    }
    this.begin(now);
  }

  /** How many times the average time this respondent needs: 1 before the first answers, between a quarter and four. */
  get factor(): number {
    const factor = (this.#spent + seconds) / (this.#expected + seconds);
    return Math.min(4, Math.max(0.25, factor));
  }
}
