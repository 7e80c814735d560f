// SPDX-License-Identifier: Apache-2.0
import type { AnswerPurpose, DesignedQuestion, QuestionKey, Sensitivity, WaveState } from '$lib/api/schema';

/// What a wave asks: the five questions of every wave, and what its facilitator makes of them.

/** What is sent: the questions that are asked, with a wording only where it is not the standard one. */
export const planned = (questions: readonly DesignedQuestion[]) =>
  questions
    .filter(({ is_asked }) => is_asked)
    .map(({ key, sensitivity, wording, is_own_wording, ...rules }) => ({
      key,
      sensitivity,
      wording: is_own_wording ? wording : {},
      rules: {
        symmetrization: rules.symmetrization,
        scale: rules.scale,
        gate: rules.gate,
        anchors: rules.anchors,
        purposes: rules.purposes.filter((each) =>
          usesOf({ sensitivity, gate: rules.gate }, questions).includes(each),
        ),
      },
    }));

/** For what the answers to a question may be used at most, as the server has it: who is marked behind another question
 *  was marked there too, so for nothing that the other may not be used for. */
export function usesOf(
  { sensitivity, gate }: Pick<DesignedQuestion, 'sensitivity' | 'gate'>,
  all: readonly DesignedQuestion[],
): AnswerPurpose[] {
  const before = gate === null ? undefined : all.find(({ key }) => key === gate);
  const ofGate = before && usesOf(before, all).filter((each) => before.purposes.includes(each));
  return purposesOf(sensitivity).filter((each) => ofGate?.includes(each) ?? true);
}

const purposesOf = (sensitivity: Sensitivity): readonly AnswerPurpose[] =>
  sensitivity === 'sealed'
    ? ['evaluation']
    : sensitivity === 'limited'
      ? ['facilitator', 'evaluation', 'research']
      : ['map_to_members', 'facilitator', 'evaluation', 'research'];

/** The questions that can decide about whom this one asks: those asked before it, and kept no more strictly; and the one
 *  that does. */
export const gatesOf = (question: DesignedQuestion, all: readonly DesignedQuestion[]): QuestionKey[] =>
  question.key === 'external_ties'
    ? []
    : all
        .slice(
          0,
          all.findIndex(({ key }) => key === question.key),
        )
        .filter(
          ({ key, is_asked, sensitivity }) =>
            (is_asked && sensitivity !== 'sealed' && isNoStricter(sensitivity, question.sensitivity)) ||
            key === question.gate,
        )
        .map(({ key }) => key);

/** How two reports can be joined: the higher of two is for scales that have more than yes. */
export const joinsOf = ({ symmetrizations, scale }: DesignedQuestion): DesignedQuestion['symmetrizations'] =>
  symmetrizations.filter((each) => each !== 'max' || scale !== 'binary');

/** Whether it can be sealed: what is sealed is about members, and nothing waits behind it. */
export const isSealable = ({ key }: DesignedQuestion, all: readonly DesignedQuestion[]): boolean =>
  key !== 'external_ties' && !all.some(({ is_asked, gate }) => is_asked && gate === key);

const strictness: readonly Sensitivity[] = ['open', 'limited', 'sealed'];
const isNoStricter = (one: Sensitivity, other: Sensitivity) =>
  strictness.indexOf(one) <= strictness.indexOf(other);

/** How a question may be kept, the most open first.
 *  @param least  No more open than this: as in the library, or as it was opened. */
export const choicesOf = (isSealable: boolean, least: Sensitivity): Sensitivity[] =>
  strictness.slice(strictness.indexOf(least)).filter((each) => isSealable || each !== 'sealed');

/** In what the question differs from the last wave that asked it. */
export function breaksOf(question: DesignedQuestion): ('wording' | 'scale' | 'gate')[] {
  const { is_asked, wording, previous_wording, previous_rules: before } = question;
  if (!is_asked || !before) return [];
  const isReworded = Object.entries(wording).some(([language, text]) => previous_wording[language] !== text);
  const isRescaled =
    before.scale !== question.scale || JSON.stringify(before.anchors) !== JSON.stringify(question.anchors);
  return [
    ...(isReworded ? (['wording'] as const) : []),
    ...(isRescaled ? (['scale'] as const) : []),
    ...(before.gate !== question.gate ? (['gate'] as const) : []),
  ];
}

/** What may still be changed: everything, only how strictly questions are kept, or nothing. */
export const freedomOf = (state: WaveState): 'all' | 'stricter' | 'none' =>
  state === 'draft' ? 'all' : state === 'open' || state === 'closed' ? 'stricter' : 'none';
