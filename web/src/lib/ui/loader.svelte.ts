// SPDX-License-Identifier: Apache-2.0
import { newest } from '$lib/api/newest';
import type { Result } from '$lib/api/problem';

/// A Result that is fetched again when what it depends on changes; while it reloads the old one stays visible.
export function loaded<T>(fetchIt: () => Promise<Result<T>>) {
  let result = $state.raw<Result<T>>();
  const answers = newest();

  async function reload() {
    const next = await answers.of(fetchIt());
    if (next) result = next;
  }
  $effect(() => void reload());

  return {
    get result() {
      return result;
    },
    reload: () => void reload(),
  };
}
