/** Reads every source of the project, and the texts that name its entries. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const folders = ['src', 'e2e', 'bench', 'gates', 'scripts', 'docs']
const kinds = /\.(tsx?|mjs|css|md|html)$/

function filesIn(folder: string): string[] {
  const path = join(project, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(project, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

function rootFiles(): string[] {
  return readdirSync(project).filter(name =>
    /(\.config\.ts|^\.dependency-cruiser\.mjs|\.md|\.html)$/.test(name),
  )
}

function read(path: string): string {
  return readFileSync(join(project, path), 'utf8')
}

/** The files by path, and one text with all that names an entry. */
export function readProject(): { files: Record<string, string>; entryTexts: string } {
  const paths = [...folders.flatMap(filesIn), ...rootFiles()].filter(path => kinds.test(path))
  const files = Object.fromEntries(paths.sort().map(path => [path, read(path)]))
  const naming = ['package.json', 'knip.json'].filter(path => existsSync(join(project, path)))
  const scripts = paths.filter(path => path.startsWith('scripts/') || path.endsWith('.config.ts'))
  return { files, entryTexts: [...naming, ...scripts].map(read).join('\n') }
}
