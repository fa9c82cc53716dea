/**
 * Compiles a grammar when its file is imported: all `.peggy` files beside it are one grammar, whose
 * first rules stand in the imported one. The parser that comes out needs nothing at run time.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import peggy from 'peggy'

function sourcesBeside(path) {
  const folder = dirname(path)
  const others = readdirSync(folder)
    .filter(name => name.endsWith('.peggy'))
    .sort()
  const names = [basename(path), ...others.filter(name => name !== basename(path))]
  return names.map(name => ({
    source: join(folder, name),
    text: readFileSync(join(folder, name), 'utf8'),
  }))
}

/** The rules that may be asked for by `startRule`. */
const allowedStartRules = ['Start', 'ColumnStart']

function compile(sources) {
  return peggy.generate(sources, { output: 'source', format: 'es', allowedStartRules })
}

/** A plug-in for Vite and Vitest. */
export function peggyPlugin() {
  return {
    name: 'peggy',
    enforce: 'pre',
    transform(_, id) {
      const path = id.replace(/\?.*$/, '')
      if (!path.endsWith('.peggy')) return null
      const sources = sourcesBeside(path)
      for (const { source } of sources) this.addWatchFile(source)
      return { code: compile(sources), map: null }
    },
  }
}
