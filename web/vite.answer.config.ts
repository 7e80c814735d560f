// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { common } from './vite.config.ts';

/** The answer page, in few files that it shares with nobody: on a phone the headers of a small file cost more than its
 * content. One holds what every visit needs, one what comes later (src/answer/later.ts), one each language. */
export default defineConfig({
  ...common,
  plugins: [svelte()],
  build: {
    ...common.build,
    // It joins what the other build has left there.
    emptyOutDir: false,
    copyPublicDir: false,
    manifest: 'manifest.answer.json',
    rolldownOptions: {
      input: fileURLToPath(new URL('answer.html', import.meta.url)),
    },
  },
});
