// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { formatOf } from './network_format';

describe('the format of a file', () => {
  it('is told by its ending', () => {
    expect(formatOf('ties.GraphML', '<graphml>')).toBe('graphml');
    expect(formatOf('cluster.net', '*Vertices 3')).toBe('pajek');
  });

  it('is a list of ties when the head of a table names two ends, else a matrix', () => {
    expect(formatOf('ties.csv', 'from,to\na,b\n')).toBe('csv');
    expect(formatOf('ties.csv', 'Source;Target;weight\n')).toBe('csv');
    expect(formatOf('table.csv', ',Ann,Bob\nAnn,0,1\n')).toBe('matrix');
  });
});
