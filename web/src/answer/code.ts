// SPDX-License-Identifier: Apache-2.0

/// The short code of a personal link, typed from a card. The server makes it (features/links/paper_code.hpp).

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Times x in the field of 32 elements, modulo x^5 + x^2 + 1. */
const timesX = (element: number): number => (element & 16 ? (element << 1) ^ 0b100101 : element << 1);

/** The code as it is printed, "ABCD-EFGH-JKMN", from what was typed: either case, O for 0, I and L for 1.
 * Nothing when it is too short or its last character says that another one is wrong. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const values = [...code].map((character) => alphabet.indexOf(character));
  if (values.length !== 12 || values.includes(-1)) return undefined;
  if (values.reduce((sum, value) => timesX(sum) ^ value, 0) !== 0) return undefined;
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
