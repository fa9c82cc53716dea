/**
 * `npm run bench [row …]`: the table of the budget, measured on this machine. Ratios are taken
 * within one run, so that a busy neighbour does not decide; nothing here is a test.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDependencies } from '../scripts/installDependencies.mjs'
import { projectFolder } from '../scripts/projectFolder.mjs'

const entry = fileURLToPath(new URL('./budget.ts', import.meta.url))
const folder = join(projectFolder, 'node_modules', '.bench')

async function bundle() {
  const { build } = await import('vite')
  const { peggyPlugin } = await import('../scripts/peggyPlugin.mjs')
  await build({
    root: projectFolder,
    configFile: false,
    plugins: [peggyPlugin()],
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      emptyOutDir: true,
      rollupOptions: {
        input: entry,
        output: { entryFileNames: '[name].js' },
      },
    },
  })
}

installDependencies()
await bundle()
const bench = join(folder, 'budget.js')
const { status } = spawnSync(process.execPath, ['--expose-gc', bench, ...process.argv.slice(2)], {
  cwd: projectFolder,
  stdio: 'inherit',
})
process.exit(status ?? 1)
