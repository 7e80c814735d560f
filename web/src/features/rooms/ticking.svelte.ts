// SPDX-License-Identifier: Apache-2.0

/** The time, read anew every few seconds while a screen shows it, and told to whoever asks anew with it. */
export function ticking(seconds: number, ontick?: () => void) {
  let now = $state(Date.now());
  $effect(() => {
    const clock = setInterval(() => {
      now = Date.now();
      ontick?.();
    }, seconds * 1000);
    return () => clearInterval(clock);
  });
  return {
    get now() {
      return now;
    },
  };
}
