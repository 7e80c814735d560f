// SPDX-License-Identifier: Apache-2.0
import type { MapData } from '$lib/api/schema';
import { drawMap } from '$lib/map/draw';
import { loadGeometry, type Geometry } from '$lib/map/projection';
import type { Pin } from '$lib/map/view';

function words(host: HTMLElement, what: 'clusters' | 'organizations', count: number): string {
  const rule = new Intl.PluralRules(document.documentElement.lang).select(count) === 'one' ? 'One' : 'Other';
  return (host.dataset[`${what}${rule}`] ?? '{count}').replace('{count}', String(count));
}

/** The color that the filter chips give to each sector, so that map and chips never disagree. */
function colorsBySector(): Map<string, number> {
  const chips = document.querySelectorAll<HTMLElement>('.k-chip[data-sector] .k-dot[data-color]');
  return new Map(
    [...chips].map((dot) => [
      dot.closest<HTMLElement>('.k-chip')?.dataset.sector ?? '',
      Number(dot.dataset.color),
    ]),
  );
}

/** The color of the sector most clusters of the country work in. */
function colorOf(code: string, data: MapData, colors: Map<string, number>): number {
  const tally = new Map<string, number>();
  for (const cluster of data.clusters) {
    if (cluster.country_code === code && cluster.sector)
      tally.set(cluster.sector, (tally.get(cluster.sector) ?? 0) + 1);
  }
  const [sector] = [...tally].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? [''];
  return colors.get(sector) ?? 1;
}

function pinsOf(host: HTMLElement, data: MapData): Pin[] {
  const colors = colorsBySector();
  return data.countries
    .filter((country) => country.clusters > 0 || country.organizations > 0)
    .map((country) => ({
      ...country,
      count: host.dataset.count === 'organizations' ? country.organizations : country.clusters,
      color: country.clusters > 0 ? colorOf(country.code, data, colors) : 0,
      href: (host.dataset.href ?? '/countries/{code}').replace('{code}', country.code),
      summary: `${country.name}: ${words(host, 'clusters', country.clusters)}, ${words(host, 'organizations', country.organizations)}`,
    }));
}

/** Pointing at a row lights its country on the map, and the other way round. */
function linkRows(host: HTMLElement): void {
  const light = (code: string | undefined) => {
    const all = [...host.querySelectorAll('.k-pin'), ...document.querySelectorAll('.k-row')];
    for (const element of all) {
      const own = element.getAttribute('data-code') ?? element.getAttribute('data-country');
      element.classList.toggle('is-lit', code !== undefined && own === code);
    }
  };
  const codeOf = (event: Event) =>
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-country]')?.dataset.country
      : undefined;
  document.addEventListener('pointerover', (event) => {
    light(codeOf(event) ?? (event.target instanceof Element ? pinCode(event.target) : undefined));
  });
}

function pinCode(element: Element): string | undefined {
  return element.closest('.k-pin')?.getAttribute('data-code') ?? undefined;
}

function showTip(host: HTMLElement, tip: HTMLElement, target: EventTarget | null): void {
  const pin = target instanceof Element ? target.closest('.k-pin') : null;
  tip.hidden = pin === null;
  if (!pin) return;
  tip.textContent = pin.getAttribute('aria-label');
  const [frame, box] = [host.getBoundingClientRect(), pin.getBoundingClientRect()];
  const left = Math.min(Math.max(8, box.left - frame.left + box.width / 2 - 80), frame.width - 250);
  tip.style.left = `${String(Math.max(8, left))}px`;
  tip.style.top = `${String(Math.max(8, box.top - frame.top - 48))}px`;
}

function draw(host: HTMLElement, geometry: Geometry, pins: Pin[]): void {
  const size = { width: host.clientWidth, height: host.clientHeight };
  const drawing = drawMap(geometry, pins, size, host.dataset.label ?? '');
  const old = host.querySelector('svg');
  if (old) old.replaceWith(drawing);
  else host.prepend(drawing);
}

/** Replaces the list of countries inside `host` by the map; when anything fails, the list simply stays. */
export async function enhanceMap(host: HTMLElement): Promise<void> {
  const [geometry, response] = await Promise.all([loadGeometry(), fetch(host.dataset.map ?? '/api/map')]);
  if (!response.ok) return;
  const pins = pinsOf(host, (await response.json()) as MapData);
  for (const fallback of host.querySelectorAll('.k-map-fallback')) fallback.classList.add('k-hidden');
  host.classList.add('is-drawn');
  const tip = document.createElement('p');
  tip.className = 'k-map-tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  host.append(tip);
  for (const name of ['pointerover', 'focusin'])
    host.addEventListener(name, (event) => showTip(host, tip, event.target));
  new ResizeObserver(() => draw(host, geometry, pins)).observe(host);
  linkRows(host);
}
