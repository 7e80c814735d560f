// SPDX-License-Identifier: Apache-2.0
import type { QuestionKey } from '$lib/api/schema';
import type { Grouping } from './stories';

interface Table {
  question: QuestionKey;
  grouping: Grouping;
  /** Why there is nothing in it. */
  reason?: string | null;
}

/** One of several tables from group to group, by question and grouping. Opens at the second question, as whom everybody
 *  knows says least. */
export function chosenTable<T extends Table>(tables: () => T[]) {
  const questions = $derived([...new Set(tables().map((each) => each.question))]);
  // A grouping that is unknown for everybody, or the same for all, divides nothing.
  const telling = $derived(tables().filter(({ reason }) => !reason || reason === 'few'));
  const groupings = $derived([...new Set(telling.map((each) => each.grouping))]);
  let question = $derived<string>(questions.at(1) ?? questions[0] ?? '');
  let grouping = $derived<string>(groupings[0] ?? '');
  const table = $derived(tables().find((each) => each.question === question && each.grouping === grouping));

  return {
    get questions() {
      return questions;
    },
    get groupings() {
      return groupings;
    },
    get question() {
      return question;
    },
    set question(next) {
      question = next;
    },
    get grouping() {
      return grouping;
    },
    set grouping(next) {
      grouping = next;
    },
    /** Nothing when there is no such table. */
    get table() {
      return table;
    },
  };
}

export type ChosenTable = Pick<
  ReturnType<typeof chosenTable>,
  'questions' | 'groupings' | 'question' | 'grouping'
>;
