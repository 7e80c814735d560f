// SPDX-License-Identifier: Apache-2.0
import type { MapData } from '$lib/api/schema';
import { drawMap, isSwitched, type Part } from '$lib/map/draw';
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

interface Chart {
  geometry: Geometry;
  pins: Pin[];
  part: Part;
}

function draw(host: HTMLElement, { geometry, pins, part }: Chart): void {
  const bar = host.querySelector<HTMLElement>('.k-map-parts');
  if (bar) bar.hidden = !isSwitched(pins, { width: host.clientWidth, height: host.clientHeight });
  const size = {
    width: host.clientWidth,
    height: host.clientHeight - (bar ? bar.offsetTop + bar.offsetHeight : 0),
  };
  const drawing = drawMap(geometry, pins, size, { title: host.dataset.label ?? '', part });
  const old = host.querySelector('svg');
  if (old) old.replaceWith(drawing);
  else host.append(drawing);
}

/** Two buttons that say which part of the map a narrow screen shows. */
function partsBar(host: HTMLElement, onchosen: (part: Part) => void): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'k-views k-map-parts';
  bar.hidden = true;
  const button = (part: Part) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = host.dataset[part] ?? part;
    element.dataset.part = part;
    element.setAttribute('aria-pressed', String(part === 'region'));
    return element;
  };
  bar.append(button('region'), button('islands'));
  // The frame on the whole map answers as its button does.
  host.addEventListener('click', ({ target }) => {
    const part = target instanceof Element ? target.getAttribute('data-part') : null;
    if ((part !== 'region' && part !== 'islands') || bar.hidden) return;
    for (const each of bar.children)
      each.setAttribute('aria-pressed', String(each.getAttribute('data-part') === part));
    onchosen(part);
  });
  return bar;
}

function tipFor(host: HTMLElement): HTMLElement {
  const tip = document.createElement('p');
  tip.className = 'k-map-tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  for (const name of ['pointerover', 'focusin'])
    host.addEventListener(name, (event) => showTip(host, tip, event.target));
  return tip;
}

/** Replaces the list of countries inside `host` by the map; when anything fails, the list simply stays. */
export async function enhanceMap(host: HTMLElement): Promise<void> {
  const [geometry, response] = await Promise.all([loadGeometry(), fetch(host.dataset.map ?? '/api/map')]);
  if (!response.ok) return;
  const chart: Chart = { geometry, pins: pinsOf(host, (await response.json()) as MapData), part: 'region' };
  for (const fallback of host.querySelectorAll('.k-map-fallback')) fallback.classList.add('k-hidden');
  host.classList.add('is-drawn');
  const bar = partsBar(host, (part) => {
    chart.part = part;
    draw(host, chart);
  });
  host.append(bar, tipFor(host));
  new ResizeObserver(() => draw(host, chart)).observe(host);
  linkRows(host);
}
