// SPDX-License-Identifier: Apache-2.0
import type { Result } from '$lib/api/problem';

/// A Result that is fetched again when what it depends on changes; while it reloads the old one stays visible.
export function loaded<T>(fetchIt: () => Promise<Result<T>>) {
  let result = $state.raw<Result<T>>();
  let round = 0;

  async function reload() {
    const own = ++round;
    const next = await fetchIt();
    // An answer that was overtaken by a newer question is dropped.
    if (own === round) result = next;
  }
  $effect(() => void reload());

  return {
    get result() {
      return result;
    },
    reload: () => void reload(),
  };
}
