// SPDX-License-Identifier: Apache-2.0

/// What may be said of an organization that the roster lacks. Pure, so that it can be tested.

/** What somebody can be said to be on the phone; the facilitator may know better. */
export const unlistedKinds = ['firm', 'cooperative', 'public_body', 'academia', 'finance', 'other'] as const;

/** Whether a text would lead to somebody, as the server refuses it: an address, or seven digits and more. */
export const hasContact = (text: string): boolean => /@|:\/\/|\d(?:[ +\-./()]*\d){6}/.test(text);
