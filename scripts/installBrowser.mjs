/**
 * Finds a Chromium, or installs one: Debian's package when root on Debian, else Playwright's own
 * download. When neither can be had, one sentence says what to do.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { findBrowser } from './findBrowser.mjs'
import { installDebian } from './installDebian.mjs'
import { projectFolder } from './projectFolder.mjs'

function downloadWithPlaywright() {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  // Only root may install the system libraries that go with it; others have them, or are told.
  const words = process.getuid?.() === 0 ? ['install', '--with-deps'] : ['install']
  console.error('Downloading Chromium with Playwright …')
  spawnSync(process.execPath, [cli, ...words, 'chromium'], { cwd: projectFolder, stdio: 'inherit' })
}

/** The path of a Chromium; throws the sentence that says what to do when none can be had. */
export async function installBrowser() {
  const found = await findBrowser()
  if (found !== undefined) return found
  installDebian(['chromium'])
  const installed = await findBrowser()
  if (installed !== undefined) return installed
  downloadWithPlaywright()
  const downloaded = await findBrowser()
  if (downloaded !== undefined) return downloaded
  throw new Error(
    'No Chromium can be found or installed: install Chromium or Chrome, or set CHROMIUM_PATH.',
  )
}
