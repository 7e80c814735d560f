// SPDX-License-Identifier: Apache-2.0
import type { Consent, RowState } from '$lib/api/schema';
import { flush, retryDelay } from './outbox';
import { device, nextSequence, phone } from './phone';
import { sendEntry } from './server';
import { answersOf, questionsBehind, type Answers, type Sheet, type SheetQuestion } from './sheet';

/// The answers as the respondent sees them, and where they are: on this phone or with us.

export type SaveState = 'saved' | 'saving' | 'phone_only' | 'refused';

export class Survey {
  readonly sheet: Sheet;
  answers = $state<Answers>({});
  states = $state<Record<string, RowState | null>>({});
  consent = $state<Consent | null>(null);
  save = $state<SaveState>('saved');
  /** Why nothing more can be sent: the wave closed, or the link was replaced. */
  stopped = $state<string>();
  #waiting = 0;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.consent = sheet.consent.given;
    this.answers = answersOf(sheet);
    this.states = Object.fromEntries(sheet.questions.map(({ id, state }) => [id, state]));
    void this.#takeUp();
    for (const name of ['online', 'focus', 'pageshow']) addEventListener(name, () => void this.flush());
    document.addEventListener('visibilitychange', () => void this.flush());
  }

  get #owner() {
    return this.sheet.me.member_id;
  }

  valueOf(question: SheetQuestion, alter: string): number | undefined {
    return this.answers[question.id]?.[alter];
  }

  ticked(question: SheetQuestion): number {
    return Object.values(this.answers[question.id] ?? {}).filter((value) => value > 0).length;
  }

  #set(question: string, alter: string, value: number | null): void {
    // What was sealed on another visit is unknown here, and stays so.
    if (value === null && !this.answers[question]) return;
    const others = Object.entries(this.answers[question] ?? {}).filter(([id]) => id !== alter);
    this.answers[question] = Object.fromEntries(value === null ? others : [...others, [alter, value]]);
  }

  /** One tap. Empty takes it back, here and in what is asked only of those ticked here; so does the server. */
  tap(question: SheetQuestion, alter: string, value: number | null): void {
    this.#set(question.id, alter, value);
    if (value === null)
      for (const { id } of questionsBehind(question, this.sheet)) this.#set(id, alter, null);
    this.states[question.id] = 'partial';
    if (question.sensitivity === 'sealed') void this.answerRow(question, 'answered');
    else void this.#put(`/questions/${question.id}/alters/${alter}`, { value });
  }

  /** A whole question; a sealed one travels with all its values, and only that way. */
  answerRow(question: SheetQuestion, state: 'answered' | 'answered_empty' | 'declined'): Promise<void> {
    if (state !== 'answered') this.answers[question.id] = {};
    if (state === 'answered_empty')
      for (const { id } of questionsBehind(question, this.sheet)) this.answers[id] = {};
    this.states[question.id] = state;
    const values = Object.entries(this.answers[question.id] ?? {}).map(([alter_id, value]) => ({
      alter_id,
      value,
    }));
    const isSealed = question.sensitivity === 'sealed';
    return this.#put(`/questions/${question.id}`, { state, values: isSealed ? values : [] });
  }

  async #put(path: string, body: Record<string, unknown>): Promise<void> {
    this.save = 'saving';
    const sequence = nextSequence();
    const entry = {
      key: `${this.#owner} ${path}`,
      owner: this.#owner,
      path,
      body: { ...body, device: device(), sequence },
      sequence,
    };
    try {
      await phone.put(entry);
      await this.flush();
    } catch {
      // No storage on this device: then the answer goes straight out, and only a success counts as saved.
      const { status } = await sendEntry(entry);
      this.save = status === 204 ? 'saved' : 'refused';
    }
  }

  /** Sends what waits, now and then again until it is sent; one tab at a time. */
  async flush(): Promise<void> {
    const work = async () => {
      const result = await flush(phone, this.#owner, sendEntry);
      this.stopped = result.stopped;
      this.#waiting = result.waiting;
      this.save = result.refused ? 'refused' : result.waiting ? 'phone_only' : 'saved';
    };
    await ('locks' in navigator ? navigator.locks.request('konbit-answer-outbox', work) : work());
    this.#retryLater();
  }

  #retryLater(): void {
    clearTimeout(this.#timer);
    if (this.#waiting === 0) this.#tries = 0;
    else if (!this.stopped) this.#timer = setTimeout(() => void this.flush(), retryDelay(this.#tries++));
  }

  get isAllSent(): boolean {
    return this.#waiting === 0 && this.save !== 'saving';
  }

  /** What an earlier visit left on this phone is shown as given, and sent. */
  async #takeUp(): Promise<void> {
    for (const { path, body } of await phone.all(this.#owner)) {
      const [, , question = '', , alter] = path.split('/');
      if (!alter) {
        const values = (body.values ?? []) as { alter_id: string; value: number }[];
        if (values.length)
          this.answers[question] = Object.fromEntries(values.map(({ alter_id, value }) => [alter_id, value]));
        this.states[question] = body.state as RowState;
        continue;
      }
      this.#set(question, alter, body.value as number | null);
    }
    await this.flush();
  }
}
