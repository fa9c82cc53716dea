/** Installs packages of Debian (or of a system built on it), which only root can do. */
import { spawnSync } from 'node:child_process'

function run(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr } = spawnSync(words[0], words.slice(1), { env, encoding: 'utf8' })
  if (status !== 0 && stderr) console.error(stderr.trim())
  return status === 0
}

function isDebianRoot() {
  return process.platform === 'linux' && process.getuid() === 0 && run('apt-get', '--version')
}

/** True when the packages are installed afterwards. */
export function installDebian(packages) {
  if (!isDebianRoot()) return false
  console.error(`Installing ${packages.join(', ')} with apt-get …`)
  run('apt-get', 'update')
  return run('apt-get', 'install', '-y', '--no-install-recommends', ...packages)
}
