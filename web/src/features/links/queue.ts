// SPDX-License-Identifier: Apache-2.0
import type { WaveLink } from '$lib/api/schema';

/// Who has a link, and who comes next. Pure, so that it can be tested.

/** Whether a member may still answer and has not said that it will not. */
export const isUnfinished = ({ state }: Pick<WaveLink, 'state'>): boolean =>
  state === 'invited' || state === 'opened' || state === 'started';

/** Whether the present link reached its member, as far as is known: by hand, by mail, or because it was opened. */
export const isGiven = ({ state, handed_at, mailed_at }: WaveLink): boolean =>
  state !== 'invited' || handed_at !== null || mailed_at !== null;

/** The next member to send a link to: who was put off comes after everybody else. */
export function nextToSend(links: readonly WaveLink[], later: readonly string[]): WaveLink | undefined {
  const due = links.filter((link) => isUnfinished(link) && !isGiven(link));
  return due.find(({ respondent_id }) => !later.includes(respondent_id));
}
