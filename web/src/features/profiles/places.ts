// SPDX-License-Identifier: Apache-2.0
import { api, ask } from '$lib/api/client.svelte';

/** The middle of the Caribbean, for countries that the directory does not know. */
const middle = { latitude: 15, longitude: -66 };

/** Where a country lies, in degrees. */
export async function centerOf(code: string): Promise<{ latitude: number; longitude: number }> {
  const result = await ask(api.GET('/api/countries/{code}', { params: { path: { code } } }));
  return result.ok ? { latitude: result.value.latitude, longitude: result.value.longitude } : middle;
}
