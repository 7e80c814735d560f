// SPDX-License-Identifier: Apache-2.0
import type { NetworkFileFormat } from '$lib/api/schema';

const endings: Record<string, NetworkFileFormat> = {
  graphml: 'graphml',
  gexf: 'gexf',
  net: 'pajek',
  dl: 'dl',
  vna: 'vna',
  json: 'json',
};

/** What a file most likely is: by its ending; a table whose head names two ends is a list of ties. */
export function formatOf(fileName: string, content: string): NetworkFileFormat {
  const ending = fileName.split('.').at(-1)?.toLowerCase() ?? '';
  const head = content.slice(0, 500).split(/\r?\n/, 1)[0] ?? '';
  return endings[ending] ?? (/\b(from|source)\b.*\b(to|target)\b/i.test(head) ? 'csv' : 'matrix');
}
