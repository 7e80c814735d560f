// SPDX-License-Identifier: Apache-2.0

/// Languages with a complete translation, each named in itself. Adding one: locales/<code>.json and a line here.
export const languages = { en: 'English', es: 'Español', fr: 'Français' } as const;

export type Language = keyof typeof languages;

export const isLanguage = (code: string | null | undefined): code is Language =>
  code != null && code in languages;

/** The first of the wanted BCP 47 tags that we speak, else English. */
export function bestLanguage(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const code = tag?.split('-')[0];
    if (isLanguage(code)) return code;
  }
  return 'en';
}
