/**
 * Bundles a part of the sources for Node, which cannot run TypeScript by itself at the oldest
 * version that works here, into node_modules/.cache; again only when a source has changed.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from './projectFolder.mjs'

const sources = ['src/engine', 'src/cli', 'src/words', 'package-lock.json']

function filesOf(source) {
  const path = join(projectFolder, source)
  if (source.includes('.')) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
}

function hashSources() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesOf).sort()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

async function bundle(entry, outDir) {
  const { build } = await import('vite')
  const { peggyPlugin } = await import('./peggyPlugin.mjs')
  await build({
    root: projectFolder,
    configFile: false,
    publicDir: false,
    plugins: [peggyPlugin()],
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
}

/** Bundles beside its place and moves it there at once: two commands may start together. */
async function bundleInto(folder, entry) {
  const fresh = `${folder}.${process.pid}`
  await bundle(join(projectFolder, entry), fresh)
  try {
    renameSync(fresh, folder)
  } catch {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Bundles of sources as they stood before. */
function removeOld(cache, name, kept) {
  const isOld = found => found.startsWith(`aurora-${name}-`) && found !== kept
  const old = readdirSync(cache).filter(isOld)
  for (const found of old) rmSync(join(cache, found), { recursive: true, force: true })
}

/** What the module exports; `entry` is a path in the project, as `src/cli/main.ts`. */
export async function bundleForNode(entry) {
  const name = basename(entry, '.ts')
  const cache = join(projectFolder, 'node_modules', '.cache')
  const kept = `aurora-${name}-${hashSources().slice(0, 16)}`
  const folder = join(cache, kept)
  if (!existsSync(folder)) {
    await bundleInto(folder, entry)
    removeOld(cache, name, kept)
  }
  return import(pathToFileURL(join(folder, `${name}.mjs`)).href)
}
