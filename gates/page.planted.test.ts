/** The size budget refuses a page that is too heavy, and the dead-code check what nobody uses. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { weighPage } from '../scripts/sizeBudget.mjs'
import { plant, project } from './planted/plant.ts'

/** Text that hardly shrinks: `kilobytes` of it weigh about half as much in gzip. */
function noise(kilobytes: number): string {
  const hashes = Array.from({ length: Math.ceil((kilobytes * 1000) / 64) }, (_, index) =>
    createHash('sha256').update(`${index}`).digest('hex'),
  )
  return `export const a = '${hashes.join('')}'`
}

const page = '<script type="module" src="./assets/index-1.js"></script>'

const worker = { 'engine.worker-1.js': 'a' }

function weigh(files: Record<string, string>): string[] {
  const assets = Object.entries({ ...worker, ...files }).map(([name, text]) => [
    `dist/assets/${name}`,
    text,
  ])
  const folder = plant({ files: { 'dist/index.html': page, ...Object.fromEntries(assets) } })
  return weighPage(join(folder, 'dist')).mistakes
}

test('a first load above its budget is refused, with what it imports at once', () => {
  const mistakes = weigh({ 'index-1.js': 'import"./part-2.js"', 'part-2.js': noise(300) })
  expect(mistakes.join()).toMatch(/^firstLoad weighs .* Load a part of it later with import\(\)/)
})

test('a chunk that is loaded later has a budget of its own and no part in the first load', () => {
  const entry = 'import("./part-2.js")'
  expect(weigh({ 'index-1.js': entry, 'part-2.js': noise(90) })).toEqual([])
  expect(weigh({ 'index-1.js': entry, 'part-2.js': noise(300) }).join()).toMatch(
    /^part-2.js weighs/,
  )
})

test('a worker above its budget is refused, with what it imports at once', () => {
  const heavy = { 'index-1.js': 'a', 'engine.worker-1.js': noise(100) }
  expect(weigh(heavy).join()).toMatch(/^worker weighs/)
  const parted = { 'engine.worker-1.js': 'import"./part-2.js"', 'part-2.js': noise(100) }
  expect(weigh(parted).join()).toMatch(/^worker weighs/)
  const later = { 'engine.worker-1.js': 'import("./part-2.js")', 'part-2.js': noise(100) }
  expect(weigh(later)).toEqual([])
})

test('the second worker is weighed with all that it loads, and not with the first', () => {
  const loaded = { 'lab.worker-1.js': 'import("./later-2.js")', 'later-2.js': noise(100) }
  const light = { 'index-1.js': 'a', 'engine.worker-1.js': 'a' }
  expect(weigh({ ...light, ...loaded })).toEqual([])
  expect(weigh({ ...light, ...loaded, 'later-2.js': noise(900) }).join()).toMatch(
    /^laboratory weighs/,
  )
})

test('a page without a worker is refused: nothing would be proven about it', () => {
  const files = { 'dist/index.html': page, 'dist/assets/index-1.js': 'a' }
  expect(weighPage(join(plant({ files }), 'dist')).mistakes.join()).toContain('holds no worker')
})

test('an unused export and an unused file are refused', () => {
  const files = {
    'index.html': '<script type="module" src="/src/ui/main.tsx"></script>',
    'src/ui/main.tsx': "import { used } from './part.ts'\nused()\n",
    'src/ui/part.ts': 'export function used() {}\nexport function unusedExport() {}\n',
    'src/ui/unusedFile.ts': 'export const a = 1\n',
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: { zustand: '5.1.0' },
      devDependencies: { vite: '8.3.8' },
    }),
  }
  const folder = plant({
    files,
    copied: ['knip.json', 'vite.config.ts', 'tsconfig.json', 'tsconfig.base.json'],
  })
  const knip = join(project, 'node_modules/knip/bin/knip.js')
  const { status, stdout } = spawnSync(process.execPath, [knip, '--no-progress'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(status).not.toBe(0)
  expect(stdout).toContain('unusedExport')
  expect(stdout).toContain('src/ui/unusedFile.ts')
  expect(stdout).toContain('zustand')
})
