// SPDX-License-Identifier: Apache-2.0
import type { Consent, RowState, UnlistedOrganization } from '$lib/api/schema';
import type { Problem, Result } from '$lib/api/problem';
import { entriesIn, fileOf } from './file';
import { ticksInAdvance } from './lastTime';
import { flush, retryDelay, type Entry } from './outbox';
import { Pace } from './pace';
import {
  device,
  forgetVisit,
  keepPage,
  keepVisit,
  losesWhatWaits,
  nextSequence,
  phone,
  type Visit,
} from './phone';
import {
  declineSurvey,
  exchangeLink,
  giveConsent,
  isOutOfReach,
  sendEntry,
  sendTogether,
  type Shares,
} from './server';
import {
  answersOf,
  ownerOf,
  questionsBehind,
  staysUnnamed,
  withoutSealed,
  type Answers,
  type RosterMember,
  type Sheet,
  type SheetQuestion,
} from './sheet';

/// The answers as the respondent sees them, and where they are: on this phone or with us.

export type SaveState = 'saved' | 'saving' | 'phone_only' | 'refused';

/** An organization as the respondent describes it. */
export type Unlisted = Omit<UnlistedOrganization, 'device' | 'sequence'>;

/** Milliseconds in which more taps may come. Each is on the phone already. */
const pauseForMore = 5000;

const done: Result<undefined> = { ok: true, value: undefined };

export class Survey {
  /** Grows by what the respondent adds to the roster. */
  sheet: Sheet;
  answers = $state<Answers>({});
  states = $state<Record<string, RowState | null>>({});
  consent = $state<Consent | null>(null);
  save = $state<SaveState>('saved');
  /** Why nothing more can be sent: the wave closed, or the link was replaced. */
  stopped = $state<string>();
  /** The server's word that everything has arrived. */
  receipt = $state<string | null>(null);
  /** The oldest answer that was not sent yet, in milliseconds since 1970. */
  waitingSince = $state<number>();
  /** This browser keeps nothing: what waits is gone with the page. */
  isUnkept = $state(false);
  /** The wave through which its facilitator walks as a member: nothing leaves the page, nothing is kept. */
  readonly preview: string | undefined;
  readonly pace = new Pace();
  readonly #link: string;
  #waiting = 0;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** @param link  The public part of the personal link; empty when the page was opened without.
   *  @param kept  What this phone has of it, for when the server does not answer.
   *  @param preview  The wave that is only walked through. */
  constructor(sheet: Sheet, link: string, kept?: Visit, preview?: string) {
    this.sheet = $state.raw(sheet);
    this.preview = preview;
    this.#link = link || kept?.link || '';
    this.consent = kept?.consent ?? sheet.consent.given;
    this.answers = kept?.answers ?? answersOf(sheet);
    this.states = kept?.states ?? Object.fromEntries(sheet.questions.map(({ id, state }) => [id, state]));
    this.receipt = sheet.receipt;
    if (preview) return;
    this.#keepPage();
    if (!this.receipt) void this.#keep();
    void this.#takeUp();
    for (const name of ['online', 'focus', 'pageshow'])
      addEventListener(name, () => {
        this.#keepPage();
        void this.flush();
      });
    document.addEventListener('visibilitychange', () => void this.flush());
  }

  /** While it is answered; tried anew whenever the signal may be back. */
  #keepPage(): void {
    if (this.consent && !this.receipt) void keepPage();
  }

  /** The wave takes no answers any more: what is tapped now corrects. */
  get hasClosed(): boolean {
    return !this.preview && !['draft', 'open'].includes(this.sheet.wave.state);
  }

  get #owner() {
    return ownerOf(this.sheet);
  }

  /** Given already, and not to be seen from here: sealed answers never come back from the server, those for figures
   *  only to the device that gave them. */
  isAway(question: SheetQuestion): boolean {
    const staysAway = staysUnnamed(question, this.consent ?? 'facilitator');
    const row = this.states[question.id];
    return staysAway && (row === 'answered' || row === 'partial') && this.answers[question.id] === undefined;
  }

  valueOf(question: SheetQuestion, alter: string): number | undefined {
    return this.answers[question.id]?.[alter];
  }

  /** Of how many something was said; "never" is said too. At a gate the roster alone is asked about: what was added to
   * it says nothing of who stands on it. */
  said({ id, gate }: SheetQuestion): number {
    const said = Object.keys(this.answers[id] ?? {});
    return gate === null ? said.filter((alter) => !this.isUnlisted(alter)).length : said.length;
  }

  ticked(question: SheetQuestion): number {
    return Object.values(this.answers[question.id] ?? {}).filter((value) => value > 0).length;
  }

  tickedOf(question: SheetQuestion, members: readonly RosterMember[]): number {
    return members.filter(({ id }) => (this.valueOf(question, id) ?? 0) > 0).length;
  }

  isUnlisted(alter: string): boolean {
    return this.sheet.unlisted.some(({ id }) => id === alter);
  }

  /** Adds an organization that the roster lacks, and marks it at this question. */
  add(question: SheetQuestion, organization: Unlisted): void {
    const id = crypto.randomUUID();
    this.#list(id, organization);
    void this.#send(`/unlisted/${id}`, { ...organization });
    this.tap(question, id, 1);
  }

  #list(id: string, { name, country_code = null }: Unlisted): void {
    if (this.isUnlisted(id)) return;
    const added = { id, name, country_code, answers: [] };
    this.sheet = { ...this.sheet, unlisted: [...this.sheet.unlisted, added] };
  }

  /** Only after this is anything kept on the phone: who declines leaves nothing behind. */
  async agree(consent: Consent, language: string, shares: Shares): Promise<Result<undefined>> {
    if (this.preview) {
      this.consent = consent;
      return done;
    }
    const { version } = this.sheet.consent;
    const result = await giveConsent(this.#owner, { consent, consent_version: version, language, ...shares });
    if (!result.ok && !isOutOfReach(result.problem)) return result;
    this.consent = consent;
    this.#tickInAdvance();
    this.#keepPage();
    if (!result.ok) await this.#send('/consent', { consent, consent_version: version, language, ...shares });
    await this.#keep();
    return done;
  }

  /** As the server does at the consent. */
  #tickInAdvance(): void {
    const known = ticksInAdvance(this.sheet, this.states);
    if (!known) return;
    this.answers[known.question] = known.ticks;
    this.states[known.question] = 'partial';
  }

  async decline(): Promise<Result<undefined>> {
    if (this.preview) return done;
    const result = await declineSurvey(this.#owner);
    if (!result.ok && !isOutOfReach(result.problem)) return result;
    for (const { key, sequence } of await phone.all(this.#owner)) await phone.remove(key, sequence);
    this.answers = {};
    this.states = {};
    this.consent = null;
    if (!result.ok) await this.#send('/decline', {}, 'POST');
    await forgetVisit(this.#owner);
    return done;
  }

  /** Ends answering; without a connection the end waits behind the answers. @return Why the server refused it. */
  async finish(): Promise<Problem | undefined> {
    if (this.preview) return undefined;
    this.receipt = null;
    await this.#send('/finish', {}, 'POST');
    const refused = (await phone.all(this.#owner)).find((entry) => entry.path === '/finish' && entry.refused);
    return refused && { status: 409, code: refused.refused ?? 'invalid', errors: [] };
  }

  #set(question: string, alter: string, value: number | null): void {
    // What was sealed on another visit is unknown here, and stays so.
    if (value === null && !this.answers[question]) return;
    const others = Object.entries(this.answers[question] ?? {}).filter(([id]) => id !== alter);
    this.answers[question] = Object.fromEntries(value === null ? others : [...others, [alter, value]]);
  }

  /** One tap. Empty takes it back, here and in what is asked only of those ticked here; so does the server. */
  tap(question: SheetQuestion, alter: string, value: number | null): void {
    const isUnlisted = this.isUnlisted(alter);
    this.pace.touch();
    this.#set(question.id, alter, value);
    for (const { id } of questionsBehind(question, this.sheet)) {
      if (value === null) this.#set(id, alter, null);
      // "None of these" was said of a shorter list.
      else if (!isUnlisted && this.states[id] === 'answered_empty') this.states[id] = 'partial';
    }
    if (this.hasClosed) return void this.#send(`/network/corrections/${question.id}/${alter}`, { value });
    // The row of a question tells of the roster only.
    if (!isUnlisted) this.states[question.id] = 'partial';
    if (question.sensitivity === 'sealed') void this.answerRow(question, 'partial');
    else
      void this.#send(`/questions/${question.id}/${isUnlisted ? 'unlisted' : 'alters'}/${alter}`, { value });
  }

  /** Takes back what was said of the roster in a question; what was added to it stays. */
  #clear(question: string): void {
    const kept = Object.entries(this.answers[question] ?? {}).filter(([alter]) => this.isUnlisted(alter));
    this.answers[question] = Object.fromEntries(kept);
  }

  /** "None of these" behind a gate is said of everything that is listed there. */
  #clearUnlisted(question: SheetQuestion): void {
    for (const { id } of this.sheet.unlisted)
      if (question.gate && this.valueOf(question, id) !== undefined) this.tap(question, id, null);
  }

  /** A whole question; a sealed one travels with all its values, and only that way: `partial` until it is ended. */
  answerRow(
    question: SheetQuestion,
    state: 'answered' | 'answered_empty' | 'declined' | 'partial',
  ): Promise<void> {
    this.pace.touch();
    if (state === 'answered_empty' || state === 'declined') this.#clear(question.id);
    if (state === 'answered_empty') {
      this.#clearUnlisted(question);
      for (const { id } of questionsBehind(question, this.sheet)) this.#clear(id);
    }
    this.states[question.id] = state;
    const values = Object.entries(this.answers[question.id] ?? {}).map(([alter_id, value]) => ({
      alter_id,
      value,
    }));
    const isSealed = question.sensitivity === 'sealed';
    return this.#send(`/questions/${question.id}`, { state, values: isSealed ? values : [] });
  }

  /** Onto the phone first, then out. */
  async #send(path: string, body: Record<string, unknown>, method: 'PUT' | 'POST' = 'PUT'): Promise<void> {
    if (this.preview) return;
    this.save = 'saving';
    const sequence = nextSequence();
    await phone.put({
      key: `${this.#owner} ${path}`,
      owner: this.#owner,
      path,
      method,
      body: /^\/(questions|unlisted|network)\//.test(path)
        ? { ...body, device: device(), sequence }
        : { ...body, device: device() },
      sequence,
      at: Date.now(),
    });
    void this.#keep();
    if (path.startsWith('/questions/')) this.#sendSoon();
    else await this.flush();
  }

  /** Taps that follow one another travel together; whatever else is sent takes them along. */
  #sendSoon(): void {
    if (this.#pause) return;
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      void this.flush();
    }, pauseForMore);
  }

  async #keep(): Promise<void> {
    if (this.consent === null) return;
    await keepVisit({
      owner: this.#owner,
      link: this.#link,
      sheet: this.sheet,
      answers: withoutSealed(this.sheet, $state.snapshot(this.answers)),
      states: $state.snapshot(this.states),
      consent: this.consent,
      at: Date.now(),
    });
  }

  /** Sends what waits, now and then again until it is sent; one tab at a time. */
  async flush(): Promise<void> {
    const work = async () => {
      // A link that was opened without a connection is traded for a session as soon as there is one.
      if (location.hash) await exchangeLink();
      const result = await flush(phone, this.#owner, sendEntry, sendTogether);
      this.stopped = result.stopped;
      this.#waiting = result.waiting;
      this.waitingSince = result.waitingSince;
      this.isUnkept = losesWhatWaits();
      this.save = result.refused ? 'refused' : result.waiting ? 'phone_only' : 'saved';
      if (!result.receipt) return;
      this.receipt = result.receipt;
      // Phones are lent: what has arrived no longer lies here.
      if (this.isAllSent) await forgetVisit(this.#owner);
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

  /** What waits, as a file for whoever has a browser that keeps nothing. */
  async toFile(): Promise<Blob> {
    return fileOf(this.#owner, await phone.all(this.#owner));
  }

  /** Takes up such a file. @return Whether it was one, and of this survey. */
  async fromFile(text: string): Promise<boolean> {
    const entries = entriesIn(text, this.#owner);
    for (const entry of entries ?? []) await phone.put(entry);
    if (entries) await this.#takeUp();
    return entries !== undefined;
  }

  /** What an earlier visit left on this phone is shown as given, and sent. */
  async #takeUp(): Promise<void> {
    for (const entry of await phone.all(this.#owner)) this.#show(entry);
    await this.flush();
  }

  #show({ path, body }: Entry): void {
    const [, part, question = '', , alter] = path.split('/');
    if (part === 'consent') this.consent = body.consent as Consent;
    if (part === 'unlisted') this.#list(question, body as unknown as Unlisted);
    if (part !== 'questions') return;
    if (alter) return this.#set(question, alter, body.value as number | null);
    const values = (body.values ?? []) as { alter_id: string; value: number }[];
    if (values.length)
      this.answers[question] = Object.fromEntries(values.map(({ alter_id, value }) => [alter_id, value]));
    this.states[question] = body.state as RowState;
  }
}
