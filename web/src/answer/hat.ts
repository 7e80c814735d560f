// SPDX-License-Identifier: Apache-2.0
import type { Sheet } from './sheet';

/// As which of its organizations a person answers; asked once for each visit.

const nameOf = ({ hats }: Sheet): string => `konbit-hat ${hats[0]?.member_id ?? ''}`;

/** Whether the person answers for several organizations and was not asked yet on this visit. */
export function mustChooseHat(sheet: Sheet): boolean {
  // A sheet that was kept on the phone by an older page has none.
  if (((sheet.hats as Sheet['hats'] | undefined)?.length ?? 0) < 2) return false;
  try {
    return sessionStorage.getItem(nameOf(sheet)) === null;
  } catch {
    return false;
  }
}

export function noteHat(sheet: Sheet): void {
  try {
    sessionStorage.setItem(nameOf(sheet), 'chosen');
  } catch {
    // A browser that keeps nothing asks again.
  }
}
