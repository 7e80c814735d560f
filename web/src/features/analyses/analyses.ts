// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';
import type { Analysis, AnalysisKind, AnalysisQuestion, Likeness, QuestionKey } from '$lib/api/schema';
import { countryName, number, percent, plural, t, textOf } from '$lib/i18n/i18n.svelte';

type Result = NonNullable<Analysis['result']>;
type LayerPair = Result['layers'][number];

export const findDesk = (id: string) =>
  ask(api.GET('/api/waves/{id}/analyses', { params: { path: { id } } }));

export const putQuestion = (id: string, body: AnalysisQuestion) =>
  ask(api.POST('/api/waves/{id}/analyses', { params: { path: { id } }, body }));

export const cancelAnalysis = ({ wave_id, id }: Analysis) =>
  ask(
    api.POST('/api/waves/{id}/analyses/{analysis_id}/cancel', {
      params: { path: { id: wave_id, analysis_id: id } },
    }),
  );

/** In the order in which a facilitator would wonder. */
export const kinds: AnalysisKind[] = [
  'alike',
  'within_groups',
  'groups_differ',
  'core',
  'small_world',
  'layered',
  'explained',
  'participation',
];

/** The page that explains each kind, with formula and source. */
export const pageOfKind: Record<AnalysisKind, string> = {
  alike: '/measures/qap',
  within_groups: '/measures/ei_index',
  groups_differ: '/measures/density_model',
  core: '/measures/core_periphery',
  small_world: '/measures/small_world',
  layered: '/measures/layers',
  explained: '/measures/mrqap',
  participation: '/measures/programme_effect',
};

export const questionName = (key: QuestionKey): string => textOf(`question.key.${key}`);
export const likenessName = (likeness: Likeness): string => textOf(`analysis.likeness.${likeness}`);

/** What a question is about, in its own words: "Communicate · Know each other". */
export function subjectOf({ question, beside, likenesses }: AnalysisQuestion): string {
  return [
    questionName(question),
    ...(beside ?? []).map(questionName),
    ...(likenesses ?? []).map(likenessName),
  ].join(' · ');
}

/** Pairs of questions that go together further than chance, at a level divided by how many are tested. */
function togetherIn(layers: LayerPair[]): number {
  const tested = layers.filter(({ p_ge }) => p_ge !== null);
  return tested.filter(({ p_ge }) => p_ge !== null && p_ge <= 0.025 / tested.length).length;
}

/** The result in a sentence. */
export function sentenceOf({ asked, result }: Analysis): string {
  const verdict = result?.verdict ?? 'undefined';
  const layers = result?.layers ?? [];
  const params = {
    question: questionName(asked.question),
    other: asked.beside?.[0] ? questionName(asked.beside[0]) : '',
    group: asked.likenesses?.[0] ? likenessName(asked.likenesses[0]) : '',
    core: plural('analysis.core_members', result?.core_members ?? 0),
    share: percent(result?.multiplex_share ?? 0),
    together: togetherIn(layers),
    pairs: plural('analysis.layer_pairs', layers.length),
  };
  if (asked.kind !== 'explained' || verdict !== 'more')
    return textOf(`analysis.${asked.kind}.${verdict}`, params);
  const telling = result?.terms.filter(({ p_two }) => p_two !== null && p_two <= 0.05) ?? [];
  return t('analysis.explained.more', {
    question: params.question,
    terms: telling.map((term) => `${termName(term.name)} (${points(term.estimate)})`).join(', '),
  });
}

/** "know", "before" or "same_country", in words. */
export function termName(name: string): string {
  if (name === 'intercept') return t('analysis.intercept');
  if (name === 'before') return t('analysis.before_term');
  return name.startsWith('same_')
    ? textOf(`analysis.same.${name.slice('same_'.length)}`)
    : questionName(name as QuestionKey);
}

/** A group by its code; an empty one stands for smaller groups taken together. */
export function groupName(code: string, likeness: Likeness | undefined): string {
  if (!code) return t('analysis.group_rest');
  if (likeness === 'country') return countryName(code);
  if (likeness === 'side') return textOf(`story.side.${code}`);
  return likeness === 'kind' ? textOf(`organization.kind.${code}`) : code;
}

/** How much more likely a tie is: "+23 points". */
export const points = (estimate: number): string =>
  t('analysis.points', {
    n: `${estimate > 0 ? '+' : ''}${number(estimate * 100, { maximumFractionDigits: 0 })}`,
  });

export const density = (ties: number, cells: number): string =>
  cells === 0 ? t('network.undefined') : percent(ties / cells);

/** A probability as tables print it: never 0, since more shuffles might have found one. */
export const chanceOf = (p: number): string =>
  p < 0.001 ? `< ${number(0.001)}` : number(p, { maximumFractionDigits: 3 });
