// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';

/** The texts that members of a wave agreed to, in numbers. */
export const listShownTexts = (id: string) =>
  ask(api.GET('/api/waves/{id}/consents', { params: { path: { id } } }));
