// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { Processor, ProcessorCreate } from '$lib/api/schema';

/// Who handles data of people for this installation.

export const tasks = ['hosting', 'mail', 'backup', 'support', 'other'] as const;

export const listProcessors = () => ask(api.GET('/api/processors'));

export const addProcessor = (body: ProcessorCreate) =>
  ask(api.POST('/api/processors', { params: { header: idempotency() }, body }));

/** @param until_on  The last day on which it handles data. */
export const endProcessor = (processor: Processor, until_on: string) =>
  ask(
    api.PATCH('/api/processors/{processor_id}', {
      params: { path: { processor_id: processor.id }, header: ifMatch(processor) },
      body: { until_on },
    }),
  );
