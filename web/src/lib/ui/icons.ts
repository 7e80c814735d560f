// SPDX-License-Identifier: Apache-2.0

/// Icons as path data, drawn in a view box of 24 by 24 with a stroke of 2.
export const icons = {
  clusters: 'm12 3 9 5-9 5-9-5zM3 12.5l9 5 9-5M3 17l9 5 9-5',
  organizations: 'M4 21V5l8-2v18M12 8h8v13M3 21h18M7.5 8h1M7.5 12h1M7.5 16h1M15.5 12h1M15.5 16h1',
  countries:
    'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3',
  projects: 'M4 20V9l5-4 5 4v11M14 12h6v8M3 20h18M8 20v-5h2v5',
  experts: 'M8.5 7.5a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5 21v-2c0-3 2.6-5 7-5s7 2 7 5v2M12 14v4',
  agreements: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h4',
  factsheets: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h3',
  theme: 'M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z',
  account: 'M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4 21c0-4 3.6-6 8-6s8 2 8 6',
  directory: 'M4 11a7 7 0 1 0 14 0 7 7 0 1 0-14 0M16.2 16.2 21 21',
  network:
    'M15 5.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M4 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M15 18.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M8.7 10.8l6.6-4M8.7 13.2l6.6 4',
  members:
    'M5.5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M2 20c0-3.6 3-6 7-6s7 2.4 7 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18.5 14.5c2.2.8 3.5 2.8 3.5 5.5',
  waves: 'M3 8c3-3 6-3 9 0s6 3 9 0M3 13c3-3 6-3 9 0s6 3 9 0M3 18c3-3 6-3 9 0s6 3 9 0',
  upload: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M4 15v5h16v-5',
  download: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M4 17v3h16v-3',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  check: 'm4.5 12.5 5 5 10-11',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  seal: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2.5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M9.5 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.3v.2',
  mail: 'M3 6h18v12H3zM3.5 6.5 12 13l8.5-6.5',
  back: 'M14.5 5 8 12l6.5 7',
  next: 'M9.5 5 16 12l-6.5 7',
  clock: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v5l3.5 2',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  undo: 'M4 9h10a6 6 0 0 1 0 12H8M8 5 4 9l4 4',
  redo: 'M20 9H10a6 6 0 0 0 0 12h6M16 5l4 4-4 4',
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  refresh: 'M20 11a8 8 0 0 0-14.3-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14.3 4L20 15M20 20v-5h-5',
} as const;

export type IconName = keyof typeof icons;
