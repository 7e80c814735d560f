// SPDX-License-Identifier: Apache-2.0

/// Screens that show nothing without the server: they are not kept on the phone, and loaded when they are opened.

export { default as NetworkScreen } from './network/NetworkScreen.svelte';
export { default as RoomKeeper } from './room/RoomKeeper.svelte';
export { default as RoomStart } from './room/RoomStart.svelte';
