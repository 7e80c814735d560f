// SPDX-License-Identifier: Apache-2.0

/// Messages by the place that they are about, "services/1/name/en".
type Errors = Record<string, string>;

/** The messages below a place, by what follows it: by language for a text in several. The place's own comes under "". */
export const errorsUnder = (errors: Errors, place: string): Errors =>
  Object.fromEntries(
    Object.entries(errors)
      .filter(([at]) => at === place || at.startsWith(`${place}/`))
      .map(([at, text]) => [at.slice(place.length + 1), text]),
  );

/** The first message at or below a place. */
export const firstUnder = (errors: Errors, place: string): string | undefined =>
  Object.values(errorsUnder(errors, place))[0];
