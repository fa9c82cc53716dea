/** Installs packages of Debian, which only root can do. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const release = '/etc/os-release'

function run(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr } = spawnSync(words[0], words.slice(1), { env, encoding: 'utf8' })
  if (status !== 0 && stderr) console.error(stderr.trim())
  return status === 0
}

/** Systems built on Debian name their packages otherwise: Ubuntu's chromium needs snap. */
function isDebianRoot() {
  const isDebian = existsSync(release) && /^ID="?debian"?$/m.test(readFileSync(release, 'utf8'))
  return isDebian && process.getuid() === 0
}

/** True when the packages are installed afterwards. */
export function installDebian(packages) {
  if (!isDebianRoot()) return false
  console.error(`Installing ${packages.join(', ')} with apt-get …`)
  run('apt-get', 'update')
  return run('apt-get', 'install', '-y', '--no-install-recommends', ...packages)
}
