// SPDX-License-Identifier: Apache-2.0
// Writes fixtures/pages/*.html: the markup of docs/developers/pages.md, filled with a few invented rows, to work on
// the styles of the server-written pages with `vite`, without a server. Nothing of it is shipped.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tileOf } from '../src/lib/tile/tile.ts';

const out = fileURLToPath(new URL('../fixtures/pages', import.meta.url));

const icons = {
  clusters: '<path d="m12 3 9 5-9 5-9-5zM3 12.5l9 5 9-5M3 17l9 5 9-5"/>',
  organizations: '<path d="M4 21V5l8-2v18M12 8h8v13M3 21h18M7.5 8h1M7.5 12h1M7.5 16h1M15.5 12h1M15.5 16h1"/>',
  countries:
    '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3"/>',
  theme: '<path d="M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z"/>',
};
const icon = (name) => `<svg class="k-icon" viewBox="0 0 24 24" aria-hidden="true">${icons[name]}</svg>`;
const mark = `<svg class="k-mark" viewBox="0 0 32 32" aria-hidden="true"><g fill="none" stroke-width="4" stroke-linecap="round"><path stroke="#f2b233" d="M3 11h26M3 21h26"/><path stroke="#fff" d="M11 3v10M11 19v10M21 3v4M21 15v14"/><path stroke="#fff" d="M11 13v4"/><path stroke="#f2b233" d="M8 21h6M18 11h6"/></g></svg>`;

function tile(id) {
  const { ground, weft, warp, weftPath, warpPath } = tileOf(id);
  const strand = (color, d) =>
    `<path fill="none" stroke="${color}" stroke-width="9" stroke-linecap="round" d="${d}"/>`;
  return `<svg class="k-tile" viewBox="0 0 60 60" aria-hidden="true"><path fill="${ground}" d="M0 0h60v60H0z"/>${strand(weft, weftPath)}${strand(warp, warpPath)}</svg>`;
}

const stages = ['Mobilising', 'Forming', 'Emerging', 'Organised', 'Performing', 'Mature'];
const stageBars = (reached) =>
  `<svg class="k-stage" viewBox="0 0 34 13" aria-hidden="true">${stages.map((_, i) => `<path${i <= reached ? ' class="is-reached"' : ''} d="M${i * 6} ${9 - i * 1.6}h4v${4 + i * 1.6}h-4z"/>`).join('')}</svg>`;

const header = (current) => `<a class="k-skip" href="#main">Skip to the content</a>
<header class="k-header">
<a class="k-brand" href="/">${mark}<span>Konbit</span></a>
<nav class="k-nav" aria-label="Main">
${['clusters', 'organizations', 'countries'].map((name) => `<a href="/${name}"${name === current ? ' aria-current="page"' : ''}>${icon(name)}<span>${name[0].toUpperCase()}${name.slice(1)}</span></a>`).join('\n')}
</nav>
<div class="k-tools">
<select class="k-language" aria-label="Language"><option value="en" selected>English</option><option value="es">Español</option><option value="fr">Français</option></select>
<button class="k-theme" type="button" aria-label="Light or dark" hidden>${icon('theme')}</button>
<a class="k-signin" href="/app">Sign in</a>
</div>
</header>
<section class="k-demo" aria-label="Invented">Invented demonstration data: no cluster or firm on this page exists.</section>`;

const footer = `<footer class="k-footer"><p>Konbit: many hands, one piece of work.</p><ul><li><a href="/about">About</a></li><li><a href="/privacy">Privacy</a></li><li><a href="?lang=en" lang="en" hreflang="en" aria-current="true">English</a></li><li><a href="?lang=es" lang="es" hreflang="es">Español</a></li><li><a href="?lang=fr" lang="fr" hreflang="fr">Français</a></li></ul></footer>`;

const page = (title, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Konbit</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/src/styles/public.css">
<script type="module" src="/src/public/main.ts"></script>
</head>
<body>${body}${footer}</body></html>`;

const clusters = [
  [
    'c1',
    'Windward Cocoa and Spice',
    'Growers, makers and buyers of three islands who share fermentation, export and a brand.',
    "St. George's, Grenada",
    'GD',
    3,
    28,
  ],
  [
    'c2',
    'Blue Ridge Coffee Guild',
    'Washing stations and roasters selling single-origin lots together.',
    'Newcastle, Jamaica',
    'JM',
    4,
    61,
  ],
  [
    'c3',
    'Harbour Boatyards',
    'Yards, riggers and sail makers that bid as one for refits.',
    'English Harbour, Antigua',
    'AG',
    1,
    17,
  ],
  [
    'c4',
    'Rainforest Trails',
    'Guides, lodges and drivers with one booking desk.',
    'Roseau, Dominica',
    'DM',
    2,
    23,
  ],
  [
    'c5',
    'Port of Spain Sound',
    'Studios and pan makers pooling a catalogue.',
    'Port of Spain, Trinidad and Tobago',
    'TT',
    3,
    138,
  ],
];
const sectors = ['Food products', 'Creative arts', 'Software', 'Energy', 'Boats', 'Tourism'];

const rows = clusters
  .map(
    ([
      id,
      name,
      text,
      place,
      code,
      stage,
      members,
    ]) => `<li class="k-row" data-country="${code}">${tile(id)}<div>
<h2 class="k-row-name"><a href="/clusters/${id}">${name}</a></h2><p>${text}</p>
<p class="k-row-facts"><span>${place}</span><span>${stageBars(stage)}${stages[stage]}</span>${stage > 2 ? '<span class="k-badge k-badge-verified">Verified</span>' : ''}</p></div>
<p class="k-figure"><b>${members}</b>members</p></li>`,
  )
  .join('\n');

const list = page(
  'Clusters',
  `${header('clusters')}
<main id="main" class="k-split"><div class="k-split-text">
<h1>Clusters of the Caribbean</h1><p class="k-lead">Who grows, makes and builds together, island by island.</p>
<form class="k-search" role="search" action="/clusters"><input type="search" name="q" aria-label="Search" placeholder="Search clusters"><select name="country" aria-label="Country"><option value="">All countries</option><option>Grenada</option></select><button>Search</button></form>
<nav class="k-chips" aria-label="Sector">${sectors.map((name, i) => `<a class="k-chip" data-sector="${i}" href="?sector=${i}"><i class="k-dot" data-color="${i + 1}"></i>${name}</a>`).join('')}</nav>
<p class="k-count">5 clusters</p><ul class="k-list">${rows}</ul>
<nav class="k-pager" aria-label="Pages"><a class="k-button k-button-quiet" href="?after=x">Next page</a></nav></div>
<div class="k-map" data-map="/fixtures/pages/map.json" data-label="Clusters by country" data-href="/countries/{code}" data-clusters-one="{count} cluster" data-clusters-other="{count} clusters" data-organizations-one="{count} organization" data-organizations-other="{count} organizations">
<ul class="k-map-fallback"><li><a href="/countries/GD">Grenada</a> 3</li></ul></div></main>`,
);

const profile = page(
  'Windward Cocoa and Spice',
  `${header('clusters')}<main id="main"><header class="k-hero"><div class="k-hero-inner">${tile('c1')}<div><p>St. George's, Grenada · Food products</p><h1>Windward Cocoa and Spice</h1><p class="k-lead">${clusters[0][2]}</p></div>
<ol class="k-stagebar" aria-label="Stage">${stages.map((name, i) => `<li${i <= 3 ? ' class="is-reached"' : ''}${i === 3 ? ' aria-current="step"' : ''}><span>${name}</span></li>`).join('')}</ol></div></header>
<div class="k-page"><dl class="k-figures"><div><dt>Members</dt><dd>28</dd></div><div><dt>Countries</dt><dd>3</dd></div><div><dt>Founded</dt><dd>2024</dd></div></dl>
<div class="k-columns"><section class="k-panel"><h2>Members</h2><ul class="k-list"><li class="k-row"><div><h3 class="k-row-name"><a href="/organizations/x">Concord Valley Chocolate</a></h3><p class="k-row-facts"><span>Firm</span><span>Concord, Grenada</span></p></div></li><li class="k-row"><div><h3 class="k-row-name"><a href="/organizations/x">Micoud Pepper and Seasoning</a></h3><p class="k-row-facts"><span>Firm</span><span>Micoud, Saint Lucia</span></p></div></li></ul></section>
<aside class="k-panel"><h2>About</h2><dl class="k-facts"><dt>Seat</dt><dd>St. George's, Grenada</dd><dt>Countries</dt><dd><a href="#">Grenada</a>, <a href="#">Saint Lucia</a>, <a href="#">Dominica</a></dd><dt>Website</dt><dd><a href="#">windward.example</a></dd><dt>Last confirmed</dt><dd>30 September 2026</dd></dl><p class="k-notice">This entry was made from public sources. <a href="#">Claim it</a> if it is yours.</p></aside></div></div></main>`,
);

const country = (code, name, latitude, longitude, count) => ({
  code,
  name,
  latitude,
  longitude,
  clusters: count,
  organizations: count * 7,
});
const map = {
  clusters: clusters.map(([slug, name, , , country_code], i) => ({
    slug,
    name,
    country_code,
    sector: String(i),
  })),
  countries: [
    country('BS', 'Bahamas', 25.05, -77.35, 1),
    country('JM', 'Jamaica', 18.0, -76.8, 3),
    country('HT', 'Haiti', 18.55, -72.33, 5),
    country('DO', 'Dominican Republic', 18.9, -70.2, 8),
    country('AG', 'Antigua and Barbuda', 17.1, -61.8, 1),
    country('KN', 'Saint Kitts and Nevis', 17.3, -62.7, 1),
    country('DM', 'Dominica', 15.4, -61.35, 1),
    country('LC', 'Saint Lucia', 13.9, -60.98, 1),
    country('VC', 'Saint Vincent and the Grenadines', 13.25, -61.2, 1),
    country('BB', 'Barbados', 13.15, -59.55, 2),
    country('GD', 'Grenada', 12.1, -61.7, 3),
    country('TT', 'Trinidad and Tobago', 10.45, -61.3, 4),
    country('GY', 'Guyana', 6.5, -58.3, 1),
    country('SR', 'Suriname', 5.5, -55.5, 2),
    country('BZ', 'Belize', 17.2, -88.6, 1),
  ],
};

mkdirSync(out, { recursive: true });
writeFileSync(`${out}/list.html`, list);
writeFileSync(`${out}/profile.html`, profile);
writeFileSync(`${out}/map.json`, JSON.stringify(map));
