// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import type { Plugin } from 'vite';

/** The app and the public pages; the answer page is built by vite.answer.config.ts. */

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

/** What both builds share. */
export const common = {
  base: '/',
  resolve: {
    alias: { $lib: here('src/lib'), $features: here('src/features'), $generated: here('src/generated') },
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A data: URI would need its own hole in the content security policy.
    assetsInlineLimit: 0,
  },
} satisfies ViteUserConfig;

export default defineConfig({
  ...common,
  plugins: [svelte(), themeScript],
  build: {
    ...common.build,
    manifest: 'manifest.json',
    rollupOptions: { input: { app: here('app.html'), public: here('src/public/main.ts') } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
