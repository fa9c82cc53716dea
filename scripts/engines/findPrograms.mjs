/** Finds the browsers that are not Chromium: Firefox in PATH, WebKitGTK where Debian puts it. */
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

function inPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(existsSync)
}

function foldersIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(folder, entry.name))
}

function findMiniBrowser() {
  return ['/usr/lib', '/usr/libexec', ...foldersIn('/usr/lib')]
    .flatMap(foldersIn)
    .filter(path => /webkit2?gtk-[\d.]+$/.test(path))
    .map(path => join(path, 'MiniBrowser'))
    .find(existsSync)
}

export function findFirefox() {
  return process.env.FIREFOX_PATH ?? inPath('firefox-esr')
}

/** `{ xvfb, driver, miniBrowser }`, or undefined when one of them is missing. */
export function findWebKit() {
  const found = {
    xvfb: inPath('xvfb-run'),
    driver: inPath('WebKitWebDriver'),
    miniBrowser: findMiniBrowser(),
  }
  return Object.values(found).includes(undefined) ? undefined : found
}
