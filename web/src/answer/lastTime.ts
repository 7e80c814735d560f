// SPDX-License-Identifier: Apache-2.0
import type { RowState } from '$lib/api/schema';
import type { Answers, Group, RosterMember, Sheet, SheetQuestion } from './sheet';

/// What the respondent said in the wave before, as far as the sheet has it: never anything sealed, and nothing for
/// those who are asked without. Pure, so that it can be tested.

/** The ticks that the server makes at the consent: whom the respondent knew last time, unless the question was begun. */
export function ticksInAdvance(
  sheet: Sheet,
  states: Record<string, RowState | null>,
): { question: string; ticks: Record<string, number> } | undefined {
  const know = sheet.questions.find(({ key }) => key === 'know');
  const known = sheet.last_time?.known ?? [];
  const isBegun = know && states[know.id] && states[know.id] !== 'withdrawn';
  if (!know || isBegun || known.length === 0) return undefined;
  return { question: know.id, ticks: Object.fromEntries(known.map((id) => [id, 1])) };
}

/** What was said of a member last time. @return Nothing when that is not known. */
export const lastAnswer = (sheet: Sheet, question: SheetQuestion, alter: string): number | undefined =>
  sheet.last_time?.answers.find((each) => each.question_id === question.id && each.alter_id === alter)?.value;

/** Those whom the respondent ticked last time and not now; told once the question is answered anew. */
export const tickedOnlyLastTime = (
  sheet: Sheet,
  question: SheetQuestion,
  asked: readonly RosterMember[],
  answers: Answers,
): RosterMember[] =>
  question.scale === 'binary'
    ? asked.filter(
        ({ id }) => (lastAnswer(sheet, question, id) ?? 0) > 0 && answers[question.id]?.[id] === undefined,
      )
    : [];

/** Parts a roster: who joined since stands in a group of its own. */
export function newcomersApart(
  members: readonly RosterMember[],
  sheet: Sheet,
): { newcomers: RosterMember[]; others: RosterMember[] } {
  const joined = new Set(sheet.last_time?.newcomers);
  return {
    newcomers: members.filter(({ id }) => joined.has(id)),
    others: members.filter(({ id }) => !joined.has(id)),
  };
}

/** The groups of a list with those who joined since last time before them. */
export const withNewcomers = (groups: Group[], newcomers: RosterMember[]): Group[] =>
  newcomers.length ? [{ name: '', members: newcomers, isNew: true }, ...groups] : groups;
