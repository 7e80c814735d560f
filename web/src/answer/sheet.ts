// SPDX-License-Identifier: Apache-2.0
import type { AnswerSheet, Consent, RowState } from '$lib/api/schema';

/// What the answer page gets from the server, and what follows from it. Pure, so that it can be tested.

export type Sheet = AnswerSheet;
export type SheetQuestion = Sheet['questions'][number];
export type RosterMember = Sheet['roster'][number];

/** Answers by question, then by member; sealed ones only as far as this page has seen them entered. */
export type Answers = Record<string, Record<string, number>>;

export interface Group {
  /** A subsector, or the code of a country. */
  name: string;
  members: RosterMember[];
  /** Those who joined since the respondent answered last. */
  isNew?: boolean;
}

/** The own group first, then the others by name, beginning with the one that the server drew for this respondent:
 * whoever stands first on a list is named more often, and so each group comes first for somebody. */
export function groupsInOrder(
  roster: readonly RosterMember[],
  startGroup: string | null,
  language: string,
): Group[] {
  const byName = new Map<string, RosterMember[]>();
  for (const member of roster) {
    const known = byName.get(member.group);
    if (known) known.push(member);
    else byName.set(member.group, [member]);
  }
  const order = new Intl.Collator(language);
  const groups = [...byName].map(([name, members]) => ({
    name,
    members: members.sort((a, b) => order.compare(a.label, b.label)),
  }));
  groups.sort((a, b) => order.compare(a.name, b.name));
  const start = Math.max(
    0,
    groups.findIndex(({ name }) => name === startGroup),
  );
  const turned = [...groups.slice(start), ...groups.slice(0, start)];
  const isOwn = ({ members }: Group) => members.some((member) => member.own_group);
  return [...turned.filter(isOwn), ...turned.filter((group) => !isOwn(group))];
}

/** Under which name this phone keeps what belongs to the respondent: several people may answer for one member. */
export const ownerOf = ({ me }: Sheet): string => me.respondent_id ?? me.member_id;

/** Above so many others a respondent is not led down the list but searches names, as the server has it. */
const longestReadRoster = 150;

/** Whether names are searched at this question: who is not marked is then unknown until the list is said to be
 * complete. */
export const isSearched = ({ key, gate }: SheetQuestion, sheet: Sheet): boolean =>
  key !== 'external_ties' && gate === null && sheet.roster.length > longestReadRoster;

/** Whether the respondent may add an organization here that the roster lacks. */
export const takesUnlisted = ({ key, gate, sensitivity }: SheetQuestion): boolean =>
  key !== 'external_ties' && gate === null && sensitivity !== 'sealed';

/** What was added to the roster, among the names: in a group of its own. */
const addedMembers = ({ unlisted }: Sheet): RosterMember[] =>
  unlisted.map(({ id, name }) => ({ id, label: name, group: '', own_group: false, by_country: false }));

/** The organizations outside the cluster, as a roster. */
export const externalsOf = ({ externals }: Sheet): RosterMember[] =>
  externals.map(({ id, label, kind }) => ({ id, label, group: kind, own_group: false, by_country: false }));

/** Whom a question asks about: everybody, or those ticked in the question that gates it. What was added to the roster
 * is asked about behind a gate, and never under the seal. */
export function askedAbout(question: SheetQuestion, sheet: Sheet, answers: Answers): RosterMember[] {
  if (question.key === 'external_ties') return externalsOf(sheet);
  const gate = sheet.questions.find(({ key }) => key === question.gate);
  if (!gate) return sheet.roster;
  const ticked = answers[gate.id] ?? {};
  const added = question.sensitivity === 'sealed' ? [] : addedMembers(sheet);
  return [...sheet.roster, ...added].filter(({ id }) => (ticked[id] ?? 0) > 0);
}

/** The questions that list only who is ticked at this one, and those behind them in turn. */
export function questionsBehind(gate: SheetQuestion, sheet: Sheet): SheetQuestion[] {
  const next = sheet.questions.filter((question) => question.gate === gate.key);
  return next.flatMap((question) => [question, ...questionsBehind(question, sheet)]);
}

/** The questions that have somebody to ask about; what is asked only of known members is left out for none. */
export const openQuestions = (sheet: Sheet, answers: Answers): SheetQuestion[] =>
  sheet.questions.filter((question) => askedAbout(question, sheet, answers).length > 0);

/** Whether nobody will read single answers to a question by name, with that consent. */
export const staysUnnamed = ({ sensitivity, purposes }: SheetQuestion, consent: Consent | null): boolean =>
  sensitivity === 'sealed' ||
  !purposes.includes('facilitator') ||
  (sensitivity === 'limited' && consent !== 'facilitator');

/** Whether a question was ended: by going on from it, by "none of these", or by preferring not to say. */
export const isEnded = (state: RowState | null | undefined): boolean =>
  state === 'answered' || state === 'answered_empty' || state === 'declined';

/** Where whoever comes back goes on; nothing when every question was ended. */
export const firstUnanswered = (
  sheet: Sheet,
  answers: Answers,
  states: Record<string, RowState | null>,
): SheetQuestion | undefined => openQuestions(sheet, answers).find(({ id }) => !isEnded(states[id]));

// Seconds for one member: reading a name, choosing among four, ticking.
const secondsFor = (question: SheetQuestion): number =>
  question.gate === null ? 2 : question.scale === 'binary' ? 3 : 6;

// On a roster that is searched: thinking of names and typing them, however many stand on it.
const secondsToSearch = 150;
const knownWhenSearched = 25;

/** Seconds that a question takes on average when so many are asked about. */
export const secondsAt = (question: SheetQuestion, sheet: Sheet, asked: number): number =>
  isSearched(question, sheet) ? secondsToSearch : asked * secondsFor(question);

/** How many are asked about, once the first question is behind: a third of a roster that is read is known. */
function askedLater(sheet: Sheet): number {
  const third = Math.ceil(sheet.roster.length / 3);
  return sheet.roster.length > longestReadRoster ? Math.min(third, knownWhenSearched) : third;
}

/** Whole minutes for the questions from `index` on, at least one. Until somebody is marked in the first, those behind it
 * are guessed.
 * @param pace  How many times the average time this respondent needs (pace.ts). */
export function minutesLeft(sheet: Sheet, answers: Answers, index: number, pace = 1): number {
  const seconds = sheet.questions.slice(Math.max(0, index)).reduce((sum, question) => {
    const asked = askedAbout(question, sheet, answers).length;
    const guess = index <= 0 && question.gate ? Math.max(asked, askedLater(sheet)) : asked;
    return sum + secondsAt(question, sheet, guess);
  }, 0);
  return Math.max(1, Math.ceil((seconds * pace) / 60));
}

/** What may lie on a phone that is lent: everything but sealed answers. */
export function withoutSealed(sheet: Sheet, answers: Answers): Answers {
  const isSealed = (id: string) => sheet.questions.find((each) => each.id === id)?.sensitivity === 'sealed';
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !isSealed(id)));
}

export function answersOf(sheet: Sheet): Answers {
  const answers: Answers = {};
  for (const { question_id, alter_id, value } of sheet.answers)
    (answers[question_id] ??= {})[alter_id] = value;
  for (const { id, answers: own } of sheet.unlisted)
    for (const { question_id, value } of own) (answers[question_id] ??= {})[id] = value;
  return answers;
}

/** How many ties of the respondent the facilitator reads by name: those of open questions. */
export function openTies(sheet: Sheet, answers: Answers): number {
  const open = sheet.questions.filter(({ sensitivity }) => sensitivity === 'open');
  return open.reduce(
    (sum, { id }) => sum + Object.values(answers[id] ?? {}).filter((value) => value > 0).length,
    0,
  );
}
