// SPDX-License-Identifier: Apache-2.0
import type { Messages } from '$generated/locales/keys';
import { dateText, fill, listText, momentText, pluralKey } from './format';
import { bestLanguage, type Language } from './languages';

/// Texts of the interface. `t` is typed by locales/en.json: an unknown key or a missing placeholder does not compile.
/// Reading a text in a template makes it follow a change of language.

type Params = Record<string, string | number>;
type Loader = (language: Language) => Promise<{ default: Record<string, string> }>;

const storageKey = 'konbit-language';

let current = $state<Language>('en');
let chosen: Language | undefined; // last; its texts may still be under way
let texts = $state.raw<Record<string, string>>({});
let load: Loader | undefined;
let loadRest: Loader | undefined;
let hasRest = false;

export const language = (): Language => current;

async function textsIn(wanted: Language): Promise<Record<string, string>> {
  if (!load) throw new Error('startTexts was not called');
  const hadRest = hasRest;
  const chunks = [load, ...(hadRest && loadRest ? [loadRest] : [])];
  const loaded = await Promise.all(chunks.map((chunk) => chunk(wanted)));
  // The rest may have been asked for meanwhile.
  if (hadRest !== hasRest) return textsIn(wanted);
  return Object.assign({}, ...loaded.map((module) => module.default)) as Record<string, string>;
}

/**
 * Loads what few pages need besides; once, and from then on with each change of language. The first page asks before
 * the texts were started: then they come with the others.
 */
export async function speakRest(): Promise<void> {
  if (hasRest) return;
  hasRest = true;
  if (!load) return;
  const asked = current;
  const found = await textsIn(asked);
  if (asked === current) texts = found;
}

/** Loads the chunk of a language, shows it and remembers it on this device, unless another was chosen meanwhile. */
export async function speak(wanted: Language): Promise<void> {
  chosen = wanted;
  const found = await textsIn(wanted);
  if (wanted !== chosen) return;
  texts = found;
  current = wanted;
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(storageKey, wanted);
  } catch {
    // Storage may be refused in a private window; the language then lasts for this page.
  }
}

/** Called once by each entry with its own chunks; the address, then this device, then the browser decide. */
export async function startTexts(loader: Loader, restLoader?: Loader): Promise<void> {
  load = loader;
  loadRest = restLoader;
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(storageKey);
  } catch {
    // As above.
  }
  await speak(
    bestLanguage([new URLSearchParams(location.search).get('lang'), stored, ...navigator.languages]),
  );
}

/** The text of a key that is known while compiling. */
export function t<K extends keyof Messages>(
  key: K,
  ...params: Messages[K] extends undefined ? [] : [Messages[K]]
): string {
  return fill(texts[key] ?? key, params[0] as Params | undefined);
}

/** The text of a key that the server names, for instance a sentence or an error code; the key itself if unknown. */
export function textOf(key: string, params: Params = {}): string {
  return fill(texts[key] ?? key, params);
}

export const hasText = (key: string): boolean => key in texts;

type PluralKey = keyof Messages extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** The text for `n` things; `{n}` is the number as the language writes it. */
export function plural(key: PluralKey, n: number, params: Params = {}): string {
  const text = texts[pluralKey(current, key, n)] ?? texts[`${key}_other`] ?? key;
  return fill(text, { n: number(n), ...params });
}

export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(current, options).format(value);
}

/** A share in [0, 1] as a whole percentage. */
export const percent = (share: number): string =>
  number(share, { style: 'percent', maximumFractionDigits: 0 });

export const date = (when: string | number | Date): string => dateText(current, when);

export const dateTime = (when: string | number | Date): string => momentText(current, when);

export const list = (items: readonly string[]): string => listText(current, items);

/** A country's name in the reader's language: the directory's, else the browser's, else the code. */
export function countryName(code: string): string {
  if (hasText(`country.${code}`)) return textOf(`country.${code}`);
  return new Intl.DisplayNames(current, { type: 'region', fallback: 'code' }).of(code) ?? code;
}
