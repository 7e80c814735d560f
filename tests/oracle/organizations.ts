// SPDX-License-Identifier: Apache-2.0
// Writers that add organizations as an editor, and what of them must be in the database afterwards.
import type { Client } from '../harness.ts';

/// A request whose answer was not read to its end: nobody knows whether it was carried out.
type Unanswered = { name: string; key: string };

/// What the writers know, over all rounds.
export class Additions {
  acknowledged = new Set<string>();
  /// With an Idempotency-Key, so that they may be repeated.
  unanswered: Unanswered[] = [];
  repeated = 0;
  refused: string[] = [];

  /// Adds one organization after another until the server is gone. Every second request carries an Idempotency-Key.
  async write(client: Client, writer: string, stopped: () => boolean) {
    for (let number = 0; !stopped(); number++) {
      const name = `Oracle ${writer} ${number}`;
      const key = number % 2 ? `key-${writer}-${number}` : '';
      try {
        this.note(name, await this.add(client, name, key));
      } catch {
        if (key) this.unanswered.push({ name, key });
        return;
      }
    }
  }

  /// Sends again what was not answered, as a phone or a script does that lost its connection.
  async repeat(client: Client) {
    for (const { name, key } of this.unanswered.splice(0)) {
      this.repeated++;
      this.note(name, await this.add(client, name, key));
    }
  }

  private add(client: Client, name: string, key: string) {
    const body = { name, kind: 'firm', country_code: 'LC', publication: 'published' };
    return client.post('/api/organizations', body, { headers: key ? { 'idempotency-key': key } : {} });
  }

  private note(name: string, answer: { status: number; text: string }) {
    if (answer.status >= 200 && answer.status < 300) this.acknowledged.add(name);
    else this.refused.push(`${name}: ${answer.status} ${answer.text}`);
  }

  /// @param stored  How often each name is in the database.
  verdict(stored: Map<string, number>) {
    return {
      acknowledged: this.acknowledged.size,
      lost: [...this.acknowledged].filter((name) => !stored.has(name)).length,
      duplicated: [...stored.values()].filter((count) => count > 1).length,
      unacknowledged_present: [...stored.keys()].filter((name) => !this.acknowledged.has(name)).length,
      repeated: this.repeated,
      refused: this.refused.length,
    };
  }
}
