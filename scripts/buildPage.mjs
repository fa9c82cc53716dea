/**
 * Builds the page into dist/, but only when a source has changed since the last build. The
 * sources are compared by content: a fresh checkout touches every time stamp.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './projectFolder.mjs'

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']
const stamp = join(projectFolder, 'dist', 'sources.sha256')

function filesUnder(path) {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
}

function isFolder(source) {
  return source === 'src' || source === 'public'
}

/** One hash over the names and contents of everything the page is built from. */
export function hashSources(folder = projectFolder) {
  const paths = sources.flatMap(source => {
    const path = join(folder, source)
    return isFolder(source) ? filesUnder(path) : [path]
  })
  const hash = createHash('sha256')
  for (const path of paths.sort()) {
    hash.update(path.slice(folder.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** True when dist/ was built from the sources as they stand. */
export function isBuilt(hash = hashSources()) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

/** Builds when needed; true when it did. */
export async function buildPage() {
  const hash = hashSources()
  if (isBuilt(hash)) return false
  const { build } = await import('vite')
  await build({ root: projectFolder, logLevel: 'warn' })
  writeFileSync(stamp, hash)
  return true
}
