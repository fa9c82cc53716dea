/**
 * An idle day on the built page at 3,600 times real time and faster: how long its pictures take
 * while a serverless cluster sleeps and wakes, in Chromium without a graphics card.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import type { Playground } from '../../src/ui/playground/playground.ts'
import type { BenchRow, Finding } from '../finding.ts'
import { projectScript } from '../projectScript.ts'
import { quantile } from '../spread.ts'

declare global {
  interface Window {
    playground: Playground
  }
}

type BrowserSearch = typeof import('../../scripts/findBrowser.mjs')
const port = 4_873
const address = `http://localhost:${port}/`
const speeds = ['3600', '10000']
const windowMillis = 4_000
/** 60 pictures a second; the browser's clock is coarse. */
const most = { p95Millis: 16.7, slack: 0.8 }

async function isServed(): Promise<boolean> {
  try {
    return (await fetch(address)).ok
  } catch {
    return false
  }
}

/** Serves the built page; returns how to end it. */
async function servePage(): Promise<() => void> {
  const script = join(process.cwd(), 'scripts', 'start.mjs')
  const server = spawn(process.execPath, [script, '--port', `${port}`], { stdio: 'ignore' })
  while (!(await isServed())) {
    if (server.exitCode !== null) throw new Error('npm start ended before it served a page')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return () => server.kill('SIGTERM')
}

/** Time from one picture to the next, in ms, ascending. */
function intervalsOf(page: Page): Promise<number[]> {
  return page.evaluate(
    millis =>
      new Promise<number[]>(resolve => {
        const intervals: number[] = []
        const begun = performance.now()
        const note = (before: number) =>
          requestAnimationFrame(now => {
            intervals.push(now - before)
            if (now - begun < millis) note(now)
            else resolve(intervals.slice(1).sort((a, b) => a - b))
          })
        note(begun)
      }),
    windowMillis,
  )
}

function instantOf(page: Page): Promise<number> {
  return page.evaluate(() => window.playground.frame().at)
}

async function watch(page: Page, speed: string): Promise<Finding> {
  await page.goto(address)
  await page.waitForFunction(() => document.documentElement.dataset.keys === 'heard')
  await page.evaluate(() => window.playground.load('office-hours'))
  await page.evaluate(asked => window.playground.play(asked), speed)
  const before = await instantOf(page)
  const intervals = await intervalsOf(page)
  const reached = ((await instantOf(page)) - before) / (windowMillis * 1_000)
  const p95 = quantile(intervals, 0.95)
  return {
    what: `an idle day on the page at ${speed}x: p95`,
    goal: `<= ${most.p95Millis} ms a frame`,
    found: `${p95.toFixed(1)} ms a frame, model time ${Math.round(reached)}x`,
    isMet: p95 <= most.p95Millis + most.slack,
  }
}

async function measureIn(executablePath: string, args: string[]): Promise<Finding[]> {
  const close = await servePage()
  const browser = await chromium.launch({ executablePath, args })
  try {
    const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } })
    const found: Finding[] = []
    for (const speed of speeds) found.push(await watch(page, speed))
    return found
  } finally {
    await browser.close()
    close()
  }
}

async function measure(): Promise<Finding[]> {
  const { browserFlags, findBrowser } = await projectScript<BrowserSearch>('findBrowser.mjs')
  const path = await findBrowser()
  if (path) return measureIn(path, browserFlags())
  return [{ what: 'idle day', goal: '', found: 'no Chromium here: not measured', isMet: null }]
}

export const idlePageRow: BenchRow = { id: 'idlePage', measure }
