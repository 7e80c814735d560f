// SPDX-License-Identifier: Apache-2.0

/// Every tap is written here before it is sent, so that a reload, a dead battery or a lost signal loses nothing.

export interface Entry {
  /** `owner path`: a later tap on the same thing replaces the one that waits. */
  key: string;
  /** Whose answer it is; another link opened on this phone never sends it. */
  owner: string;
  path: string;
  /** PUT unless said otherwise. */
  method?: 'PUT' | 'POST';
  body: Record<string, unknown>;
  /** Grows with every tap on this device; the server keeps the later one. */
  sequence: number;
  /** When it was given, in milliseconds since 1970. */
  at: number;
  /** Set when the server refused it for good: shown, never dropped. */
  refused?: string;
}

export interface Store {
  put(entry: Entry): Promise<void>;
  /** Removes the entry only if it is still the one that was sent, not a newer tap. */
  remove(key: string, sequence: number): Promise<void>;
  /** In the order of their sequence. */
  all(owner: string): Promise<Entry[]>;
}

export type SendOutcome = { status: number; code?: string; receipt?: string };
export type Send = (entry: Entry) => Promise<SendOutcome>;

export interface FlushResult {
  sent: number;
  /** Still waiting, for want of a connection or because the server is busy. */
  waiting: number;
  refused: number;
  /** The session or the wave has ended: nothing more can be sent. */
  stopped?: string;
  /** The server's word that the whole survey has arrived. */
  receipt?: string;
  /** When the oldest that still waits was given. */
  waitingSince?: number;
}

/** Milliseconds until what waits is tried again, after that many tries: one second, doubled up to half a minute,
 * and spread, so that phones that were cut off together do not all call at once. */
export const retryDelay = (tries: number, random = Math.random()): number =>
  Math.min(30_000, 1_000 * 2 ** tries) * (0.5 + random / 2);

/** Nothing that follows could be taken either, until the respondent has read why. */
const stopping = new Set(['wave_closed', 'consent_changed', 'consent_missing', 'other_respondent']);

const isForGood = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 429;

/** A tie, or a whole question. */
const isAnswer = ({ path, refused }: Entry): boolean =>
  !refused && /^\/questions\/[^/]+(\/alters\/[^/]+)?$/.test(path);

/** Answers that follow one another from there on, at most as many as one request takes. */
function answersFrom(entries: readonly Entry[], at: number): Entry[] {
  const rest = entries.slice(at, at + 200);
  const end = rest.findIndex((entry) => !isAnswer(entry));
  return end < 0 ? rest : rest.slice(0, end);
}

/** Sends what waits, oldest first, and stops at the first that cannot be sent now: order matters to the server.
 * @param sendTogether  Sends several answers in one request, and says whether all were taken. If not, they are sent one
 * by one. */
export async function flush(
  store: Store,
  owner: string,
  send: Send,
  sendTogether?: (answers: Entry[]) => Promise<boolean>,
): Promise<FlushResult> {
  const result: FlushResult = { sent: 0, waiting: 0, refused: 0 };
  const sent = new Set<Entry>();
  const entries = await store.all(owner);
  for (const [at, entry] of entries.entries()) {
    if (sent.has(entry)) continue;
    const answers = result.waiting || result.stopped ? [] : answersFrom(entries, at);
    if (answers.length > 1 && (await sendTogether?.(answers).catch(() => false))) {
      for (const answer of answers) {
        await store.remove(answer.key, answer.sequence);
        sent.add(answer);
      }
      result.sent += answers.length;
      continue;
    }
    if (entry.refused) {
      result.refused += 1;
      continue;
    }
    if (result.waiting > 0 || result.stopped) {
      result.waiting += 1;
      continue;
    }
    const { status, code, receipt } = await send(entry).catch((): SendOutcome => ({
      status: 0,
      code: 'offline',
    }));
    if (status >= 200 && status < 300) {
      await store.remove(entry.key, entry.sequence);
      result.sent += 1;
      if (receipt) result.receipt = receipt;
    } else if (status === 401 || stopping.has(code ?? '')) {
      result.stopped = code ?? 'link_unknown';
      result.waiting += 1;
      result.waitingSince = entry.at;
    } else if (isForGood(status)) {
      await store.put({ ...entry, refused: code ?? 'invalid' });
      result.refused += 1;
    } else {
      result.waiting += 1;
      result.waitingSince = entry.at;
    }
  }
  return result;
}
