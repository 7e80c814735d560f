// SPDX-License-Identifier: Apache-2.0

/// Replaces `{name}` by its parameter; a placeholder without one stays visible, so that it is noticed.
export function fill(text: string, params: Record<string, string | number> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The key of the plural category: `members` and 1 give `members_one` in English. */
export function pluralKey(language: string, key: string, n: number): string {
  return `${key}_${new Intl.PluralRules(language).select(n)}`;
}

// Day before month, no comma before "and", as the region writes English; the directory's pages do the same (`page.date`).
const locales: Record<string, string> = { en: 'en-GB' };

/** A date in words, "30 September 2026". A day without a time is that day in every time zone. */
export function dateText(language: string, when: string | number | Date): string {
  const isDay = typeof when === 'string' && /^\d{4}-\d\d-\d\d$/.test(when);
  const options: Intl.DateTimeFormatOptions = isDay
    ? { dateStyle: 'long', timeZone: 'UTC' }
    : { dateStyle: 'long' };
  return new Intl.DateTimeFormat(locales[language] ?? language, options).format(new Date(when));
}

/** A moment where the reader is, "30 September 2026 at 14:05". */
export const momentText = (language: string, when: string | number | Date): string =>
  new Intl.DateTimeFormat(locales[language] ?? language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(when),
  );

/** Names in a row: "A, B and C". */
export const listText = (language: string, items: readonly string[]): string =>
  new Intl.ListFormat(locales[language] ?? language, { type: 'conjunction' }).format(items);
