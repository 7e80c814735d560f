// SPDX-License-Identifier: Apache-2.0
import type { DesignedQuestion, Sensitivity, WaveState } from '$lib/api/schema';

/// What a wave asks: the five questions of every wave, and what its facilitator makes of them.

/** What is sent: the questions that are asked, with a wording only where it is not the standard one. */
export const planned = (questions: readonly DesignedQuestion[]) =>
  questions
    .filter(({ is_asked }) => is_asked)
    .map(({ key, sensitivity, wording, is_own_wording }) => ({
      key,
      sensitivity,
      wording: is_own_wording ? wording : {},
    }));

const strictness: readonly Sensitivity[] = ['open', 'limited', 'sealed'];

/** How a question may be kept, the most open first.
 *  @param least  No more open than this: as in the library, or as it was opened. */
export const choicesOf = ({ is_gate }: DesignedQuestion, least: Sensitivity): Sensitivity[] =>
  strictness.slice(strictness.indexOf(least)).filter((each) => !is_gate || each !== 'sealed');

/** Whether the question is worded otherwise than in the last wave that asked it. */
export const breaksSeries = ({ is_asked, wording, previous_wording }: DesignedQuestion): boolean =>
  is_asked &&
  Object.keys(previous_wording).length > 0 &&
  Object.entries(wording).some(([language, text]) => previous_wording[language] !== text);

/** What may still be changed: everything, only how strictly questions are kept, or nothing. */
export const freedomOf = (state: WaveState): 'all' | 'stricter' | 'none' =>
  state === 'draft' ? 'all' : state === 'open' || state === 'closed' ? 'stricter' : 'none';
