/**
 * `npm test`: installs what is missing, a browser included, then runs every check, also after a
 * failure, and ends with one line, `N passed, N failed`. Names of checks as arguments run only
 * those: `npm test -- types lint`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { installDependencies } from './installDependencies.mjs'
import { projectFolder } from './projectFolder.mjs'
import { requireNode } from './requireNode.mjs'

function inModules(...parts) {
  return join(projectFolder, 'node_modules', ...parts)
}

function script(path) {
  return [join(projectFolder, path)]
}

const checks = {
  types: script('scripts/checkTypes.mjs'),
  lint: [inModules('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'],
  architecture: script('scripts/checkArchitecture.mjs'),
  unused: [inModules('knip', 'bin', 'knip.js'), '--no-progress'],
  unit: [inModules('vitest', 'vitest.mjs'), 'run'],
  build: script('scripts/build.mjs'),
  size: script('scripts/sizeBudget.mjs'),
  browser: script('scripts/browser.mjs'),
  engines: [...script('scripts/engines.mjs'), 'Node', 'Chromium'],
  oracles: script('scripts/oracles.mjs'),
  e2e: [inModules('@playwright', 'test', 'cli.js'), 'test'],
}

function exists([path]) {
  return existsSync(path)
}

function secondsSince(start) {
  return ((Date.now() - start) / 1000).toFixed(1)
}

/** Shows what a check says only when it fails: a green run is short enough to be read. */
function passes(name) {
  const start = Date.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, checks[name], {
    cwd: projectFolder,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  if (status !== 0) console.log(`\n${stdout}${stderr}`)
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${name} (${secondsSince(start)} s)`)
  return status === 0
}

function chosenChecks(names) {
  const unknown = names.filter(name => !(name in checks))
  if (unknown.length > 0) {
    console.error(`There is no check "${unknown[0]}". Known: ${Object.keys(checks).join(', ')}.`)
    process.exit(2)
  }
  const chosen = names.length > 0 ? names : Object.keys(checks)
  return chosen.filter(name => exists(checks[name]))
}

requireNode()
installDependencies()
const results = chosenChecks(process.argv.slice(2)).map(passes)
const passed = results.filter(Boolean).length
console.log(`\n${passed} passed, ${results.length - passed} failed`)
process.exit(passed === results.length ? 0 : 1)
