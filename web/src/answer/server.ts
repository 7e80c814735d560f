// SPDX-License-Identifier: Apache-2.0
import type { Consent } from '$lib/api/schema';
import { offline, problemOf, type Problem, type Result } from '$lib/api/problem';
import { hasText, textOf } from '$lib/i18n/i18n.svelte';
import type { Entry, SendOutcome } from './outbox';
import { device } from './phone';
import { saidIn } from './said';
import type { Sheet } from './sheet';

/// The few requests of the answer page.

/** The reason for which this page has words; what it has none for went wrong on our side. */
export const reasonOf = ({ code, status }: Problem): string =>
  hasText(`answer.problem.${code}`) ? code : status === 401 ? 'link_unknown' : 'server_failed';

export const problemWords = (problem: Problem): string => textOf(`answer.problem.${reasonOf(problem)}`);

/** @param member  For whom the page answers: another link may have been opened in this browser since. */
export const request = <T>(
  method: string,
  path: string,
  body?: unknown,
  member?: string,
): Promise<Result<T>> => requestAt<T>(method, `/api/answer${path}`, body, member);

export async function requestAt<T>(
  method: string,
  address: string,
  body?: unknown,
  member?: string,
): Promise<Result<T>> {
  try {
    const response = await fetch(address, {
      method,
      credentials: 'same-origin',
      // Says nothing that the server needs, at every tap.
      referrerPolicy: 'no-referrer',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(member ? { 'Konbit-Answers-For': member } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const content: unknown =
      response.status === 204 ? undefined : await response.json().catch(() => undefined);
    return response.ok
      ? { ok: true, value: content as T }
      : { ok: false, problem: problemOf(response.status, content) };
  } catch {
    return { ok: false, problem: offline };
  }
}

/** The device is named, so that it gets back what it gave for figures only. */
export const loadSheet = () => request<Sheet>('GET', `?device=${encodeURIComponent(device())}`);

/** Which survey the facilitator wants to walk through, and as whom: `/s?preview=<wave>&member=<member>`. */
export function wantedPreview(): { wave: string; member: string } | undefined {
  const query = new URLSearchParams(location.search);
  const [wave, member] = [query.get('preview'), query.get('member')];
  return wave && member ? { wave, member } : undefined;
}

/** The survey as that member will find it; for whoever is signed in as its facilitator. */
export const loadPreview = ({ wave, member }: { wave: string; member: string }) =>
  requestAt<Sheet>(
    'GET',
    `/api/waves/${encodeURIComponent(wave)}/members/${encodeURIComponent(member)}/preview`,
  );

let opened = '';

/** The personal link with which this page was opened; empty when it was opened without. */
export const personalLink = (): string => opened;

/** Trades a token, or a code typed from a card, for the cookie of a session. */
export const exchange = (token: string) => request<undefined>('POST', '/session', { token });

/** Ends the session of whoever answered on this device. */
export const endSession = () => request<undefined>('DELETE', '/session');

/** Trades the token of the link for a cookie. The fragment leaves the address bar once the server has taken it. */
export async function exchangeLink(): Promise<Result<undefined>> {
  const token = location.hash.slice(1);
  if (!token) return { ok: true, value: undefined };
  opened = location.href;
  const result = await exchange(token);
  if (result.ok) history.replaceState(history.state, '', location.pathname + location.search);
  return result;
}

/** For what else answers may be used. */
export interface Shares {
  shares_with_members: boolean;
  shares_with_research: boolean;
}

interface Agreement extends Shares {
  consent: Consent;
  consent_version: string;
  language: string;
}

/** Goes on for another organization of the same person; its cookie takes the place of this one's. */
export const changeHat = (member: string, member_id: string) =>
  request<undefined>('POST', '/hat', { member_id }, member);

export const giveConsent = (member: string, agreement: Agreement) =>
  request<undefined>('PUT', '/consent', { ...agreement, device: device() }, member);

export const declineSurvey = (member: string) => request<undefined>('POST', '/decline', undefined, member);

/** The server does not answer, or something before it answers in its place: what can wait on the phone waits. */
export const isOutOfReach = ({ status }: Problem): boolean => status === 0 || status >= 500;

/** Answers in one request: on a slow line the words around a tap cost more than the tap. @return Whether all were
 * taken. */
export async function sendTogether(entries: Entry[]): Promise<boolean> {
  const result = await request<undefined>('PUT', '/questions', saidIn(entries), entries[0]?.owner);
  return result.ok;
}

export async function sendEntry({ path, body, owner, method = 'PUT' }: Entry): Promise<SendOutcome> {
  const result = await request<{ receipt: string } | undefined>(
    method,
    path,
    method === 'PUT' ? body : undefined,
    owner,
  );
  if (!result.ok) return { status: result.problem.status, code: result.problem.code };
  return { status: 200, ...(result.value ? { receipt: result.value.receipt } : {}) };
}
