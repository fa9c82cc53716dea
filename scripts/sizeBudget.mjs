/**
 * The size of the built page, in kB of gzip: all that `index.html` loads before the stage is
 * alive, the worker, every chunk that comes later, and the second worker, which is loaded whole
 * when somebody asks for a long reckoning. Fails above the budget.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { projectFolder } from './projectFolder.mjs'

/**
 * Upper bounds in kB (1000 bytes) of gzip. The largest later chunk is the text editor of the SQL
 * console: its view is one package, and is loaded when a console is first opened.
 */
export const budget = { firstLoad: 120, worker: 40, laterChunk: 66, laboratory: 300 }

function gzippedKilobytes(path) {
  return gzipSync(readFileSync(path), { level: 9 }).length / 1000
}

function assetsIn(text) {
  const names = text.matchAll(/[\w./-]*?([\w.-]+\.(?:js|css))/g)
  return [...new Set([...names].map(([, name]) => name))]
}

/** Static imports of a chunk; a dynamic `import("…")` is loaded later and does not count. */
function staticImports(code) {
  const imports = code.matchAll(/(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g)
  return [...imports].map(([, name]) => name)
}

/** Of the second worker: static imports, and what it loads with its first task. */
function allImports(code) {
  const loaded = code.matchAll(/import\(\s*[`"']\.\/([\w.-]+\.js)[`"']/g)
  return [...staticImports(code), ...[...loaded].map(([, name]) => name)]
}

function closure(names, assets, importsOf = staticImports) {
  const found = new Set()
  const open = [...names]
  while (open.length > 0) {
    const name = open.pop()
    if (found.has(name) || !existsSync(join(assets, name))) continue
    found.add(name)
    if (name.endsWith('.js')) open.push(...importsOf(readFileSync(join(assets, name), 'utf8')))
  }
  return [...found]
}

function partOf(name, { first, worker, laboratory }) {
  if (first.has(name)) return 'firstLoad'
  if (worker.has(name)) return 'worker'
  return laboratory.has(name) ? 'laboratory' : 'laterChunk'
}

function rowsOf(folder) {
  const assets = join(folder, 'assets')
  const page = join(folder, 'index.html')
  const first = new Set(closure(assetsIn(readFileSync(page, 'utf8')), assets))
  const files = existsSync(assets) ? readdirSync(assets) : []
  const built = files.filter(name => /\.(js|css)$/.test(name))
  const entriesOf = pattern => built.filter(name => pattern.test(name))
  const worker = new Set(closure(entriesOf(/engine\.worker-[^/]*\.js$/), assets))
  const labEntries = entriesOf(/lab\.worker-[^/]*\.js$/)
  const parts = { first, worker, laboratory: new Set(closure(labEntries, assets, allImports)) }
  return [
    { part: 'firstLoad', name: basename(page), kilobytes: gzippedKilobytes(page) },
    ...built.map(name => ({
      part: partOf(name, parts),
      name,
      kilobytes: gzippedKilobytes(join(assets, name)),
    })),
  ]
}

function sum(rows, part) {
  return rows.filter(row => row.part === part).reduce((total, row) => total + row.kilobytes, 0)
}

function overBudget(rows) {
  const totals = ['firstLoad', 'worker', 'laboratory'].map(part => ({
    name: part,
    part,
    kilobytes: sum(rows, part),
  }))
  const later = rows.filter(row => row.part === 'laterChunk')
  return [...totals, ...later].filter(row => row.kilobytes > budget[row.part])
}

/** A page without its worker would weigh little and prove nothing. */
function missingWorker(rows) {
  if (rows.some(({ part }) => part === 'worker')) return []
  return ['dist/assets holds no worker: its chunk should be named NAME.worker-HASH.js.']
}

/** Weighs a built page: `{ rows, totals, mistakes }`. */
export function weighPage(folder = join(projectFolder, 'dist')) {
  const rows = rowsOf(folder).sort((a, b) => b.kilobytes - a.kilobytes)
  const tooHeavy = overBudget(rows).map(
    ({ name, part, kilobytes }) =>
      `${name} weighs ${kilobytes.toFixed(1)} kB gzip; the budget is ${budget[part]} kB. ` +
      'Load a part of it later with import(), or make it smaller.',
  )
  return {
    rows,
    totals: {
      firstLoad: sum(rows, 'firstLoad'),
      worker: sum(rows, 'worker'),
      laboratory: sum(rows, 'laboratory'),
    },
    mistakes: [...tooHeavy, ...missingWorker(rows)],
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { rows, totals, mistakes } = weighPage()
  for (const { part, name, kilobytes } of rows) {
    console.log(`${kilobytes.toFixed(1).padStart(7)} kB  ${part.padEnd(10)}  ${name}`)
  }
  console.log(`first load ${totals.firstLoad.toFixed(1)} of ${budget.firstLoad} kB gzip`)
  console.log(`worker ${totals.worker.toFixed(1)} of ${budget.worker} kB gzip`)
  console.log(`laboratory ${totals.laboratory.toFixed(1)} of ${budget.laboratory} kB gzip`)
  for (const mistake of mistakes) console.error(mistake)
  process.exit(mistakes.length === 0 ? 0 : 1)
}
