// SPDX-License-Identifier: Apache-2.0

/// What no first screen shows, in one file that comes after it and lies on the phone like the rest. It is loaded by
/// `later()` of arriving.ts only: a second place to load from would be a file of its own.

export { default as Hats } from './Hats.svelte';
export { default as Locked } from './lock/Locked.svelte';
export { forgetLock } from './lock/locks';
export { default as PinLock } from './lock/PinLock.svelte';
export { default as LongRoster } from './LongRoster.svelte';
export { default as Unlisted } from './Unlisted.svelte';
