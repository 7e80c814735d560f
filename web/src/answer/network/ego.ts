// SPDX-License-Identifier: Apache-2.0
import type { OwnNetwork } from '$lib/api/schema';

/// The drawing of one's own network, and what of it may be shared outside: no name but the own one. Pure, so that it
/// can be tested.

export type Contact = OwnNetwork['contacts'][number];
export type Idea = OwnNetwork['ideas'][number];

/** Those with whom there is a tie; somebody who is only disputed is none. */
export const tied = ({ contacts }: OwnNetwork): Contact[] =>
  contacts.filter(({ named, names_me }) => named.length > 0 || names_me.length > 0);

/** Where a contact stands around the middle of a drawing that is 2 wide and high: countries side by side. */
export function placeOf(index: number, count: number): { x: number; y: number } {
  const angle = (2 * Math.PI * index) / Math.max(1, count) - Math.PI / 2;
  return { x: Math.cos(angle), y: Math.sin(angle) };
}

/** Contacts of one country stand together. */
export const byCountry = (contacts: readonly Contact[]): Contact[] =>
  [...contacts].sort((a, b) => a.country_code.localeCompare(b.country_code));

export const countriesOf = (contacts: readonly Contact[]): number =>
  new Set(contacts.map(({ country_code }) => country_code).filter(Boolean)).size;

const inks = ['#0f5c63', '#b8860b', '#7a3e9d', '#2f6db5', '#a8432f', '#4d7c2a'];

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** A picture to share: the own name in the middle, a nameless dot for each contact, one color for each country.
 *  @param caption  Must name nobody else. */
export function sharePicture(contacts: readonly Contact[], own: string, caption: string): string {
  const codes = [...new Set(byCountry(contacts).map(({ country_code }) => country_code))];
  const dots = byCountry(contacts).map(({ country_code }, index) => {
    const { x, y } = placeOf(index, contacts.length);
    const [cx, cy] = [300 + 200 * x, 260 + 200 * y].map((value) => value.toFixed(1));
    const ink = inks[codes.indexOf(country_code) % inks.length] ?? '#0f5c63';
    return `<path d="M300 260L${cx} ${cy}" stroke="#9aa7a5"/><circle cx="${cx}" cy="${cy}" r="11" fill="${ink}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 560" font-family="sans-serif" text-anchor="middle"><rect width="600" height="560" fill="#fff"/>${dots.join('')}<circle cx="300" cy="260" r="18" fill="#12343b"/><text x="300" y="305" font-size="17" font-weight="bold">${escaped(own)}</text><text x="300" y="525" font-size="18">${escaped(caption)}</text></svg>`;
}
