// SPDX-License-Identifier: Apache-2.0
import type { OwnRights } from '$lib/api/schema';
import type { Result } from '$lib/api/problem';
import { findVisit, forgetVisit, phone, publicPart } from './phone';
import { requestAt, type Shares } from './server';

/// What a respondent may do about answers that were given: also when the survey is closed, or its results are final.

export type Narrowed = Shares & Pick<OwnRights, 'consent'>;

/** Opens with the link in the address bar where there is one: a closed survey gives no session to answer with. */
export async function findRights(): Promise<Result<OwnRights>> {
  const token = location.hash.slice(1);
  const opened = token ? await requestAt<undefined>('POST', '/api/rights/session', { token }) : undefined;
  if (opened && !opened.ok) return opened;
  return requestAt<OwnRights>('GET', '/api/rights');
}

// Each says for whom: another link may have been opened in this browser since. Nobody is named where the page never
// opened its survey; then the link has just been.
export const narrowConsent = (wanted: Narrowed, owner: string) =>
  requestAt<undefined>('PUT', '/api/rights/consent', wanted, owner || undefined);
export const withdraw = (owner: string) =>
  requestAt<undefined>('POST', '/api/rights/withdraw', undefined, owner || undefined);
export const object = (owner: string) =>
  requestAt<undefined>('POST', '/api/rights/object', undefined, owner || undefined);

/** What waits on this phone goes as well: it would arrive after the others were erased.
 * @param owner  The member; empty when the page never opened its survey, and the link tells. */
export async function forgetHere(owner: string): Promise<void> {
  const whose = owner || (await findVisit(publicPart(location.hash.slice(1))))?.owner;
  if (!whose) return;
  for (const { key, sequence } of await phone.all(whose)) await phone.remove(key, sequence);
  await forgetVisit(whose);
}
