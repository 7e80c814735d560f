// SPDX-License-Identifier: Apache-2.0
// Names that somebody gives in order to break what shows them, and records that bear them.
import { importTable, type Client } from '../harness.ts';

/// Each would run, break out, or mislead where it is not taken for text. `window.hit` tells a test that one has run.
export const hostile = [
  '<img src=x onerror="window.hit=1">',
  '"><svg onload=window.hit=1>',
  "'-window.hit=1-'",
  '</title></script><script>window.hit=1</script>',
  "{{constructor.constructor('window.hit=1')()}}",
  '${alert(document.domain)}',
  'javascript:window.hit=1',
  '=HYPERLINK("http://evil.example","win")',
  '@SUM(1+1)*cmd|calc',
  '＝1+1',
  '&lt;b&gt;&amp;#60;',
  '<!-- --> ]]> ?>',
  'a;b,c"d"\'e\\n',
  'شركة الكاكاو',
  'Zal͓̗g̹o̰ ͈C͉o͔co̳a',
  '𝕮𝖔𝖈𝖔𝖆 🧑🏽‍🌾',
  'W'.repeat(120),
  'word '.repeat(38).trim(),
] as const;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/// Puts a member of each name on a roster, with a contact and a place of that name. What begins like a formula the
/// import takes away before it is a name.
export async function bringHostileMembers(facilitator: Client, cluster: string) {
  const names = hostile.filter((name) => !/^[=@＝]/.test(name));
  const rows = names.map((name, i) => [name, 'firm', 'Grenada', name.slice(0, 60), name.slice(0, 100), `hostile${i}@names.example`].map(cell).join(','));
  await importTable(facilitator, `/api/clusters/${cluster}/imports`, ['name,kind,country,locality,contact_name,email', ...rows].join('\r\n'));
}

/// Public organizations of those names.
export async function publishHostile(editor: Client): Promise<any[]> {
  const made = [];
  for (const name of hostile) {
    const answer = await editor.post('/api/organizations', {
      name, kind: 'bso', country_code: 'DM', locality: name.slice(0, 60), visibility: 'public', publication: 'published',
      description: { en: name, fr: name },
    });
    if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${answer.text}`);
    made.push(answer.body);
  }
  return made;
}
