// SPDX-License-Identifier: Apache-2.0
// What an attacker makes of published figures: sums over the cells that are secret.
import { spawnSync } from 'node:child_process';

export type Sum = { terms: Record<string, number>; low?: number; high?: number };
export type Problem = { variables: Record<string, [number, number]>; sums: Sum[]; secrets: string[] };

/// A pair about which a member was asked, by their places on the roster.
export type Cell = { from: number; to: number };

/// Everything around the answers that the attacker knows for certain.
export type Known = {
  members: number;
  country: string[];
  /// Whose row is observed.
  answered: number[];
  /// Cells whose answer is secret; all others of the question are not ties, or ties by name.
  secret: Cell[];
  /// Ties by name.
  named: Cell[];
  /// Ties of the question's gate, in the rows that are observed there.
  gate: Cell[];
};

const name = ({ from, to }: Cell) => `x_${from}_${to}`;
const close = 1e-6;
const equal = (terms: Record<string, number>, value: number): Sum => ({ terms, low: value - close, high: value + close });

/// Adds figures up to sums; throws for a figure that nobody told the attack how to read.
export class Attack {
  problem: Problem = { variables: {}, sums: [], secrets: [] };
  private known: Known;

  constructor(known: Known) {
    this.known = known;
    for (const cell of known.secret) {
      this.problem.variables[name(cell)] = [0, 1];
      this.problem.secrets.push(name(cell));
    }
  }

  private total(which: (cell: Cell) => boolean, factor = 1): { terms: Record<string, number>; named: number } {
    const terms = Object.fromEntries(this.known.secret.filter(which).map((cell) => [name(cell), factor]));
    return { terms, named: factor * this.known.named.filter(which).length };
  }

  private count(which: (cell: Cell) => boolean, value: number) {
    const { terms, named } = this.total(which);
    this.problem.sums.push(equal(terms, value - named));
  }

  /// Reads a share that was rounded to whole percent, of all cells or of the ties of the gate.
  readRounded(id: 'share' | 'share_of_base', value: number, rows: number) {
    const [which, of]: [(cell: Cell) => boolean, number] =
      id === 'share' ? [() => true, rows * (this.known.members - 1)] : [this.isGate, this.known.gate.length];
    const { terms, named } = this.total(which);
    const half = 0.005;
    this.problem.sums.push({ terms, low: (value - half) * of - named - close, high: (value + half) * of - named + close });
  }

  private isAcross = ({ from, to }: Cell) => this.known.country[from] !== this.known.country[to];
  private isGate = ({ from, to }: Cell) => this.known.gate.some((tie) => tie.from === from && tie.to === to);

  /// r mutual ties for each tie among members who answered: sum of mutual ones = r * sum of all.
  private reciprocity(share: number) {
    const answered = new Set(this.known.answered);
    const terms: Record<string, number> = {};
    let constant = 0;
    const all = [...this.known.secret, ...this.known.named].filter(({ to }) => answered.has(to));
    const isNamed = new Set(this.known.named.map(name));
    for (const cell of all) {
      if (isNamed.has(name(cell))) constant -= share;
      else terms[name(cell)] = (terms[name(cell)] ?? 0) - share;
      const back = { from: cell.to, to: cell.from };
      if (!all.some(({ from, to }) => from === back.from && to === back.to)) continue;
      const both = `z_${cell.from}_${cell.to}`;
      this.problem.variables[both] = [0, 1];
      terms[both] = 1;
      this.isBoth(both, [cell, back].filter((each) => !isNamed.has(name(each))).map(name));
    }
    this.problem.sums.push(equal(terms, -constant));
  }

  private isBoth(both: string, parts: string[]) {
    for (const part of parts) this.problem.sums.push({ terms: { [both]: 1, [part]: -1 }, high: 0 });
    this.problem.sums.push({ terms: { [both]: 1, ...Object.fromEntries(parts.map((each) => [each, -1])) }, low: 1 - parts.length });
  }

  /// Reads one figure of the question.
  read(id: string, value: number, rows: number) {
    const cells = rows * (this.known.members - 1);
    const everything = () => true;
    const readings: Record<string, () => void> = {
      n: () => {},
      m: () => this.count(everything, value),
      ties: () => this.count(everything, value),
      density: () => this.count(everything, value * cells),
      share: () => this.count(everything, value * cells),
      mean_degree: () => this.count(everything, value * rows),
      density_low: () => this.count(everything, value * this.known.members * (this.known.members - 1)),
      density_high: () =>
        this.count(everything, value * this.known.members * (this.known.members - 1) - (this.known.members - rows) * (this.known.members - 1)),
      ties_across_countries: () => this.count(this.isAcross, value),
      share_of_base: () => this.count(this.isGate, value * this.known.gate.length),
      // Of the story: competitors who worked together. Who competes was asked about whom one worked with.
      coopetition: () => this.count(this.isGate, value),
      coopetition_share: () => this.count(this.isGate, value * this.known.gate.length),
      reciprocity_edgewise: () => this.reciprocity(value),
    };
    if (!readings[id]) throw new Error(`the attack does not know how to read ${id} of a confidential question`);
    readings[id]();
  }

  /// The attacker is one of the members, and knows what it answered itself.
  knows(from: number, ties: number[]) {
    for (const cell of this.known.secret.filter((each) => each.from === from)) {
      const value = ties.includes(cell.to) ? 1 : 0;
      this.problem.variables[name(cell)] = [value, value];
      this.problem.secrets = this.problem.secrets.filter((each) => each !== name(cell));
    }
  }

  /// Where figures are published, the rules say that three members gave what is counted and three what is not.
  knowsTheRules(least: number) {
    for (const [kind, isTie] of [['t', true], ['r', false]] as const) {
      const givers: Record<string, number> = {};
      for (const from of new Set(this.known.secret.map((cell) => cell.from))) {
        const giver = `${kind}_${from}`;
        const own = this.known.secret.filter((cell) => cell.from === from).map(name);
        this.problem.variables[giver] = [0, 1];
        givers[giver] = 1;
        const sum = Object.fromEntries(own.map((each) => [each, isTie ? -1 : 1]));
        // A giver has at least one cell of the kind.
        this.problem.sums.push({ terms: { [giver]: 1, ...sum }, high: isTie ? 0 : own.length });
      }
      this.problem.sums.push({ terms: givers, low: least });
    }
  }
}

/// Secrets that have one value left.
export function determined(problem: Problem): Record<string, number> {
  const solver = new URL('solve.py', import.meta.url).pathname;
  const run = spawnSync('python3', [solver], { input: JSON.stringify(problem), encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout).determined;
}
