// SPDX-License-Identifier: Apache-2.0
// usage: node bench/http/seed.ts FILE [COUNT=10000]
// Writes COUNT invented organizations, one JSON object a line; the same ones every time.
import { createWriteStream } from 'node:fs';

const [file, count = '10000'] = process.argv.slice(2);
if (!file) throw new Error('usage: node bench/http/seed.ts FILE [COUNT]');

/// A number generator of 32 bits (xorshift, Marsaglia 2003, doi:10.18637/jss.v008.i14): the seed must not depend on node.
let state = 0x6b6f6e62;
function next(below: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}
const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;

const countries = 'AG BB BS BZ DM DO GD GY HT JM KN LC SR TT VC'.split(' ');
const towns = 'Port,Bay,Soufriere,Grand Anse,Morne,Old Road,Savanna,Riverside,Hill Station,Harbour View'.split(',');
const trades = [
  ['cocoa', '10'], ['coconut', '01'], ['pepper sauce', '10'], ['sea moss', '03'], ['rum', '11'], ['spice', '01'],
  ['fashion', '14'], ['carnival costume', '14'], ['handicraft', '16'], ['boat building', '30'], ['yachting', '50'],
  ['guest house', '55'], ['street food', '56'], ['film', '59'], ['music', '59'], ['animation', '62'],
  ['software', '62'], ['solar', '35'], ['herbal medicine', '21'], ['logistics', '52'],
] as const;
const firstWords = 'Anchor Bayside Breadfruit Cane Cedar Coral Dawn Frigate Guava Hummingbird Ixora Lantern Mahogany Mango Pelican Reef Sandbar Silk Cotton Tamarind'.split(' ');
const lastWords = 'Growers Makers Guild House Workshop Collective Partners Traders Kitchen Studio Works Exporters Union Yard Company'.split(' ');
const verbs = 'supplies,trains,buys from,certifies,exports for,shares machines with,advises,markets for'.split(',');
const others = 'small farms,women who own firms,young makers,hotels on the coast,buyers abroad,schools,fishing crews,neighbouring islands'.split(',');
/// Eight of ten are firms, as in a real directory.
const kinds = [...Array(16).fill('firm'), 'cooperative', 'bso', 'association', 'academia'] as string[];

function organization(number: number) {
  const [trade, sector] = pick(trades);
  const name = `${pick(firstWords)} ${trade.replace(/^./, (letter) => letter.toUpperCase())} ${pick(lastWords)} ${number}`;
  const sentences = Array.from({ length: 6 }, () => `${name} ${pick(verbs)} ${pick(others)} in ${pick(trades)[0]}.`);
  return {
    name,
    kind: pick(kinds),
    country_code: pick(countries),
    locality: pick(towns),
    website: `https://organization${number}.example`,
    founded_year: 1950 + next(75),
    size_band: pick(['micro', 'micro', 'small', 'medium', 'large']),
    sector,
    description: sentences.join(' '),
  };
}

const out = createWriteStream(file);
for (let number = 1; number <= Number(count); number++) out.write(JSON.stringify(organization(number)) + '\n');
out.end();
