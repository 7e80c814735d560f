// SPDX-License-Identifier: Apache-2.0
import type { Language } from '$lib/i18n/languages';

/** The chunk with the texts of the app in a language. */
export const textsOf = (language: Language): Promise<{ default: Record<string, string> }> =>
  import(`../generated/locales/app.${language}.ts`);

/** What only a few pages need besides. */
export const restTextsOf = (language: Language): Promise<{ default: Record<string, string> }> =>
  import(`../generated/locales/rest.${language}.ts`);
