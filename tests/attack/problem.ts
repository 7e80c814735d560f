// SPDX-License-Identifier: Apache-2.0
// What an attacker makes of published figures: sums over the cells that are secret, of all waves in one problem.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

export type Sum = { terms: Record<string, number>; low?: number; high?: number };
/// `cells` are the variables from which all others follow; with the values in `start` the search may begin.
export type Problem = {
  variables: Record<string, [number, number]>; sums: Sum[]; secrets: string[]; cells: string[]; start: Record<string, number>;
};

/// A pair about which a member was asked, by their places on the roster.
export type Cell = { from: number; to: number };
type Which = (cell: Cell) => boolean;
type Rows = 'all' | 'named';

/// What a roster says of its members, by their places.
export const groupings = ['country', 'subgroup', 'subsector', 'side'] as const;
export type Grouping = (typeof groupings)[number];

/// Everything around the answers to one question of one wave that the attacker knows for certain.
export type Known = {
  /// Names the variables.
  id: string;
  members: number;
  /// The same in every wave, by places.
  actors: string[];
  groups: Record<Grouping, string[]>;
  /// Whose row is observed.
  answered: number[];
  /// Whose row is known by name.
  namedRows: number[];
  /// Cells whose answer is secret; all others of the question are not ties, or ties by name.
  secret: Cell[];
  /// Ties by name.
  named: Cell[];
  /// Ties of the question's gate, in the rows that are observed there.
  gate: Cell[];
  /// Ties of each open question that has this one for its gate: who is named there was named here.
  behind: Record<string, Cell[]>;
};

/// One group of a table; the code is empty where small ones are taken together.
export type Group = { code: string };

/// A sum: what of it is secret, and what is not.
type Total = { terms: Record<string, number>; constant: number };

const close = 1e-6;
const key = ({ from, to }: Cell) => `${from}_${to}`;
const everything: Which = () => true;

/// Adds figures up to sums; throws for a figure that nobody told the attack how to read.
export class Attack {
  problem: Problem = { variables: {}, sums: [], secrets: [], cells: [], start: {} };
  private cells = new Map<string, { secret: Set<string>; named: Set<string> }>();
  /// Which variables were published as a sum.
  private told = new Set<string>();
  private queue: (() => void)[] = [];

  constructor(...all: Known[]) {
    for (const known of all) {
      this.cells.set(known.id, { secret: new Set(known.secret.map(key)), named: new Set(known.named.map(key)) });
      for (const cell of known.secret) {
        this.problem.variables[this.name(known, cell)] = [0, 1];
        this.problem.secrets.push(this.name(known, cell));
        this.problem.cells.push(this.name(known, cell));
      }
    }
  }

  private name = (known: Known, cell: Cell) => `${known.id}_${key(cell)}`;
  private isSecret = (known: Known, cell: Cell) => this.cells.get(known.id)!.secret.has(key(cell));
  private isNamed = (known: Known, cell: Cell) => this.cells.get(known.id)!.named.has(key(cell));

  private inRows(known: Known, rows: Rows): Which {
    const places = new Set(rows === 'all' ? known.answered : known.namedRows);
    return ({ from }) => places.has(from);
  }

  /// A figure says on how many rows it rests: on all that were observed, or on those by name.
  rowsOf(known: Known, n: number): Rows {
    if (n === known.namedRows.length) return 'named';
    if (n === known.answered.length) return 'all';
    throw new Error(`the attack does not know the ${n} rows on which a figure of ${known.id} rests`);
  }

  private total(known: Known, rows: Rows, which: Which): Total {
    const counted = this.inRows(known, rows);
    const isCounted = (cell: Cell) => counted(cell) && which(cell);
    const terms = Object.fromEntries(known.secret.filter(isCounted).map((cell) => [this.name(known, cell), 1]));
    return { terms, constant: known.named.filter(isCounted).length };
  }

  /// What was published is what counts together; a count that is all but whole is whole.
  private equals({ terms, constant }: Total, value: number) {
    const rest = Math.abs(value - Math.round(value)) < close ? Math.round(value) - constant : value - constant;
    const slack = Number.isInteger(rest) ? 0 : close;
    this.told.add(JSON.stringify(Object.keys(terms).sort()));
    this.problem.sums.push({ terms, low: rest - slack, high: rest + slack });
  }

  private count(known: Known, rows: Rows, which: Which, value: number) {
    this.equals(this.total(known, rows, which), value);
  }

  isAcross(known: Known): Which {
    const { country } = known.groups;
    return ({ from, to }) => country[from] !== country[to];
  }

  isGate(known: Known): Which {
    const gate = new Set(known.gate.map(key));
    return (cell) => gate.has(key(cell));
  }

  /// Whether a tie leads from one group of a table to another. What no group names is taken together.
  private isBetween(known: Known, grouping: Grouping, groups: Group[], from: number, to: number): Which {
    const codes = known.groups[grouping];
    const own = new Set(groups.map(({ code }) => code).filter((code) => code !== ''));
    const isIn = (place: number, group: Group) =>
      codes[place] !== '' && (group.code === '' ? !own.has(codes[place]!) : codes[place] === group.code);
    return (cell) => isIn(cell.from, groups[from]!) && isIn(cell.to, groups[to]!);
  }

  /// Reads a cell of a table from group to group.
  readCell(known: Known, n: number, grouping: Grouping, groups: Group[], cell: { from: number; to: number; ties: number }) {
    this.count(known, this.rowsOf(known, n), this.isBetween(known, grouping, groups, cell.from, cell.to), cell.ties);
  }

  /// Reads a share that was rounded to whole percent, of all cells or of the ties of the gate.
  readRounded(known: Known, id: 'share' | 'share_of_base', value: number, n: number) {
    const rows = this.rowsOf(known, n);
    const [which, of]: [Which, number] =
      id === 'share'
        ? [everything, n * (known.members - 1)]
        : [this.isGate(known), known.gate.filter(this.inRows(known, rows)).length];
    const { terms, constant } = this.total(known, rows, which);
    const half = 0.005;
    this.problem.sums.push({ terms, low: (value - half) * of - constant - close, high: (value + half) * of - constant + close });
  }

  /// Reads which share of this question's ties the known ones of an open question behind it are, in whole percent.
  readBase(known: Known, question: string, value: number, n: number) {
    const rows = this.rowsOf(known, n);
    const { terms, constant } = this.total(known, rows, everything);
    const both = known.behind[question]!.filter(this.inRows(known, rows)).length;
    const half = 0.005;
    this.problem.sums.push({ terms, low: both / (value + half) - constant - close });
    if (value > half) this.problem.sums.push({ terms, high: both / (value - half) - constant + close });
  }

  /// A variable that is 1 when both are: names of variables, or nothing for what is known to be 1.
  private both(name: string, parts: string[]): string {
    if (name in this.problem.variables) return name;
    this.problem.variables[name] = [0, 1];
    for (const part of parts) this.problem.sums.push({ terms: { [name]: 1, [part]: -1 }, high: 0 });
    this.problem.sums.push({ terms: { [name]: 1, ...Object.fromEntries(parts.map((each) => [each, -1])) }, low: 1 - parts.length });
    return name;
  }

  /// The ties among members who answered, and of these the mutual ones.
  private mutual(known: Known): { cells: Cell[]; mutual: (cell: Cell) => string | 0 } {
    const answered = new Set(known.answered);
    const cells = [...known.secret, ...known.named].filter(({ to }) => answered.has(to));
    const mutual = (cell: Cell): string | 0 => {
      const back = { from: cell.to, to: cell.from };
      const isPossible = (each: Cell) => this.isSecret(known, each) || this.isNamed(known, each);
      if (!isPossible(cell) || !isPossible(back)) return 0;
      const [one, other] = [cell, back].sort((a, b) => a.from - b.from) as [Cell, Cell];
      const parts = [one, other].filter((each) => !this.isNamed(known, each)).map((each) => this.name(known, each));
      return this.both(`${known.id}_both_${key(one)}`, parts);
    };
    return { cells, mutual };
  }

  /// r mutual ties for each tie among members who answered: sum of mutual ones = r * sum of all.
  private reciprocity(known: Known, share: number) {
    const { cells, mutual } = this.mutual(known);
    const terms: Record<string, number> = {};
    const add = (name: string, factor: number) => (terms[name] = (terms[name] ?? 0) + factor);
    let constant = 0;
    for (const cell of cells) {
      if (this.isNamed(known, cell)) constant -= share;
      else add(this.name(known, cell), -share);
      const both = mutual(cell);
      if (both) add(both, 1);
    }
    const [top, bottom] = fraction(share);
    const whole = Object.fromEntries(Object.entries(terms).map(([name, factor]) => [name, Math.round(factor * bottom)]));
    const rest = -Math.round(constant * bottom);
    assert.ok(Math.abs(share - top / bottom) < close);
    this.problem.sums.push({ terms: whole, low: rest, high: rest });
  }

  /// Reads one figure of a question. What rests on rows by name follows from those, whatever it is.
  read(known: Known, id: string, value: number, n: number) {
    const rows = this.rowsOf(known, n);
    const cells = n * (known.members - 1);
    const possible = known.members * (known.members - 1);
    const unknown = (known.members - n) * (known.members - 1);
    const readings: Record<string, () => void> = {
      n: () => {},
      m: () => this.count(known, rows, everything, value),
      ties: () => this.count(known, rows, everything, value),
      density: () => this.count(known, rows, everything, value * cells),
      share: () => this.count(known, rows, everything, value * cells),
      mean_degree: () => this.count(known, rows, everything, value * n),
      density_low: () => this.count(known, rows, everything, value * possible),
      density_high: () => this.count(known, rows, everything, value * possible - unknown),
      ties_across_countries: () => this.count(known, rows, this.isAcross(known), value),
      ties_of_base: () => this.count(known, rows, this.isGate(known), value),
      share_of_base: () => this.count(known, rows, this.isGate(known), value * known.gate.filter(this.inRows(known, rows)).length),
      reciprocity_edgewise: () => rows === 'all' && this.reciprocity(known, value),
    };
    if (readings[id]) readings[id]();
    else if (rows !== 'named') throw new Error(`the attack does not know how to read ${id} of ${known.id}`);
  }

  /// Members whose rows are known in both waves, by their places in the later one.
  private rowsOfBoth(before: Known, after: Known, of: (known: Known) => number[]) {
    const first = new Set(of(before).map((place) => before.actors[place]));
    return of(after).filter((place) => first.has(after.actors[place]));
  }

  /// Says that a change rests on rows that are known by name both times, and follows from those.
  restsOnNames(before: Known, after: Known, n: number, what: string) {
    const isNamed = this.rowsOfBoth(before, after, (known) => known.namedRows).length === n;
    if (!isNamed) throw new Error(`the attack does not know how to read ${what} of ${after.id}`);
  }

  /// Kept, lost and gained between two waves, over members who answered both times and are on both rosters.
  private changes(before: Known, after: Known, n: number, which: Which) {
    const all = [(known: Known) => known.namedRows, (known: Known) => known.answered];
    const rows = all.map((of) => this.rowsOfBoth(before, after, of)).find((each) => each.length === n);
    if (!rows) throw new Error(`the attack does not know the ${n} rows on which a change of ${after.id} rests`);
    const place = new Map(before.actors.map((actor, i) => [actor, i]));
    const sums = { kept: empty(), was: empty(), is: empty() };
    for (const from of rows)
      for (let to = 0; to < after.members; ++to) {
        const then = { from: place.get(after.actors[from]!)!, to: place.get(after.actors[to]!)! };
        if (from === to || then.to === undefined || !which({ from, to })) continue;
        this.addChange(sums, before, then, after, { from, to });
      }
    return { kept: sums.kept, lost: less(sums.was, sums.kept), gained: less(sums.is, sums.kept) };
  }

  private addChange(sums: Record<'kept' | 'was' | 'is', Total>, before: Known, then: Cell, after: Known, now: Cell) {
    const state = (known: Known, cell: Cell) =>
      this.isSecret(known, cell) ? this.name(known, cell) : this.isNamed(known, cell) ? 1 : 0;
    const [was, is] = [state(before, then), state(after, now)];
    add(sums.was, was);
    add(sums.is, is);
    if (was === 0 || is === 0) return;
    if (was === 1 || is === 1) add(sums.kept, was === 1 ? is : was);
    else add(sums.kept, this.both(`kept_${was}_${is}`, [was, is]));
  }

  /// Reads what changed in a question, in all of it or from one group of a table to another.
  readChange(before: Known, after: Known, n: number, change: any, table?: { grouping: Grouping; groups: Group[] }) {
    const which = table ? this.isBetween(after, table.grouping, table.groups, change.from, change.to) : everything;
    const sums = this.changes(before, after, n, which);
    for (const kind of ['kept', 'lost', 'gained'] as const) this.equals(sums[kind], change[kind]);
    if (change.jaccard === null) return;
    const { kept, lost, gained } = sums;
    const all = plus(plus(kept, lost), gained);
    this.equals(less(kept, scaled(all, change.jaccard)), 0);
  }

  /// A number that was withheld must not follow either. One that was told elsewhere is none.
  private withhold(name: string, terms: Record<string, number>) {
    const names = Object.keys(terms);
    const isOpen = (each: string) => this.problem.variables[each]![0] < this.problem.variables[each]![1];
    // What rests on the attacker's own answers alone is not withheld from it.
    if (!names.some(isOpen) || this.told.has(JSON.stringify(names.sort()))) return;
    this.problem.variables[name] = [0, Object.values(terms).reduce((sum, factor) => sum + factor, 0)];
    this.problem.sums.push({ terms: { [name]: 1, ...Object.fromEntries(names.map((each) => [each, -terms[each]!])) }, low: 0, high: 0 });
    this.problem.secrets.push(name);
  }

  /// Tried once everything was read: what one page withholds another may tell.
  withheld(known: Known, id: string) {
    this.queue.push(() => this.withholdFigure(known, id));
  }

  private withholdFigure(known: Known, id: string) {
    const of: Record<string, () => Which | 'mutual'> = {
      m: () => everything,
      ties_across_countries: () => this.isAcross(known),
      share_of_base: () => this.isGate(known),
      reciprocity_edgewise: () => 'mutual',
    };
    const which = of[id]?.() ?? everything;
    const name = `withheld ${known.id} ${id}`;
    if (which !== 'mutual') return this.withhold(name, this.total(known, 'all', which).terms);
    const { cells, mutual } = this.mutual(known);
    this.withhold(name, Object.fromEntries(cells.map(mutual).filter((each) => each !== 0).map((each) => [each, 1])));
  }

  /// The cells of the tables that a question has not, by every grouping: none of them may follow.
  withheldCells(known: Known) {
    this.queue.push(() => this.withholdCells(known));
  }

  private withholdCells(known: Known) {
    for (const grouping of groupings) {
      const codes = [...new Set(known.groups[grouping])].filter((code) => code !== '');
      if (codes.length < 2) continue;
      const groups = codes.map((code) => ({ code }));
      for (const from of codes.keys())
        for (const to of codes.keys()) {
          const { terms } = this.total(known, 'all', this.isBetween(known, grouping, groups, from, to));
          this.withhold(`withheld ${known.id} ${grouping} ${codes[from]} to ${codes[to]}`, terms);
        }
    }
  }

  /// Everything that was read, put together.
  solve(seconds?: number): Solved {
    for (const each of this.queue.splice(0)) each();
    return solved(this.problem, seconds);
  }

  /// What was truly said is one of the possibilities. Whoever looks for others is quicker with it; it proves nothing.
  startsFrom(known: Known, said: number[][]) {
    for (const cell of known.secret) this.problem.start[this.name(known, cell)] = said[cell.from]?.includes(cell.to) ? 1 : 0;
  }

  /// The attacker is one of the members, and knows what it answered itself.
  knows(known: Known, from: number, ties: number[]) {
    const own = new Set<string>();
    for (const cell of known.secret.filter((each) => each.from === from)) {
      const value = ties.includes(cell.to) ? 1 : 0;
      this.problem.variables[this.name(known, cell)] = [value, value];
      own.add(this.name(known, cell));
    }
    this.problem.secrets = this.problem.secrets.filter((each) => !own.has(each));
  }

  /// Members who have a tie among these cells, or one that is left out.
  private givers(name: string, known: Known, cells: Cell[], isTie: boolean, least: number) {
    const givers: Record<string, number> = {};
    for (const from of new Set(cells.map((cell) => cell.from))) {
      const giver = `${name}_${from}`;
      const own = cells.filter((cell) => cell.from === from).map((cell) => this.name(known, cell));
      this.problem.variables[giver] = [0, 1];
      givers[giver] = 1;
      const sum = Object.fromEntries(own.map((each) => [each, isTie ? -1 : 1]));
      // A giver has at least one cell of the kind.
      this.problem.sums.push({ terms: { [giver]: 1, ...sum }, high: isTie ? 0 : own.length });
    }
    this.problem.sums.push({ terms: givers, low: least });
  }

  /// Where figures are published, the rules say that three members gave what is counted and three what is not: of all
  /// cells, and of each part of them that is told apart.
  knowsTheRules(known: Known, least: number, told: { across: boolean; mutual: boolean }) {
    const answered = new Set(known.answered);
    const offered = new Set(known.secret.map(key));
    const direction = ({ from, to }: Cell) => (!answered.has(to) ? 0 : offered.has(key({ from: to, to: from })) ? 1 : 2);
    const isAcross = this.isAcross(known);
    const parts = new Map<string, Cell[]>([['all', known.secret]]);
    for (const cell of known.secret) {
      const part = `${told.across ? isAcross(cell) : ''}_${told.mutual ? direction(cell) : ''}`;
      parts.set(part, [...(parts.get(part) ?? []), cell]);
    }
    for (const [part, cells] of parts)
      for (const isTie of [true, false]) this.givers(`${known.id}_${isTie ? 't' : 'r'}_${part}`, known, cells, isTie, least);
  }

  /// Where figures are hidden for want of givers, fewer than three gave, or fewer than three left somebody out.
  knowsWhyHidden(known: Known, least: number) {
    const choice = `${known.id}_few_gave`;
    this.problem.variables[choice] = [0, 1];
    for (const isTie of [true, false]) {
      const givers: Record<string, number> = {};
      const rows = new Set(known.secret.map((cell) => cell.from));
      for (const from of rows) {
        const giver = `${known.id}_few_${isTie ? 't' : 'r'}_${from}`;
        this.problem.variables[giver] = [0, 1];
        givers[giver] = 1;
        // Whoever has a cell of the kind is a giver.
        for (const cell of known.secret.filter((each) => each.from === from))
          this.problem.sums.push({ terms: { [giver]: 1, [this.name(known, cell)]: isTie ? -1 : 1 }, low: isTie ? 0 : 1 });
      }
      const free = rows.size - least + 1;
      this.problem.sums.push({ terms: { ...givers, [choice]: isTie ? free : -free }, high: isTie ? rows.size : least - 1 });
    }
  }
}

/// A share of whole numbers: so many of so many.
function fraction(share: number): [number, number] {
  for (let bottom = 1; bottom < 10_000; ++bottom)
    if (Math.abs(share * bottom - Math.round(share * bottom)) < close) return [Math.round(share * bottom), bottom];
  throw new Error(`${share} is no share of whole numbers`);
}

const empty = (): Total => ({ terms: {}, constant: 0 });
function add(total: Total, what: string | 0 | 1) {
  if (typeof what === 'string') total.terms[what] = (total.terms[what] ?? 0) + 1;
  else total.constant += what;
}
const scaled = ({ terms, constant }: Total, factor: number): Total => ({
  terms: Object.fromEntries(Object.entries(terms).map(([name, each]) => [name, each * factor])),
  constant: constant * factor,
});
function plus(one: Total, other: Total): Total {
  const terms = { ...one.terms };
  for (const [name, factor] of Object.entries(other.terms)) terms[name] = (terms[name] ?? 0) + factor;
  return { terms, constant: one.constant + other.constant };
}
const less = (one: Total, other: Total) => plus(one, scaled(other, -1));

export type Solved = { determined: Record<string, number>; undecided: string[]; programs: number; seconds: number };

/// Secrets that have one value left, and those of which that could not be told in time.
export function solved(problem: Problem, seconds = 30): Solved {
  const solver = new URL('solve.py', import.meta.url).pathname;
  const run = spawnSync('python3', [solver, String(seconds)], { input: JSON.stringify(problem), encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
