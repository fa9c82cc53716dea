/**
 * How the unit and property tests run: in Node, beside the code. Modules are loaded once for all
 * files that leave them as they are, which takes a third off the whole run.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { peggyPlugin } from './scripts/peggyPlugin.mjs'

const folders = ['src', 'gates', 'bench']

function testsWithin(folder: string): string[] {
  const names = readdirSync(join(import.meta.dirname, folder), {
    recursive: true,
    encoding: 'utf8',
  })
  return names.filter(name => /\.test\.tsx?$/.test(name)).map(name => join(folder, name))
}

/** A planted mistake replaces a module, and a component test needs an untouched store. */
function needsModulesOfItsOwn(path: string): boolean {
  const text = readFileSync(join(import.meta.dirname, path), 'utf8')
  return path.endsWith('.tsx') || text.includes('vi.mock(')
}

const tests = folders.flatMap(testsWithin)
const apart = tests.filter(needsModulesOfItsOwn)
const together = tests.filter(path => !apart.includes(path))

export default defineConfig({
  plugins: [peggyPlugin()],
  test: {
    environment: 'node',
    testTimeout: 30_000,
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
    coverage: { include: ['src/engine/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
})
