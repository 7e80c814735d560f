// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { OfferDraft, Role, RoleOffer, Scope } from '$lib/api/schema';
import { date } from '$lib/i18n/i18n.svelte';

/// Who holds which role where, and how a role is offered, taken and ended.

/** A place in which roles are held; of the platform the id is "all". */
export interface Place {
  scope: Scope;
  scope_id: string;
}

/** The last day of something that ends at that moment, in words. */
export const lastDay = (end: string): string => date(new Date(new Date(end).getTime() - 1));

/** Whether such a role has a last day; a consultant's must have one. */
export const endsByItself = (role: Role): boolean => ['consultant', 'researcher', 'assessor'].includes(role);

/** Today, and the day so many days on, as dates of the calendar. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A consultant's role lasts at most this long. */
export const longestDays = 365;

export const findRoles = (path: Place) => ask(api.GET('/api/roles/{scope}/{scope_id}', { params: { path } }));

export const offerRole = (path: Place, body: OfferDraft) =>
  ask(api.POST('/api/roles/{scope}/{scope_id}/offers', { params: { path, header: idempotency() }, body }));

export const mailAgain = ({ id }: RoleOffer) =>
  ask(api.POST('/api/offers/{offer_id}/again', { params: { path: { offer_id: id } } }));

export const withdrawOffer = ({ id }: RoleOffer) =>
  ask(api.DELETE('/api/offers/{offer_id}', { params: { path: { offer_id: id } } }));

export const endRole = (grant_id: string) =>
  ask(api.DELETE('/api/grants/{grant_id}', { params: { path: { grant_id } } }));

export const prolongRole = (grant_id: string, until: string) =>
  ask(api.PUT('/api/grants/{grant_id}/end', { params: { path: { grant_id } }, body: { until } }));

export const lookAtOffer = (token: string) => ask(api.POST('/api/offers/look', { body: { token } }));
export const acceptOffer = (token: string) => ask(api.POST('/api/offers/accept', { body: { token } }));
export const declineOffer = (token: string) => ask(api.POST('/api/offers/decline', { body: { token } }));
