// SPDX-License-Identifier: Apache-2.0

/// Replaces `{name}` by its parameter; a placeholder without one stays visible, so that it is noticed.
export function fill(text: string, params: Record<string, string | number> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The key of the plural category: `members` and 1 give `members_one` in English. */
export function pluralKey(language: string, key: string, n: number): string {
  return `${key}_${new Intl.PluralRules(language).select(n)}`;
}
