/** Row 8: `npm start` on a fresh clone and again, until the first page has been served. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchRow, Finding } from '../finding.ts'

const port = 4_871

/** Ends the server of one start; resolves when it is gone. */
function end(server: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}

async function isServed(): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok
  } catch {
    return false
  }
}

/** Without what npm told this process of its own folder, so that the clone is its own. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))
  return Object.fromEntries(kept)
}

async function secondsToFirstPage(folder: string): Promise<number> {
  const begun = performance.now()
  const script = join(folder, 'scripts', 'start.mjs')
  const server = spawn(process.execPath, [script, '--port', `${port}`], {
    cwd: folder,
    stdio: 'ignore',
    env: ownEnvironment(),
  })
  while (!(await isServed())) {
    if (server.exitCode !== null) throw new Error('npm start ended before it served a page')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  const seconds = (performance.now() - begun) / 1000
  await end(server)
  return seconds
}

function finding(what: string, seconds: number, limit: number): Finding {
  const goal = `<= ${limit} s`
  return { what, goal, found: `${seconds.toFixed(1)} s`, isMet: seconds <= limit }
}

async function measure(): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aurora-clone-'))
  try {
    execFileSync('git', ['clone', '--quiet', process.cwd(), folder])
    const fresh = await secondsToFirstPage(folder)
    const again = await secondsToFirstPage(folder)
    return [finding('npm start, fresh clone', fresh, 30), finding('npm start, again', again, 3)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const startRow: BenchRow = { id: 'start', measure }
