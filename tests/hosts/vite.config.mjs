// @ts-check
import { defineConfig } from 'vite';

// Each folder beside this file is a site of its own, that `cargo xtask test --e2e` builds.
export default defineConfig({
  // The sites stand in folders of their host.
  base: './',
  oxc: { jsx: { runtime: 'automatic' } },
  // Vite 7 and older needs this while serving: it bundles the package anew in another folder, without
  // its WebAssembly.
  optimizeDeps: { exclude: ['newsprint-article'] },
});
