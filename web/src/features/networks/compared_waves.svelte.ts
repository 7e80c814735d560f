// SPDX-License-Identifier: Apache-2.0
import type { Network, Wave } from '$lib/api/schema';
import { listWaves } from '$features/surveys/waves';
import { loaded } from '$lib/ui/loader.svelte';
import { findNetwork } from './networks';

/** The earlier waves with which a map can be compared, and the network of the chosen one.
 *
 * @param chosen  Its id; nothing without a comparison.
 */
export function comparedWaves(network: () => Network, chosen: () => string | null) {
  const waves = loaded(() => listWaves(network().wave.cluster_id));
  const isEarlier = (wave: Wave, now: Wave | undefined) =>
    wave.opens_at !== null && (now?.opens_at ? wave.opens_at < now.opens_at : wave.id !== network().wave.id);
  const earlier = $derived.by(() => {
    const all: Wave[] = waves.result?.ok ? waves.result.value.items : [];
    const now = all.find(({ id }) => id === network().wave.id);
    return all.filter((wave) => wave.state !== 'draft' && isEarlier(wave, now));
  });
  // A wave that was fetched stays: undoing a comparison and doing it again asks nobody.
  let fetched = $state.raw<Record<string, Network>>({});
  $effect(() => {
    const id = chosen();
    if (!id || fetched[id]) return;
    void findNetwork(id).then((found) => {
      if (found.ok) fetched = { ...fetched, [id]: found.value };
    });
  });
  const before = $derived(fetched[chosen() ?? '']);

  return {
    get earlier() {
      return earlier;
    },
    /** Nothing without a comparison, and until it is fetched. */
    get before() {
      return before;
    },
  };
}
