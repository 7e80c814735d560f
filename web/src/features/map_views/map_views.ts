// SPDX-License-Identifier: Apache-2.0
import { api, ask, idempotency, ifMatch } from '$lib/api/client.svelte';
import type { MapScene, MapView } from '$lib/api/schema';

/// Views of a wave's map under a name.

export const listViews = (id: string) => ask(api.GET('/api/waves/{id}/views', { params: { path: { id } } }));

export const addView = (id: string, name: string, is_shared: boolean, scene: MapScene) =>
  ask(
    api.POST('/api/waves/{id}/views', {
      params: { path: { id }, header: idempotency() },
      body: { name, is_shared, scene },
    }),
  );

const place = (view: MapView) => ({
  path: { id: view.wave_id, map_view_id: view.id },
  header: ifMatch(view),
});

export const changeView = (view: MapView, body: { scene?: MapScene; is_shared?: boolean }) =>
  ask(api.PATCH('/api/waves/{id}/views/{map_view_id}', { params: place(view), body }));

export const forgetView = (view: MapView) =>
  ask(api.DELETE('/api/waves/{id}/views/{map_view_id}', { params: place(view) }));
