/** How the page is built: a relative base, so that it works from any folder and offline. */
import react from '@vitejs/plugin-react'
import { minify } from 'terser'
import { defineConfig, type Plugin, type Rollup } from 'vite'
import { peggyPlugin } from './scripts/peggyPlugin.mjs'

/**
 * The engine and the page are many small functions: the worker loses 1.4 kB of gzip, the page
 * 1 kB, when those called once are put where they are called, which the bundler's own minifier
 * leaves. Arithmetic stays as written. What the second worker loads is large and late: it would
 * double the time of a build for nothing.
 */
const inlined = (isMeant: (chunk: Rollup.OutputChunk) => boolean): Plugin => ({
  name: 'inlined',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !isMeant(chunk)) continue
      const compress = { passes: 2, lhs_constants: false }
      const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress })
      chunk.code = code ?? chunk.code
    }
  },
})

/**
 * What draws the page is a module of its own, read in a task of its own, yet fetched with the
 * entry: the link says so to the browser, and to the budget of the first load.
 */
const fetchWithEntry: Plugin = {
  name: 'fetch-with-entry',
  transformIndexHtml: (_, { bundle = {} }) =>
    Object.values(bundle)
      .filter(chunk => chunk.type === 'chunk' && chunk.facadeModuleId?.includes('/react-dom/'))
      .map(({ fileName }) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
      })),
}

/**
 * What an entry needs at once stays one file, however many later parts share some of it: each cut
 * costs a third of a kilobyte of gzip.
 */
const core = { name: 'core', tags: ['$initial' as const], priority: 1 }
const whole = { groups: [core] }

/** The catalogue of scenarios is data, half of what a worker reads after the first picture. */
const apart = { groups: [core, { name: 'scenarios', test: /src\/engine\/scenarios\// }] }

export default defineConfig({
  base: './',
  plugins: [react(), peggyPlugin(), fetchWithEntry, inlined(({ isEntry }) => isEntry)],
  worker: {
    format: 'es',
    plugins: () => [peggyPlugin(), inlined(({ name }) => name !== 'later')],
    rolldownOptions: { output: { codeSplitting: apart } },
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: whole } },
  },
  server: { strictPort: false },
})
