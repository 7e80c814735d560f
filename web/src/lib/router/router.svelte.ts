// SPDX-License-Identifier: Apache-2.0
import type { Component } from 'svelte';
import { match } from './match';

/// A router for one entry: a list of patterns with lazy components, one delegated click listener, focus on the
/// heading after each move. What a screen filters by lives in the query string, so links can be shared.

// Each screen takes the holes of its own pattern as properties.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Screen = Component<any>;

export interface Route {
  pattern: string;
  load: () => Promise<{ default: Screen }>;
}

export interface Router {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly screen: Screen | undefined;
  readonly params: Record<string, string>;
  /** The address has no screen. */
  readonly isUnknown: boolean;
  /** The code of the screen could not be loaded, most likely for want of a connection. */
  readonly hasFailed: boolean;
  go(path: string, options?: { replaces?: boolean }): void;
  retry(): void;
}

/** Leads to a place on the page that is shown. The address stays: some carry a secret behind `#`. */
function reveal(id: string) {
  const place = document.getElementById(id);
  if (!place) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView();
}

export function createRouter(base: string, routes: readonly Route[]): Router {
  const pathNow = () => location.pathname.slice(base.length) || '/';
  let path = $state(pathNow());
  let query = $state.raw(new URLSearchParams(location.search));
  let shown = $state.raw<{ screen?: Screen; params: Record<string, string> }>({ params: {} });
  let isUnknown = $state(false);
  let hasFailed = $state(false);

  async function show(movesFocus: boolean) {
    path = pathNow();
    query = new URLSearchParams(location.search);
    const wanted = path;
    const found = routes.find((route) => match(route.pattern, wanted));
    isUnknown = !found;
    hasFailed = false;
    if (!found) return;
    try {
      const { default: screen } = await found.load();
      if (wanted !== path) return;
      shown = { screen, params: match(found.pattern, wanted) ?? {} };
    } catch {
      hasFailed = true;
    }
    if (movesFocus) document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }

  function go(target: string, { replaces = false } = {}) {
    const isOtherPath = target.split('?')[0] !== path;
    history[replaces ? 'replaceState' : 'pushState'](null, '', target === '/' ? base : base + target);
    if (isOtherPath) scrollTo(0, 0);
    void show(isOtherPath);
  }

  function followClick(event: MouseEvent) {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (!`${link.pathname}/`.startsWith(`${base}/`)) return;
    event.preventDefault();
    if (link.hash && link.pathname === location.pathname) reveal(link.hash.slice(1));
    else go(link.pathname.slice(base.length) + link.search || '/');
  }

  addEventListener('popstate', () => void show(true));
  document.addEventListener('click', followClick);
  void show(false);

  return {
    get path() {
      return path;
    },
    get query() {
      return query;
    },
    get screen() {
      return shown.screen;
    },
    get params() {
      return shown.params;
    },
    get isUnknown() {
      return isUnknown;
    },
    get hasFailed() {
      return hasFailed;
    },
    go,
    retry: () => void show(false),
  };
}
