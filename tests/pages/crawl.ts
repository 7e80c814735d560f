// SPDX-License-Identifier: Apache-2.0
// Walks the public pages as a visitor without script does: along links, from the home page on.

export type Visited = {
  path: string;
  status: number;
  type: string;
  body: string;
  /// Where a link to it was first found.
  from: string;
};

/// Not public pages: the app, the API and what only developers see.
const apart = /^\/(app|api|dev|s)(\/|$|\?)/;

/// Filters can be put together in more ways than anybody reads: each set of names is followed once below a path.
function shapeOf(url: URL): string {
  const names = [...url.searchParams.keys()].filter((name) => name !== 'lang').sort();
  return `${url.pathname}?${names.join('&')}#${url.searchParams.get('lang') ?? ''}`;
}

/// A form that is sent in is an end of the walk: its other links are those of the frame, which every page has.
export const isForm = (body: string): boolean => /<form[^>]* method="post"/.test(body);

const linksOf = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&'));

/// Every page that a visitor gets to, and every file that these pages name.
/// @param limit  More pages than this end the walk with an error: something makes links without end.
export async function crawl(base: string, start: string[], limit = 1500): Promise<Visited[]> {
  const waiting = start.map((path) => ({ url: new URL(path, base), from: 'the start' }));
  const seen = new Set(waiting.map(({ url }) => shapeOf(url)));
  const visited: Visited[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (visited.length >= limit) throw new Error(`more than ${limit} pages`);
    const { url, from } = next;
    const response = await fetch(url, { redirect: 'follow' });
    const type = response.headers.get('content-type') ?? '';
    const path = url.pathname + url.search;
    visited.push({ path, status: response.status, type, body: await response.text(), from });
    if (!type.startsWith('text/html') || isForm(visited.at(-1)!.body)) continue;
    for (const link of linksOf(visited.at(-1)!.body)) {
      const target = URL.canParse(link, url) ? new URL(link, url) : undefined;
      if (!target || target.origin !== url.origin || apart.test(target.pathname) || seen.has(shapeOf(target))) continue;
      seen.add(shapeOf(target));
      waiting.push({ url: target, from: path });
    }
  }
  return visited;
}
