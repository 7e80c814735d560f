// SPDX-License-Identifier: Apache-2.0
// How the attack reads what the server answers. Every part of every page is named here, with what it tells of confidential
// questions: whatever is new fails until somebody has said how it is read.
import assert from 'node:assert/strict';
import type { Attack, Known } from './problem.ts';

/// A wave as its facilitator sees it, and what the attacker knows beforehand of each question whose answers are not all known
/// by name, by its key.
export type Look = { id: string; report: any; known: Record<string, Known> };

type Reading = (value: any) => void;
const nothing: Reading = () => {};

function reads(what: string, value: Record<string, any>, readings: Record<string, Reading>) {
  for (const [name, part] of Object.entries(value)) {
    if (!(name in readings)) throw new Error(`the attack does not know how to read ${name} of ${what}`);
    readings[name]!(part);
  }
}
/// Parts that say nothing of what is confidential.
const open = (...names: string[]) => Object.fromEntries(names.map((name) => [name, nothing]));

/// Reads the figures of one wave into an attack.
export class Pages {
  private attack: Attack;
  private look: Look;

  constructor(attack: Attack, look: Look) {
    this.attack = attack;
    this.look = look;
  }

  private isConfidential = (question: string) => question in this.look.known;
  private known(question: string): Known {
    const known = this.look.known[question];
    if (!known) throw new Error(`the attack knows nothing of ${question}`);
    return known;
  }
  private sensitivityOf = (question: string) => this.look.report.questions.find(({ key }: any) => key === question).sensitivity;

  /// What is shown of a question that rests on these rows follows from its ties by name, unless it is read.
  private byName(question: string, n: number, what: string) {
    if (!this.isConfidential(question)) return;
    if (this.attack.rowsOf(this.known(question), n) !== 'named')
      throw new Error(`the attack does not know how to read ${what} of ${question}`);
  }

  /// GET /api/waves/{id}/network
  network(report: any) {
    reads('the page of results', report, {
      ...open('wave', 'response', 'frozen', 'engine_version', 'input_hash'),
      sentences: (all) => all.forEach((each: any) => this.sentence(each)),
      questions: (all) => all.forEach((each: any) => this.question(each)),
      map: (map) => this.map(map),
      funnel: (steps) => steps.forEach((each: any) => this.step(each)),
      externals: (externals) => assert.ok(externals === null || externals.sensitivity === 'open'),
    });
  }

  private sentence({ key, params, n }: any) {
    reads(key, params, {
      ...open('answered', 'asked', 'percent', 'missing', 'needed', 'possible', 'know', 'worked', 'members', 'count', 'pieces',
        'sizes', 'alone', 'unknown', 'one', 'other', 'introducer', 'silent', 'declined'),
      communicate: (value) => this.attack.read(this.known('communicate'), 'ties_of_base', value, n),
    });
  }

  private question(question: any) {
    if (!this.isConfidential(question.key)) return assert.equal(question.sensitivity, 'open', question.key);
    const known = this.known(question.key);
    reads(question.key, question, {
      ...open('id', 'key', 'relation', 'sensitivity', 'breaks', 'shown', 'hidden_reason', 'observed_rows', 'named_rows'),
      figures: (figures) => figures.forEach((each: any) => this.figure(known, each)),
      agreement: (agreement) => assert.equal(agreement, null),
    });
  }

  private figure(known: Known, figure: any) {
    reads(`a figure of ${known.id}`, figure, open('id', 'value', 'suppressed', 'reason', 'n', 'coverage'));
    if (figure.value !== null) this.attack.read(known, figure.id, figure.value, figure.n);
    else this.attack.withheld(known, figure.id);
  }

  private map(map: any) {
    reads('the map', map, {
      ...open('nodes', 'layout_from'),
      question: (key) => assert.notEqual(this.sensitivityOf(key), 'sealed'),
      ties: (ties) => new Set<string>(ties.map(({ question }: any) => question)).forEach((key) => assert.notEqual(this.sensitivityOf(key), 'sealed')),
    });
  }

  private step(step: any) {
    if (!this.isConfidential(step.key)) return;
    const known = this.known(step.key);
    const n = step.possible / (known.members - 1);
    const read = (id: string) => (value: number | null) =>
      value === null ? this.attack.withheld(known, id) : this.attack.read(known, id, value, n);
    reads(`the step ${step.key}`, step, {
      ...open('key', 'possible', 'base', 'suppressed'),
      ties: read('ties'), share: read('share'), share_of_base: read('share_of_base'),
    });
  }

  /// GET /api/waves/{id}/story
  story(story: any) {
    reads('the story', story, {
      ...open('asked', 'level'),
      grounds: (all) => all.forEach((each: any) => each.evidence.forEach((one: any) => this.evidence(one))),
      regularity: (found) => found && this.regularity(found),
      coopetition: (found) => found && this.coopetition(found),
      lists: (all) => all.forEach((each: any) => this.byName(each.question, each.n, 'a list')),
      without_facilitator: (found) => this.byName(found.question, found.n, 'what is without the facilitator'),
      tables: (all) => all.forEach((each: any) => this.table(each)),
      strips: (all) => all.forEach((each: any) => this.byName(each.question, each.n, 'a range')),
      unknowns: (all) => all.forEach((each: any) => this.unknown(each)),
    });
  }

  private evidence({ id, value, n }: any) {
    const [kind, question] = id.split('.');
    const known = this.isConfidential(question) ? this.known(question) : undefined;
    const onOpenOnes = ['answered', 'pairs_known', 'pairs_both_known', 'density.open', 'without.pieces', 'without.largest_piece',
      'answered_open'];
    const onOthers = ['density.know', 'density.worked_together', 'of_known.worked_together'];
    if (known && kind === 'of_known') this.attack.read(known, 'share_of_base', value, n);
    else if (known && kind === 'density') this.byName(question, n, id);
    else if (!onOpenOnes.includes(id) && !onOthers.includes(id)) throw new Error(`the attack does not know how to read ${id}`);
  }

  private regularity(found: any) {
    reads('regularity', found, {
      ...open('n', 'regularly', 'share', 'share_of_known'),
      communicate: (value) => this.attack.read(this.known('communicate'), 'ties', value, found.n),
    });
    this.byName('communicate', found.n, 'regularity');
  }

  private coopetition(found: any) {
    const known = this.known('competitor');
    reads('coopetition', found, {
      ...open('n', 'reason'),
      ties: (value) => value !== null && this.attack.read(known, 'ties', value, found.n),
      // Of the ties of the question before: who competes was asked about whom one worked with.
      share: (value) => value !== null && this.attack.read(known, 'share_of_base', value, found.n),
    });
  }

  private table(table: any) {
    if (!this.isConfidential(table.question)) return;
    const known = this.known(table.question);
    reads('a table', table, open('question', 'grouping', 'groups', 'cells', 'ei_index', 'ei_expected', 'p_inside', 'n', 'unplaced', 'reason'));
    for (const cell of table.cells) {
      reads('a cell', cell, open('from', 'to', 'ties', 'possible', 'share'));
      this.attack.readCell(known, table.n, table.grouping, table.groups, cell);
    }
    if (table.ei_index !== null) this.byName(table.question, table.n, 'ei_index');
  }

  private unknown({ key, params }: any) {
    reads(key, params, open('silent', 'declined', 'percent', 'members'));
  }

  /// GET /api/waves/{id}/timeline: this wave's point of it.
  timeline(timeline: any) {
    reads('the timeline', timeline, open('cluster_name', 'wave_title', 'is_demo', 'waves'));
    const point = timeline.waves.find(({ id }: any) => id === this.look.id);
    reads('a point of the timeline', point, {
      ...open('id', 'title', 'state', 'opens_at', 'collected_on', 'members', 'asked', 'answered', 'level'),
      steps: (steps) => steps.forEach((each: any) => {
        reads('a step of the timeline', each, { ...open('hidden_reason', 'breaks'), step: (step) => this.step(step) });
      }),
    });
  }

  /// GET /api/waves/{id}/comparison and /measures, each of one question.
  ofQuestion(question: string, comparison: any, measures: any) {
    const sealed = this.sensitivityOf(question) === 'sealed';
    assert.equal(comparison.status, sealed ? 404 : 200, question);
    assert.equal(measures.status, sealed ? 404 : 200, question);
    if (sealed) return;
    this.byName(question, comparison.body.n, 'the comparison');
    this.byName(question, measures.body.rows, 'the measures');
  }

  /// GET /api/waves/{id}/change?since=…
  change(change: any, before: Look) {
    reads('the change', change, {
      ...open('turnover', 'common', 'anchoring'),
      questions: (all) => all.forEach((each: any) => this.isConfidential(each.key) && this.changeOf(each, before)),
      tables: (all) => all.forEach((each: any) => this.changeTable(each, change, before)),
    });
  }

  private changeOf(change: any, before: Look) {
    const [then, now] = [before.known[change.key]!, this.known(change.key)];
    const byName = (name: string) => ({ [name]: () => this.attack.restsOnNames(then, now, change.respondents, name) });
    reads(`the change of ${change.key}`, change, {
      ...open('id', 'key', 'breaks_series', 'respondents', 'comparable', 'lost', 'gained', 'jaccard'),
      kept: () => this.attack.readChange(then, now, change.respondents, change),
      untouched: (value) => assert.equal(value, 0),
      ...byName('jaccard_touched'), ...byName('density_before'), ...byName('density_after'), ...byName('density_before_common'),
      ...byName('density_after_common'), ...byName('strip_before'), ...byName('strip_after'), ...byName('pairs'),
      ...byName('turned_round'), ...byName('is_distinguishable'),
    });
  }

  private changeTable(table: any, change: any, before: Look) {
    if (!this.isConfidential(table.question)) return;
    reads('a table of change', table, open('question', 'grouping', 'groups', 'cells'));
    const { respondents } = change.questions.find(({ key }: any) => key === table.question);
    for (const cell of table.cells) {
      reads('a cell of change', cell, open('from', 'to', 'comparable', 'kept', 'lost', 'gained', 'jaccard'));
      this.attack.readChange(before.known[table.question]!, this.known(table.question), respondents, cell, table);
    }
  }

  /// One wave of GET /api/clusters/{id}/totals, or of /public_figures.
  totals(steps: any[]) {
    for (const step of steps)
      if (this.isConfidential(step.key)) this.totalOf(step);
      // How many an open question has is known: its share of a base tells how many the base has.
      else if (this.isConfidential(step.base) && step.share_of_base !== null)
        this.attack.readBase(this.known(step.base), step.key, step.share_of_base, this.rowsInFunnel(step.base));
  }

  private rowsInFunnel(question: string) {
    const { possible } = this.look.report.funnel.find(({ key }: any) => key === question);
    return possible / (this.known(question).members - 1);
  }

  private totalOf(step: any) {
    const known = this.known(step.key);
    const n = this.rowsInFunnel(step.key);
    const read = (id: 'share' | 'share_of_base') => (value: number | null) =>
      value === null ? this.attack.withheld(known, id) : this.attack.readRounded(known, id, value, n);
    reads(`totals of ${step.key}`, step, {
      ...open('key', 'base', 'hidden_reason', 'breaks'), share: read('share'), share_of_base: read('share_of_base'),
    });
  }
}
