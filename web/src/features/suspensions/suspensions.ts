// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency } from '$lib/api/client.svelte';
import type { SuspensionCreate } from '$lib/api/schema';

/// Countries in which nobody is asked for anything for a while.

export const listSuspensions = () => ask(api.GET('/api/suspensions'));

export const suspend = (body: SuspensionCreate) =>
  ask(api.POST('/api/suspensions', { params: { header: idempotency() }, body }));

export const endSuspension = (suspension_id: string) =>
  ask(
    api.DELETE('/api/suspensions/{suspension_id}', {
      params: { path: { suspension_id }, header: idempotency() },
    }),
  );

/** The countries of the region, named in the reader's language. */
export const listCountries = () => ask(api.GET('/api/countries'));

/** The public holidays that reminders keep by themselves, by day. */
export const listHolidays = (country_code: string, year: number) =>
  ask(api.GET('/api/holidays', { params: { query: { country_code, year } } }));

/** From the beginning of one day to the end of another on this device; the first day begins now when it is today. */
export function periodOf(first: string, last: string, now: number): { begins_at: string; ends_at: string } {
  const begins = Math.max(new Date(`${first}T00:00:00`).getTime(), now);
  const end = new Date(`${last}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return { begins_at: new Date(begins).toISOString(), ends_at: end.toISOString() };
}
