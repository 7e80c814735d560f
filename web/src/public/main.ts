// SPDX-License-Identifier: Apache-2.0
// Enhances the pages that the server writes; without it they stay complete (docs/developers/pages.md).
import '../styles/public.css';
import { enhanceFilters } from './filters';
import { enhanceMap } from './map';
import { enhanceHeader } from './header';

for (const offer of document.querySelectorAll<HTMLElement>('[data-scripted]')) offer.hidden = false;
enhanceHeader(document);
enhanceFilters(document);
for (const host of document.querySelectorAll<HTMLElement>('.k-map[data-map]')) void enhanceMap(host);
