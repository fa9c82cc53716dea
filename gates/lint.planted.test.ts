/** The lint rules refuse every planted mistake, and each ban names its replacement. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintMistakes, lintSound } from './planted/lintMistakes.ts'
import { plant, project } from './planted/plant.ts'

const copied = ['biome.json', 'gates/engine.grit', 'gates/threads.grit', 'package.json']

interface Diagnostic {
  message: string
  location: { path: string | { file: string } }
}

/** Each text gets a folder of its own below its path, so that one run can look at all of them. */
function numbered(path: string, index: number): string {
  return path.startsWith('src/workers/engine.worker')
    ? path
    : path.replace(/([^/]+)$/, `case${index}/$1`)
}

function lint(files: Record<string, string>): Map<string, string> {
  const folder = plant({ files, copied })
  const biome = join(project, 'node_modules/@biomejs/biome/bin/biome')
  const words = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none']
  const { stdout } = spawnSync(process.execPath, [...words, 'src'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const messages = new Map<string, string>()
  for (const { message, location } of JSON.parse(stdout).diagnostics as Diagnostic[]) {
    const path = typeof location.path === 'string' ? location.path : location.path.file
    messages.set(path, `${messages.get(path) ?? ''}${JSON.stringify(message)}\n`)
  }
  return messages
}

const planted = lintMistakes.map((mistake, index) => ({
  ...mistake,
  path: numbered(mistake.path, index),
}))

test('every planted mistake is refused with the message that names its replacement', () => {
  const messages = lint(Object.fromEntries(planted.map(({ path, text }) => [path, text])))
  const missed = planted.filter(({ path, message }) => !messages.get(path)?.includes(message))
  expect(missed.map(({ path, text }) => [text, messages.get(path)])).toEqual([])
})

test('what only looks like a mistake passes', () => {
  const files = lintSound.map(({ path, text }, index) => [numbered(path, index), text])
  expect([...lint(Object.fromEntries(files))]).toEqual([])
})

test('every ban of the project has a planted mistake', () => {
  const bans = ['engine', 'threads'].flatMap(name => {
    const text = readFileSync(join(project, `gates/${name}.grit`), 'utf8')
    return [...text.matchAll(/message\s*=\s*"([^"]+)"/g)].map(([, message = '']) => message)
  })
  const unproven = bans.filter(ban => !lintMistakes.some(({ message }) => ban.includes(message)))
  expect(bans.length).toBeGreaterThan(10)
  expect(unproven).toEqual([])
})
