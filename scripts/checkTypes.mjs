/** Checks the types of every thread: each has its own tsconfig, so that none sees what it lacks. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from './projectFolder.mjs'

const compiler = join(projectFolder, 'node_modules', 'ts7', 'bin', 'tsc')
export const threads = ['src/engine', 'src/words', 'src/workers', 'src/ui', '.']

/** Runs the compiler on one tsconfig: `{ isSound, report }`. */
export function checkTypes(thread, folder = projectFolder) {
  const words = [compiler, '-p', join(folder, thread, 'tsconfig.json'), '--pretty', 'false']
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return { isSound: status === 0, report: stdout + stderr }
}

function checkThread(thread) {
  if (!existsSync(join(projectFolder, thread, 'tsconfig.json'))) return true
  const { isSound, report } = checkTypes(thread)
  console.log(`${thread}: ${isSound ? 'sound' : `\n${report}`}`)
  return isSound
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = threads.map(checkThread)
  process.exit(results.every(Boolean) ? 0 : 1)
}
