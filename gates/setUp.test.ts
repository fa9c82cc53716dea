/** The set-up finds what is there, installs only what is missing, and refuses in one sentence. */
import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { hashSources } from '../scripts/buildPage.mjs'
import { findBrowser } from '../scripts/findBrowser.mjs'
import { isInstalled } from '../scripts/installDependencies.mjs'
import { isNewEnough } from '../scripts/requireNode.mjs'
import { plant, project } from './planted/plant.ts'

afterEach(() => vi.unstubAllEnvs())

function run(...words: string[]) {
  return spawnSync(process.execPath, words, { cwd: project, encoding: 'utf8' })
}

test('Node 20.19 and newer will do', () => {
  expect(['20.19.0', '20.20.2', '22.0.0', '24.1.0'].map(isNewEnough)).not.toContain(false)
  expect(['20.18.9', '18.20.0', '19.99.0'].map(isNewEnough)).not.toContain(true)
})

test('packages count as installed only in the very version of the lock file', () => {
  const lock = (version: string) => JSON.stringify({ packages: { '': {}, a: { version } } })
  const installed = (wanted: string, found: string) => {
    const files = { 'package-lock.json': lock(wanted), 'found.json': lock(found) }
    return isInstalled(plant({ files }), 'found.json')
  }
  expect(installed('1.0.0', '1.0.0')).toBe(true)
  expect(installed('1.0.1', '1.0.0')).toBe(false)
})

test('a page is built again when the content of a source changes, and only then', () => {
  const common = { 'index.html': 'a', 'vite.config.ts': 'a', 'package-lock.json': 'a' }
  const hashOf = (files: Record<string, string>) =>
    hashSources(plant({ files: { ...common, ...files } }))
  const before = hashOf({ 'src/a.ts': 'a' })
  expect(hashOf({ 'src/a.ts': 'a', 'src/a.test.ts': 'a' })).toBe(before)
  expect(hashOf({ 'src/a.ts': 'b' })).not.toBe(before)
  expect(hashOf({ 'src/b.ts': 'a' })).not.toBe(before)
})

test('the environment variable names the browser before any other place', async () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath)
  expect(await findBrowser()).toBe(process.execPath)
})

test('an installed browser is found in PATH', async () => {
  const folder = plant({ files: { 'bin/chromium': '' } })
  chmodSync(join(folder, 'bin/chromium'), 0o755)
  vi.stubEnv('CHROMIUM_PATH', '')
  vi.stubEnv('PATH', `${join(folder, 'bin')}${delimiter}${process.env.PATH}`)
  expect(await findBrowser()).toBe(join(folder, 'bin/chromium'))
})

test('a browser that is named and not there is refused in one sentence', async () => {
  vi.stubEnv('CHROMIUM_PATH', 'nowhere/chromium')
  await expect(findBrowser()).rejects.toThrow('CHROMIUM_PATH names "nowhere/chromium"')
})

test.each([
  ['scripts/start.mjs', '--port', 'many', '--port takes a number from 1 to 65535, not "many".'],
  ['scripts/start.mjs', '--nope', '', 'Known are --port NUMBER and --host.'],
  ['scripts/verify.mjs', 'nope', '', 'There is no check "nope". Known: types, lint'],
  ['scripts/engines.mjs', 'Nope', '', 'There is no engine "Nope". Known: Node, Chromium'],
])('%s %s %s is refused with what is known', (script, first, second, message) => {
  const { status, stderr } = run(script, first, ...(second === '' ? [] : [second]))
  expect(status).toBe(2)
  expect(stderr).toContain(message)
})

test('the checks end with one plain line, and a failure is not hidden', () => {
  const folder = plant({
    files: { 'package.json': '{}' },
    copied: ['scripts', 'package-lock.json'],
  })
  const { status, stdout } = run(join(folder, 'scripts/verify.mjs'), 'size')
  expect(status).toBe(1)
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed')
})
