// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Ships the theme script as it is: a chunk of its own imports would need type=module, and that never blocks. */
const themeScript: Plugin = {
  name: 'konbit-theme-script',
  apply: 'build',
  generateBundle() {
    const source = readFileSync(here('src/public/theme.js'), 'utf8').replace(/^\/\/.*\n/gm, '');
    this.emitFile({ type: 'asset', name: 'theme.js', source });
  },
};

export default defineConfig({
  plugins: [svelte(), themeScript],
  base: '/',
  resolve: {
    alias: { $lib: here('src/lib'), $features: here('src/features'), $generated: here('src/generated') },
  },
  build: {
    target: 'es2022',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // A data: URI would need its own hole in the content security policy.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        app: here('app.html'),
        answer: here('answer.html'),
        public: here('src/public/main.ts'),
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
