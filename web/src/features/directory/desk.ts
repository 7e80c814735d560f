// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { DeskCounts } from '$lib/api/schema';
import type { Messages } from '$generated/locales/keys';
import type { IconName } from '$lib/ui/icons';
import { href } from '../../app/navigation';

/** A piece of work of those who keep the directory: where it is done, and how much waits. */
export interface DeskTile {
  href: string;
  icon: IconName;
  title: keyof Messages;
  text: keyof Messages;
  /** Which count of the server says how much waits; without one nothing ever waits. */
  count?: keyof DeskCounts;
}

/** Every tile of the desk, in the order of the day: what people wait for first. */
export const tiles = (): DeskTile[] => [
  {
    href: href('removals', {}),
    icon: 'refresh',
    title: 'desk.removals',
    text: 'desk.removals_text',
    count: 'removals',
  },
];

/** How much waits in the countries that the account keeps. */
export const deskCounts = () => ask(api.GET('/api/desk'));
