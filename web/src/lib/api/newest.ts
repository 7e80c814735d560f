// SPDX-License-Identifier: Apache-2.0

/** Lets only the newest of several questions be answered: over a bad line an earlier answer may come last, and would then
 * stand beside what was asked since. */
export function newest() {
  let round = 0;
  return {
    /** The answer; nothing where something newer was asked before it came, or nobody wants it any more. */
    async of<T>(answer: Promise<T>): Promise<T | undefined> {
      const own = ++round;
      const found = await answer;
      return own === round ? found : undefined;
    },
    /** Nobody wants what is still under way. */
    drop: () => void ++round,
  };
}
