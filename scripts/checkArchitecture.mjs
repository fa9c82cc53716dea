/**
 * Checks who may import whom, by the rules of `.dependency-cruiser.mjs`. A run that has looked at
 * no module proves nothing and fails: that is what happens when the compiler API is missing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from './projectFolder.mjs'

const cruiser = join(projectFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const rules = join(projectFolder, '.dependency-cruiser.mjs')
const roots = ['src', 'e2e', 'bench']

function sentenceOf(violation) {
  const { rule, from, to, comment } = violation
  return `${rule.name}: ${from} → ${to}${comment === undefined ? '' : `\n    ${comment}`}`
}

/** Cruises a folder laid out like the project: `{ modules, mistakes }`, one sentence a mistake. */
export function checkArchitecture(folder = projectFolder) {
  const looked = roots.filter(root => existsSync(join(folder, root)))
  const words = [cruiser, ...looked, '--config', rules, '--output-type', 'json']
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${stderr}`)
  const { summary } = JSON.parse(stdout)
  return { modules: summary.totalCruised, mistakes: summary.violations.map(sentenceOf) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { modules, mistakes } = checkArchitecture()
  for (const mistake of mistakes) console.error(mistake)
  if (modules === 0) console.error('No module was looked at: the check is broken.')
  console.log(`${modules} modules looked at, ${mistakes.length} imports refused.`)
  process.exit(modules === 0 || mistakes.length > 0 ? 1 : 0)
}
