// SPDX-License-Identifier: Apache-2.0
import type { Problem, Result } from '$lib/api/problem';
import type { Consent, Entered, Entry, EntryLine, EntryMode, WaveDetail } from '$lib/api/schema';
import { readCodes, writeCodes, type ReadRow } from './codes';
import { enterEntry, saveEntry } from './entries';

export type FormQuestion = WaveDetail['questions'][number];
export interface Named {
  id: string;
  code: number;
  label: string;
}

/** One member's form while it is typed in or asked by telephone. Sealed questions are not in it. */
export class TypedForm {
  readonly wave: WaveDetail;
  readonly line: EntryLine;
  readonly mode: EntryMode;
  readonly questions: FormQuestion[];
  /** Who can be named: everybody but the member itself. */
  readonly others: Named[];
  consent = $state<Consent | null>(null);
  language = $state('en');
  rows = $state<Record<string, ReadRow>>({});
  problem = $state.raw<Problem>();
  isBusy = $state(false);
  #codes: ReadonlySet<number>;
  #underWay: Promise<unknown> = Promise.resolve();
  #waiting: Promise<boolean> | undefined;

  constructor(wave: WaveDetail, line: EntryLine, entry: Entry, mode: EntryMode) {
    this.wave = wave;
    this.line = line;
    this.mode = mode;
    // Organizations outside the cluster stand on no paper form.
    this.questions = wave.questions.filter(
      ({ key, sensitivity }) => sensitivity !== 'sealed' && key !== 'external_ties',
    );
    this.others = wave.members
      .filter(({ id }) => id !== line.wave_member_id)
      .map(({ id, position, label }) => ({ id, code: position + 1, label }));
    this.#codes = new Set(this.others.map(({ code }) => code));
    this.consent = entry.consent;
    this.language = entry.language;
    this.rows = Object.fromEntries(entry.typed_rows.map((row) => [row.question_id, this.#read(row)]));
  }

  #read({ state, values, unread }: Entry['typed_rows'][number]): ReadRow {
    const code = (id: string) => this.others.find((each) => each.id === id)?.code ?? 0;
    return {
      state: state === 'answered_empty' ? state : 'answered',
      values: new Map(values.map(({ alter_id, value }) => [code(alter_id), value])),
      unread: unread.split(' ').filter(Boolean),
    };
  }

  row(question: FormQuestion): ReadRow {
    return this.rows[question.id] ?? { state: 'answered', values: new Map(), unread: [] };
  }

  typed(question: FormQuestion): string {
    return writeCodes(this.row(question));
  }

  type(question: FormQuestion, text: string): void {
    this.rows[question.id] = readCodes(text, this.#codes, question.scale !== 'binary');
  }

  /** @param value  Nothing takes the tie back. */
  set(question: FormQuestion, code: number, value: number | null): void {
    const row = this.row(question);
    const values = new Map(row.values);
    if (value === null) values.delete(code);
    else values.set(code, value);
    this.rows[question.id] = { ...row, state: 'answered', values };
  }

  setNone(question: FormQuestion, isNone: boolean): void {
    this.rows[question.id] = {
      state: isNone ? 'answered_empty' : 'answered',
      values: new Map(),
      unread: [],
    };
  }

  /** Whom a question may name: those ticked where it is gated. */
  askedAbout(question: FormQuestion): Named[] {
    const gate = this.questions.find(({ key }) => key === question.gate);
    if (!gate) return this.others;
    const { values } = this.row(gate);
    return this.others.filter(({ code }) => values.has(code));
  }

  /** Named here and not where the question is gated. */
  behindGate(question: FormQuestion): Named[] {
    const asked = this.askedAbout(question);
    return this.others.filter(
      (each) => this.row(question).values.has(each.code) && !asked.some(({ id }) => id === each.id),
    );
  }

  #rowsToSend(): Entry['typed_rows'] {
    const said = this.questions.filter((question) => {
      const { state, values, unread } = this.row(question);
      return state === 'answered_empty' || values.size > 0 || unread.length > 0;
    });
    return said.map((question) => {
      const { state, values, unread } = this.row(question);
      const ties = this.others
        .filter(({ code }) => values.has(code))
        .map(({ id, code }) => ({ alter_id: id, value: values.get(code) ?? 1 }));
      return { question_id: question.id, state, values: ties, unread: unread.join(' ') };
    });
  }

  /** Keeps it on the server; nothing counts yet. Not once it is being entered: the draft would come after. */
  async save(): Promise<boolean> {
    return !this.isBusy && this.#save();
  }

  /** One draft after the other, so that no older one comes last; the one that waits sends what is typed by then. */
  #save(): Promise<boolean> {
    this.#waiting ??= this.#underWay.then(() => {
      this.#waiting = undefined;
      return this.#send();
    });
    this.#underWay = this.#waiting;
    return this.#waiting;
  }

  async #send(): Promise<boolean> {
    const result = await saveEntry(this.wave.id, this.line.respondent_id, {
      mode: this.mode,
      consent: this.consent,
      language: this.language,
      typed_rows: this.#rowsToSend(),
    });
    this.problem = result.ok ? undefined : result.problem;
    return result.ok;
  }

  /** Makes it the member's answers, all of it or nothing. */
  async enter(): Promise<Result<Entered> | undefined> {
    this.isBusy = true;
    const isSaved = await this.#save();
    const result = isSaved ? await enterEntry(this.wave.id, this.line.respondent_id) : undefined;
    // What was entered is not kept as a draft again while the page takes the form away.
    this.isBusy = result?.ok === true;
    if (result && !result.ok) this.problem = result.problem;
    return result;
  }
}
