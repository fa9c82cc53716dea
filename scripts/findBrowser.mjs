/**
 * Where a Chromium stands on this machine. In this order: the environment variable CHROMIUM_PATH,
 * an installed Chromium or Chrome, the one that Playwright has downloaded.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

function inPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return folders.map(folder => join(folder, name)).find(existsSync)
}

function usualPlaces() {
  const { ProgramFiles, LOCALAPPDATA } = process.env
  const chrome = ['Google', 'Chrome', 'Application', 'chrome.exe']
  return {
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [ProgramFiles, LOCALAPPDATA]
      .filter(folder => folder !== undefined)
      .map(folder => join(folder, ...chrome)),
    linux: ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  }[process.platform]
}

async function downloadedByPlaywright() {
  try {
    const { chromium } = await import('playwright-core')
    return [chromium.executablePath()].find(existsSync)
  } catch {
    return undefined
  }
}

function named() {
  const path = process.env.CHROMIUM_PATH
  if (path === undefined || path === '' || existsSync(path)) return path || undefined
  throw new Error(`CHROMIUM_PATH names "${path}", and there is no such file.`)
}

/** The path of a Chromium, or undefined when there is none. */
export async function findBrowser() {
  return (
    named() ??
    names.map(inPath).find(Boolean) ??
    usualPlaces()?.find(existsSync) ??
    (await downloadedByPlaywright())
  )
}

/** How the checks start Chromium: no work behind the page, no sandbox when the user is root. */
export function browserFlags() {
  const isRoot = process.getuid?.() === 0
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ]
}
