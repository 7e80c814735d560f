// SPDX-License-Identifier: Apache-2.0

/// The names of the holes of a path: `Holes<'/waves/:wave_id'>` is `'wave_id'`.
export type Holes<Path extends string> = Path extends `${string}:${infer Hole}/${infer Rest}`
  ? Hole | Holes<`/${Rest}`>
  : Path extends `${string}:${infer Hole}`
    ? Hole
    : never;

export type PathParams<Path extends string> = Record<Holes<Path>, string>;

/** The parameters when `path` has the shape of `pattern`, else nothing. A slash at the end does not count. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const found = path.split('/').filter(Boolean);
  if (wanted.length !== found.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const own = found[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(own);
    else if (part !== own) return undefined;
  }
  return params;
}

/** The path with its holes filled. */
export function fillPath<Path extends string>(pattern: Path, params: PathParams<Path>): string {
  return pattern.replace(/:(\w+)/g, (_, name: Holes<Path>) => encodeURIComponent(params[name]));
}
