// SPDX-License-Identifier: Apache-2.0

/** Papers on which documents are printed. */
export const papers = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'Letter' },
];
