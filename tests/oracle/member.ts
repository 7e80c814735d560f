// SPDX-License-Identifier: Apache-2.0
// One member of a simulated survey: what it says on which phone, over a network that loses answers, and what the
// server must therefore hold in the end.
import { randomUUID } from 'node:crypto';
import type { Answer, Client, TestServer } from '../harness.ts';
import type { Random } from './random.ts';

export type RowState = 'answered' | 'answered_empty' | 'partial' | 'withdrawn';
export type Question = { id: string; key: string; sensitivity: string; scale: string; gate: string | null };

/// An organization that a member named and the roster lacks.
export type Named = { id: string; name: string; ties: Map<string, number>; verdict: 'pending' | 'accepted' | 'rejected' };

/// What the server must hold of one member, kept by the simulation alone.
export class Truth {
  /// By question and member named: the value that was said last.
  ties = new Map<string, Map<string, number>>();
  rows = new Map<string, RowState>();
  named: Named[] = [];
  state: 'invited' | 'opened' | 'started' | 'done' | 'declined' = 'invited';

  tiesOf(question: string): Map<string, number> {
    if (!this.ties.has(question)) this.ties.set(question, new Map());
    return this.ties.get(question)!;
  }

  isAnswered(key: string): boolean {
    return ['answered', 'answered_empty'].includes(this.rows.get(key) ?? '');
  }

  /// The facilitator says that a named organization is a member: its ties are that member's, beside which what was said
  /// of the member itself stands.
  merge(named: Named, alter: string) {
    this.named = this.named.filter((each) => each !== named);
    for (const [key, value] of named.ties) {
      if (!this.tiesOf(key).has(alter)) this.tiesOf(key).set(alter, value);
      const row = this.rows.get(key);
      this.rows.set(key, row === 'answered_empty' ? 'answered' : (row ?? 'partial'));
    }
  }

  /// All that was said is taken back; that there was something is not forgotten.
  decline() {
    this.ties.clear();
    this.named = [];
    for (const key of this.rows.keys()) this.rows.set(key, 'withdrawn');
    this.state = 'declined';
  }
}

/// Repeats a request until a server is there to answer it.
export async function untilAnswered(client: Client, method: string, path: string, body?: unknown): Promise<Answer> {
  for (;;) {
    const answer = await client.request(method, path, { body }).catch(() => undefined);
    // All of them sit behind one address here, which may open only so many links a minute.
    const isLater = answer?.status === 503 || answer?.status === 429;
    if (answer && !isLater) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

type Sent = { method: string; path: string; body: unknown };

/// A phone (or the office's computer) with the cookie of a link. Every change carries the phone's name and a number
/// that grows; whatever is not answered is sent again until it is.
export class Phone {
  readonly client: Client;
  readonly name: string;
  private readonly random: Random;
  private sequence = 0;
  private earlier: Sent[] = [];
  sent = 0;
  repeated = 0;

  constructor(server: TestServer, name: string, random: Random) {
    this.client = server.client();
    this.name = name;
    this.random = random;
  }

  open(url: string): Promise<Answer> {
    return this.until('POST', '/api/answer/session', { token: url.split('#')[1] });
  }

  page(): Promise<Answer> {
    return this.until('GET', '/api/answer');
  }

  /// Sends a change; now and then its answer is lost on the way, or an old change arrives once more.
  async change(method: string, path: string, body: object): Promise<Answer> {
    const change = { method, path, body: { ...body, device: this.name, sequence: ++this.sequence } };
    let answer = await this.until(change.method, change.path, change.body);
    if (this.random.chance(0.15)) answer = await this.again(change);
    if (this.earlier.length > 0 && this.random.chance(0.05))
      await this.again(this.earlier[this.random.below(this.earlier.length)]!);
    this.earlier.push(change);
    return answer;
  }

  /// All that was ever sent of organizations outside of the roster arrives once more, in any order.
  async repeatNamed() {
    const named = this.earlier.filter(({ path }) => path.includes('/unlisted/'));
    for (const change of this.random.some(named, named.length)) await this.again(change);
  }

  private again(change: Sent): Promise<Answer> {
    this.repeated++;
    return this.until(change.method, change.path, change.body);
  }

  until(method: string, path: string, body?: unknown): Promise<Answer> {
    this.sent++;
    return untilAnswered(this.client, method, path, body);
  }
}

/// What kind of respondent somebody turns out to be.
export type Fate = 'silent' | 'looks' | 'stops' | 'declines' | 'answers';

export class Member {
  readonly truth = new Truth();
  readonly fate: Fate;
  readonly id: string;
  private readonly url: () => string;
  private readonly random: Random;
  private readonly server: TestServer;
  private phones = 0;
  private phone: Phone;
  readonly used: Phone[] = [];
  private page: any;
  /// Whether the member says of a searched roster that its list is complete.
  private saysComplete = true;

  constructor(server: TestServer, id: string, url: () => string, fate: Fate, random: Random) {
    this.server = server;
    this.id = id;
    this.url = url;
    this.fate = fate;
    this.random = random;
    this.phone = this.newPhone();
  }

  private newPhone(): Phone {
    const phone = new Phone(this.server, `${this.id}-${this.phones++}`, this.random);
    this.used.push(phone);
    return phone;
  }

  /// Opens the link on another phone and goes on there: the first one is broken, or was lent.
  async changePhone() {
    this.phone = this.newPhone();
    expect(await this.phone.open(this.url()), 204);
    this.page = expect(await this.phone.page(), 200);
  }

  /// @return Whether the link that this phone was opened with is refused by now.
  async isLockedOut(): Promise<boolean> {
    const answer = await this.phone.page();
    return answer.status === 401 && answer.body.reason === 'link_replaced';
  }

  /// From the first look to the end that this member comes to.
  async takePart(between: () => Promise<void>) {
    if (this.fate === 'silent') return;
    expect(await this.phone.open(this.url()), 204);
    this.page = expect(await this.phone.page(), 200);
    this.truth.state = 'opened';
    if (this.fate === 'looks') return;
    const consent = { consent: 'facilitator', consent_version: this.page.consent.version, language: 'en' };
    expect(await this.phone.until('PUT', '/api/answer/consent', { ...consent, device: this.phone.name }), 204);
    this.truth.state = 'started';
    const questions: Question[] = this.page.questions;
    const until = this.fate === 'stops' ? 1 + this.random.below(questions.length - 1) : questions.length;
    for (const [at, question] of questions.slice(0, until).entries()) {
      await this.answer(question, this.fate === 'stops' && at === until - 1);
      await between();
      if (this.random.chance(0.05)) await this.changePhone();
    }
    if (this.fate === 'stops') return;
    if (this.random.chance(0.1)) await this.answerOnTwo(questions);
    if (this.random.chance(0.2)) await this.changeMind(questions);
    if (this.random.chance(0.3)) await this.completeLater(questions);
    if (this.fate === 'declines') return this.decline();
    expect(await this.phone.until('POST', '/api/answer/finish'), 200);
    this.end(questions);
    if (this.random.chance(0.1)) expect(await this.phone.until('POST', '/api/answer/finish'), 200);
  }

  private async decline() {
    expect(await this.phone.until('POST', '/api/answer/decline'), 204);
    this.truth.decline();
  }

  private offered(question: Question): string[] {
    if (!question.gate) return this.page.roster.map((each: { id: string }) => each.id);
    return [...this.truth.tiesOf(question.gate).keys()];
  }

  private async answer(question: Question, stopsInTheMiddle: boolean) {
    const offered = this.offered(question);
    const count = question.gate ? Math.ceil(offered.length / 2) : this.random.below(12);
    const chosen = this.random.some(offered, count);
    if (!question.gate && this.isSearched) this.saysComplete = this.random.chance(0.7);
    if (question.sensitivity === 'sealed') return stopsInTheMiddle ? undefined : this.seal(question, chosen);
    for (const alter of chosen) await this.tap(question, alter, this.valueOn(question));
    if (chosen.length > 0) this.truth.rows.set(question.key, 'partial');
    if (stopsInTheMiddle) return;
    if (question.gate || this.saysComplete) await this.confirm(question);
    await this.name(question);
  }

  /// Above 150 others names are searched, and who was not marked is unknown until the list is said to be complete.
  private get isSearched(): boolean {
    return this.page.roster.length > 150;
  }

  /// What a row counts as that the member calls so: nothing is whole behind a list that is not.
  private whole(question: Question, state: RowState): RowState {
    const isOpen = this.isSearched && question.gate !== null && !this.truth.isAnswered(question.gate);
    return isOpen ? 'partial' : state;
  }

  /// Adds an organization that the roster lacks at the first question, and says more of it at the next open ones. Some
  /// write a name that stands on the roster, but for the legal form.
  private async name(question: Question) {
    if (question.gate) {
      for (const named of this.truth.named)
        if (named.ties.has(question.gate) && this.random.chance(0.5))
          await this.tapNamed(question, named, this.valueOn(question));
      return;
    }
    if (!this.random.chance(0.3)) return;
    const unmarked = this.page.roster.filter(({ id }: { id: string }) => !this.truth.tiesOf(question.key).has(id));
    const [member] = this.random.some<{ label: string }>(unmarked, 1);
    const name = this.random.chance(0.5) ? `${member!.label} Ltd` : `Outside Works ${this.random.below(10)}`;
    const named: Named = { id: randomUUID(), name, ties: new Map(), verdict: 'pending' };
    const described = { name, country_code: 'GD' };
    expect(await this.phone.change('PUT', `/api/answer/unlisted/${named.id}`, described), 204);
    this.truth.named.push(named);
    await this.tapNamed(question, named, 1);
    if (!this.random.chance(0.1)) return;
    await this.tapNamed(question, named, null);
  }

  private async tapNamed(question: Question, named: Named, value: number | null) {
    const path = `/api/answer/questions/${question.id}/unlisted/${named.id}`;
    expect(await this.phone.change('PUT', path, { value }), 204);
    if (value === null) named.ties.delete(question.key);
    else named.ties.set(question.key, value);
  }

  /// Goes on on a second phone, while something still waits on the first: what arrives last counts.
  private async answerOnTwo(questions: Question[]) {
    const question = questions.find(({ scale, sensitivity }) => scale === 'frequency4' && sensitivity !== 'sealed');
    const [alter] = question ? this.truth.tiesOf(question.key).keys() : [];
    if (!question || !alter) return;
    const first = this.phone;
    await this.changePhone();
    await this.tap(question, alter, 1);
    [this.phone] = [first, this.phone];
    await this.tap(question, alter, 3);
  }

  /// Says at last that the list of the first question is complete.
  private async completeLater([gate]: Question[]) {
    if (this.saysComplete || this.truth.tiesOf(gate!.key).size === 0) return;
    this.saysComplete = true;
    await this.confirm(gate!);
  }

  /// The end of the survey ends what was begun, where the list before it is whole.
  private end(questions: Question[]) {
    this.truth.state = 'done';
    for (const { key, gate, sensitivity } of questions) {
      const mayEnd = !this.isSearched || (gate !== null && this.truth.isAnswered(gate));
      const hasBegun = sensitivity === 'sealed' || this.truth.tiesOf(key).size > 0;
      if (mayEnd && hasBegun && this.truth.rows.get(key) === 'partial') this.truth.rows.set(key, 'answered');
    }
  }

  /// What the phones of this member ever sent of organizations outside of the roster arrives again.
  async repeatNamed() {
    if (this.truth.state === 'declined') return;
    for (const phone of this.used) await phone.repeatNamed();
  }

  private valueOn(question: Question): number {
    return question.scale === 'binary' ? 1 : 1 + this.random.below(3);
  }

  private async tap(question: Question, alter: string, value: number | null) {
    const path = `/api/answer/questions/${question.id}/alters/${alter}`;
    expect(await this.phone.change('PUT', path, { value }), 204);
    if (value === null) this.truth.tiesOf(question.key).delete(alter);
    else this.truth.tiesOf(question.key).set(alter, value);
  }

  /// "That is all" or "none of these" for a question whose answers go out tap by tap.
  private async confirm(question: Question) {
    const state = this.truth.tiesOf(question.key).size > 0 ? 'answered' : 'answered_empty';
    expect(await this.phone.change('PUT', `/api/answer/questions/${question.id}`, { state, values: [] }), 204);
    this.truth.rows.set(question.key, this.whole(question, state));
  }

  private async seal(question: Question, chosen: string[]) {
    const values = chosen.map((alter_id) => ({ alter_id, value: 1 }));
    const state = chosen.length > 0 ? 'answered' : 'answered_empty';
    expect(await this.phone.change('PUT', `/api/answer/questions/${question.id}`, { state, values }), 204);
    this.truth.ties.set(question.key, new Map(chosen.map((alter) => [alter, 1])));
    // Whether anybody was named under the seal is not told by the row.
    this.truth.rows.set(question.key, this.whole(question, 'answered'));
  }

  /// Un-ticks a member at the first gate: it is gone from everything behind, sealed rows too.
  private async changeMind(questions: Question[]) {
    const [gate] = questions;
    const [alter] = this.truth.tiesOf(gate!.key).keys();
    if (!alter) return;
    await this.tap(gate!, alter, null);
    for (const { key } of questions) this.truth.tiesOf(key).delete(alter);
    for (const question of questions)
      if (question.sensitivity !== 'sealed' && (question.gate || this.saysComplete)) await this.confirm(question);
  }

  /// After the wave has closed: nothing is taken any more.
  async triesTooLate(): Promise<boolean> {
    const question = this.page.questions[0].id;
    const path = `/api/answer/questions/${question}/alters/${this.page.roster[0].id}`;
    const answer = await this.phone.until('PUT', path, { value: 1, device: this.phone.name, sequence: 1_000_000 });
    return answer.status === 409 && answer.body.reason === 'wave_closed';
  }
}

export function expect(answer: Answer, ...statuses: number[]): any {
  if (!statuses.includes(answer.status)) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}
