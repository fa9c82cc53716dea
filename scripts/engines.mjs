/**
 * `npm run engines`: every scenario ends with the same digest in every JavaScript engine. Runs
 * them in Node, Chromium, Firefox and WebKitGTK, installs what is missing when root on Debian,
 * skips what cannot be had with a clear line, and fails on a difference from the golden digests.
 * Names as arguments run only those: `npm run engines -- Node Chromium`.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildHarness } from './engines/buildHarness.mjs'
import { findFirefox, findWebKit } from './engines/findPrograms.mjs'
import { runInWebKit } from './engines/runInWebKit.mjs'
import { serveFolder } from './engines/serveFolder.mjs'
import { browserFlags } from './findBrowser.mjs'
import { installBrowser } from './installBrowser.mjs'
import { installDebian } from './installDebian.mjs'
import { installDependencies } from './installDependencies.mjs'
import { projectFolder } from './projectFolder.mjs'
import { requireNode } from './requireNode.mjs'

const goldenPath = 'src/engine/scenarios/__golden__/digests.json'

async function runInBrowser(browser, address) {
  const { runInPlaywright } = await import('./engines/runInPlaywright.mjs')
  return runInPlaywright(browser, address)
}

function findOrInstall(find, packages) {
  const found = find()
  if (found !== undefined) return found
  installDebian(packages)
  return find()
}

const engines = {
  async Node({ folder }) {
    const { digests } = await import(pathToFileURL(join(folder, 'digests.mjs')).href)
    return { version: process.versions.node, digests: digests() }
  },
  async Chromium({ address }) {
    const executablePath = await installBrowser().catch(() => undefined)
    if (executablePath === undefined) return { missing: 'install Chromium, or set CHROMIUM_PATH' }
    const options = { executablePath, args: browserFlags() }
    return runInBrowser({ name: 'chromium', options }, address)
  },
  async Firefox({ address }) {
    const executablePath = findOrInstall(findFirefox, ['firefox-esr'])
    if (executablePath === undefined) return { missing: 'install firefox-esr' }
    const options = { executablePath, channel: 'moz-firefox' }
    return runInBrowser({ name: 'firefox', options }, address)
  },
  async WebKitGTK({ address }) {
    const programs = findOrInstall(findWebKit, ['webkit2gtk-driver', 'xvfb'])
    if (programs === undefined) return { missing: 'install webkit2gtk-driver and xvfb' }
    return runInWebKit(programs, address)
  },
}

function show(outcome) {
  if (outcome === undefined) return 'none'
  return `${outcome.digest} after ${outcome.events} events at ${outcome.at} µs`
}

function differences(golden, digests) {
  const names = [...new Set([...Object.keys(golden), ...Object.keys(digests)])].sort()
  return names
    .map(name => ({ name, wanted: show(golden[name]), found: show(digests[name]) }))
    .filter(({ wanted, found }) => wanted !== found)
    .map(({ name, wanted, found }) => `  ${name}: ${found}; golden: ${wanted}`)
}

function judge(name, golden, { version, missing, error, digests }) {
  if (missing !== undefined) return { isEqual: true, lines: [`skipped ${name}: ${missing}`] }
  if (error !== undefined) return { isEqual: false, lines: [`FAILED  ${name}: ${error}`] }
  const wrong = differences(golden, digests)
  const word = wrong.length === 0 ? 'equal  ' : 'DIFFERS'
  const count = Object.keys(digests).length
  return {
    isEqual: wrong.length === 0,
    lines: [`${word} ${name} ${version}: ${count} digests`, ...wrong],
  }
}

function chosenEngines() {
  const names = process.argv.slice(2)
  const unknown = names.find(name => !(name in engines))
  if (unknown !== undefined) {
    console.error(`There is no engine "${unknown}". Known: ${Object.keys(engines).join(', ')}.`)
    process.exit(2)
  }
  return names.length > 0 ? names : Object.keys(engines)
}

async function runAll(chosen, place) {
  const golden = JSON.parse(readFileSync(join(projectFolder, goldenPath), 'utf8'))
  const results = []
  for (const name of chosen) {
    const answer = await engines[name](place).catch(error => ({ error: error.message }))
    const { isEqual, lines } = judge(name, golden, answer)
    console.log(lines.join('\n'))
    results.push(isEqual)
  }
  return results.every(Boolean)
}

requireNode()
const chosen = chosenEngines()
installDependencies()
const folder = await buildHarness()
const { address, close } = await serveFolder(folder)
const isSame = await runAll(chosen, { folder, address })
close()
rmSync(folder, { recursive: true, force: true })
process.exit(isSame ? 0 : 1)
