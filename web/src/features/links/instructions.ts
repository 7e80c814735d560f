// SPDX-License-Identifier: Apache-2.0
import { isLanguage } from '$lib/i18n/languages';
import { textsOf } from '../../app/texts';

export interface Instruction {
  language: string;
  text: string;
}

/** What stands on a card, in each of these languages: whoever gets it may read any of them. */
export const instructionsIn = (languages: readonly string[]): Promise<Instruction[]> =>
  Promise.all(
    languages.filter(isLanguage).map(async (language) => ({
      language,
      text: (await textsOf(language)).default['card.instructions'] ?? '',
    })),
  );
