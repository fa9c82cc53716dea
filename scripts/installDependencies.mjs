/**
 * Installs the packages of the lock file when what stands in node_modules is not what the lock
 * file says. npm writes its own record of what it has installed; comparing the two costs
 * milliseconds, so this can stand at the start of every command.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './projectFolder.mjs'

const ownRecord = join('node_modules', '.package-lock.json')

function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

function isSame(wanted, installed) {
  return installed?.version === wanted.version && installed.integrity === wanted.integrity
}

/** True when every package of the lock file is installed in the version it names. */
export function isInstalled(folder = projectFolder, recordOfNpm = ownRecord) {
  const wanted = packagesOf(join(folder, 'package-lock.json'))
  const installed = packagesOf(join(folder, recordOfNpm))
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional)
    .every(([path, entry]) => isSame(entry, installed[path]))
}

function npm(argumentsOfNpm) {
  // Messages go to standard error: the standard output of `sim` carries JSON and nothing else.
  const options = { cwd: projectFolder, stdio: ['ignore', 2, 2] }
  const path = process.env.npm_execpath
  return path?.endsWith('.js')
    ? spawnSync(process.execPath, [path, ...argumentsOfNpm], options)
    : spawnSync('npm', argumentsOfNpm, { ...options, shell: process.platform === 'win32' })
}

/** Installs what is missing; ends the program with one sentence when that fails. */
export function installDependencies() {
  if (isInstalled()) return
  console.error('Installing the packages of the lock file …')
  // The tools that build the page are dev packages; NODE_ENV=production must not leave them out.
  const { status } = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'])
  if (status === 0) return
  console.error('The packages could not be installed: `npm ci` failed, see above.')
  process.exit(1)
}
