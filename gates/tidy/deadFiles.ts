/**
 * Rule: every file is reached from an entry: a test, a configuration, a page, or a file that
 * package.json or a script names. The test that stands beside a file does not keep it alive.
 */
import ts from 'typescript'
import { isConfiguration, isProse, isTest, type Mistake, nameOf, type Source } from './source.ts'

const byAddress = /new URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g

function importsOf({ path, text }: Source): string[] {
  if (path.endsWith('.html'))
    return [...text.matchAll(/src="([^"]+)"/g)].map(([, name = '']) => name)
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
  const addresses = [...text.matchAll(byAddress)].map(([, address = '']) => address)
  return [...imports, ...addresses].map(name => name.replace(/\?.*$/, ''))
}

function resolve(from: string, name: string): string {
  const path = new URL(name, `file:///${from}`).pathname.slice(1)
  return decodeURIComponent(path)
}

function isBeside(test: Source, path: string): boolean {
  const folder = test.path.slice(0, test.path.lastIndexOf('/'))
  return isTest(test.path) && path.startsWith(`${folder}/${nameOf(test.path)}.`)
}

function isEntry(source: Source, entryTexts: string): boolean {
  const { path } = source
  return isTest(path) || isConfiguration(path) || isProse(path) || entryTexts.includes(path)
}

function isGlobbed(source: Source, globs: string[]): boolean {
  return globs.some(folder => source.path.startsWith(folder))
}

/** Folders that a file takes in whole, with `import.meta.glob('./folder/*')`. */
function globsOf(source: Source): string[] {
  const globs = source.text.matchAll(/import\.meta\.glob[^(]*\(\s*['"]([^'"*]+)/g)
  return [...globs].map(([, folder = '']) => resolve(source.path, folder))
}

function next(source: Source, sources: Map<string, Source>): Source[] {
  const globs = globsOf(source)
  const imported = importsOf(source)
    .filter(name => /^[./]/.test(name))
    .map(name => sources.get(resolve(source.path, name)))
    .filter(found => found !== undefined)
    .filter(({ path }) => !isBeside(source, path))
  return [...imported, ...[...sources.values()].filter(found => isGlobbed(found, globs))]
}

/** `entryTexts` is what names entries: package.json, index.html and the scripts, as one text. */
export function deadFiles(all: Source[], entryTexts: string): Mistake[] {
  const sources = new Map(all.map(source => [source.path, source]))
  const reached = new Set<Source>()
  const open = all.filter(source => isEntry(source, entryTexts))
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    if (reached.has(source)) continue
    reached.add(source)
    open.push(...next(source, sources))
  }
  const message = 'is dead: nothing imports it but its own test; use it or delete it'
  return all
    .filter(source => !reached.has(source) && !source.path.endsWith('.d.ts'))
    .map(({ path }) => ({ rule: 'deadFiles', path, message }))
}
