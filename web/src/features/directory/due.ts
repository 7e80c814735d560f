// SPDX-License-Identifier: Apache-2.0
import type { ListedStub } from '$lib/api/schema';

/** Whether the day has come from which a stub may be published. */
export const isDue = ({ letter }: ListedStub, today: string): boolean =>
  letter !== null && letter.state !== 'objected' && letter.due_on <= today;
