// SPDX-License-Identifier: Apache-2.0
// Members who tap answers on their phones, and what of it must be there after the power came back.
import type { Client, TestServer } from '../harness.ts';

/// One phone: its respondent's cookie, and for every name in the list the last value that was acknowledged.
export class Phone {
  client: Client;
  taps = 0;
  private acknowledged = new Map<string, number | null>();
  private underWay: { alter: string; value: number | null } | undefined;
  private question = '';
  private alters: string[] = [];
  private sequence = 0;

  constructor(client: Client) {
    this.client = client;
  }

  /// Opens the personal link and agrees to answer.
  async open(url: string) {
    expect(await this.client.post('/api/answer/session', { token: url.split('#')[1] }), 204);
    const page = expect(await this.client.get('/api/answer'), 200);
    const consent = { consent: 'aggregate', consent_version: page.consent.version, language: 'en' };
    expect(await this.client.put('/api/answer/consent', consent), 204, 200);
    this.question = page.questions.find((each: { key: string }) => each.key === 'know').id;
    this.alters = page.roster.map((each: { id: string }) => each.id).filter((id: string) => id !== page.me.member_id);
  }

  /// Taps down the list, again and again, until the server is gone.
  async tap(stopped: () => boolean) {
    while (!stopped()) {
      const alter = this.alters[this.sequence % this.alters.length]!;
      const value = Math.floor(this.sequence / this.alters.length) % 2 ? null : 1;
      this.sequence++;
      this.underWay = { alter, value };
      const body = { value, device: 'oracle', sequence: this.sequence };
      const answer = await this.client
        .put(`/api/answer/questions/${this.question}/alters/${alter}`, body)
        .catch(() => undefined);
      if (!answer) return;
      expect(answer, 204);
      this.acknowledged.set(alter, value);
      this.underWay = undefined;
      this.taps++;
    }
  }

  /// @return How many acknowledged taps the server has forgotten.
  async lost(): Promise<number> {
    const page = expect(await this.client.get('/api/answer'), 200);
    const stored = new Map<string, number>();
    for (const { question_id, alter_id, value } of page.answers) {
      if (question_id === this.question) stored.set(alter_id, value);
    }
    this.settle(stored);
    return [...this.acknowledged].filter(([alter, value]) => (stored.get(alter) ?? null) !== value).length;
  }

  /// The tap whose answer never came may have been carried out or not: from now on what is there counts.
  private settle(stored: Map<string, number>) {
    if (!this.underWay) return;
    const { alter, value } = this.underWay;
    const there = stored.get(alter) ?? null;
    if (there === value) this.acknowledged.set(alter, value);
    this.underWay = undefined;
  }
}

/// Opens a new wave of the demonstration cluster and returns the personal links of its members.
export async function personalLinks(server: TestServer): Promise<string[]> {
  const facilitator = await server.as('alana@m10.example');
  const clusters = expect(await facilitator.get('/api/clusters?mine=true'), 200);
  const wave = expect(
    await facilitator.post(`/api/clusters/${clusters.items[0].id}/waves`, { title: 'Oracle', is_baseline: false }),
    201,
  );
  expect(await facilitator.post(`/api/waves/${wave.id}/open`), 200, 204);
  const links = expect(await facilitator.get(`/api/waves/${wave.id}/links`), 200);
  return links.items.map(({ url }: { url: string }) => url);
}

/// Phones whose owners have opened their links.
export async function phones(server: TestServer, count: number): Promise<Phone[]> {
  const links = await personalLinks(server);
  return Promise.all(
    links.slice(0, count).map(async (url) => {
      const phone = new Phone(server.client());
      await phone.open(url);
      return phone;
    }),
  );
}

function expect(answer: { status: number; text: string; body: any }, ...statuses: number[]) {
  if (!statuses.includes(answer.status)) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}
