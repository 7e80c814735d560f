// SPDX-License-Identifier: Apache-2.0

/// Why a browser would not send a form, in our words: its own come in its language, and vanish before they are read.

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

type Reason =
  | [
      'form.wrong.missing' | 'form.wrong.email' | 'form.wrong.url' | 'form.wrong.pattern',
      Record<string, never>,
    ]
  | ['form.wrong.short' | 'form.wrong.least' | 'form.wrong.most', { n: string | number }];

/** The text that says what is wrong, with what it needs besides the name of the field. */
export function reasonOf(control: Control): Reason {
  const { validity, type } = control;
  const { minLength, min, max } = control as HTMLInputElement;
  if (validity.valueMissing) return ['form.wrong.missing', {}];
  if (validity.typeMismatch) return [type === 'email' ? 'form.wrong.email' : 'form.wrong.url', {}];
  if (validity.tooShort) return ['form.wrong.short', { n: minLength }];
  if (validity.rangeUnderflow) return ['form.wrong.least', { n: min }];
  if (validity.rangeOverflow) return ['form.wrong.most', { n: max }];
  return ['form.wrong.pattern', {}];
}

/** Whether it is the one to which a person goes first. */
export const isFirstWrong = (control: Control): boolean =>
  [...(control.form?.elements ?? [])].find(
    (each) => 'validity' in each && !(each as Control).validity.valid,
  ) === control;
