// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { ReminderPlan, ReminderPlanPatch } from '$lib/api/schema';

/// Reminding those who have not answered.

export const findReminders = (id: string) =>
  ask(api.GET('/api/waves/{id}/reminders', { params: { path: { id } } }));

export const changePlan = (plan: ReminderPlan, change: ReminderPlanPatch) =>
  ask(
    api.PATCH('/api/waves/{id}/reminders', {
      params: { path: { id: plan.wave_id }, header: { ...ifMatch(plan), ...idempotency() } },
      body: change,
    }),
  );

/** Gives back to the members, by a later closing date, what suspended countries lost. */
export const moveClosing = (id: string) =>
  ask(
    api.POST('/api/waves/{id}/reminders/move_closing', {
      params: { path: { id }, header: idempotency() },
    }),
  );
