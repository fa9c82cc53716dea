/**
 * Rows 4 and 5: how the stage moves with 5,000 messages over sixty live nodes while an engine
 * runs beside it, in Chromium without a graphics card; and what receiving a frame costs.
 */
import { join } from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import type { BenchRow, Finding } from '../finding.ts'
import { createMeasured } from '../pages/measured.ts'
import { projectScript } from '../projectScript.ts'
import { quantile } from '../spread.ts'

type BrowserSearch = typeof import('../../scripts/findBrowser.mjs')
const windows = 3
const windowMillis = 3_000
const screen = { width: 1_280, height: 800 }
/** 60 pictures a second; the browser tells whole multiples, give or take a little. */
const pictureMillis = 1_000 / 60

interface Watched {
  p95Millis: number
  lostPercent: number
  scriptMillis: number
  receiptMillis: number
}

interface Asked {
  what: string
  unit: string
  most: number
  /** The browser's clock is coarse. */
  slack: number
  read: (one: Watched) => number
}

const asked: Asked[] = [
  {
    what: '5,000 messages over 60 nodes, engine running: p95',
    unit: 'ms a frame',
    most: 16.7,
    slack: 0.8,
    read: one => one.p95Millis,
  },
  { what: 'frames lost', unit: '%', most: 1, slack: 0, read: one => one.lostPercent },
  {
    what: 'script on the page',
    unit: 'ms a frame',
    most: 2,
    slack: 0,
    read: one => one.scriptMillis,
  },
  {
    what: 'receiving a frame of 5,000 messages: p95',
    unit: 'ms',
    most: 0.2,
    slack: 0.01,
    read: one => one.receiptMillis,
  },
]

/** Builds the bench pages and serves them; returns the address and how to end it. */
async function servePages(): Promise<{ address: string; close: () => Promise<void> }> {
  const { build, preview } = await import('vite')
  const { peggyPlugin } = await import('../../scripts/peggyPlugin.mjs')
  const root = join(process.cwd(), 'bench', 'pages')
  const outDir = join(process.cwd(), 'node_modules', '.bench', 'pages')
  const input = join(root, 'frames.html')
  const rest = { root, base: './', configFile: false as const, logLevel: 'error' as const }
  await build({
    ...rest,
    worker: { format: 'es', plugins: () => [peggyPlugin()] },
    build: { outDir, emptyOutDir: true, target: 'es2022', rollupOptions: { input } },
  })
  const server = await preview({ ...rest, build: { outDir }, preview: { port: 4_872 } })
  const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4872/'
  return { address, close: () => server.close() }
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(metric => metric.name === 'ScriptDuration')?.value ?? Number.NaN
}

async function watch(page: Page, session: CDPSession): Promise<Watched> {
  await page.evaluate(fresh => Object.assign(window.crowdedStage, fresh), createMeasured())
  const before = await scriptSeconds(session)
  await page.waitForTimeout(windowMillis)
  const { intervals, receipts } = await page.evaluate(() => window.crowdedStage)
  const script = (await scriptSeconds(session)) - before
  const pictures = intervals.sort((a, b) => a - b)
  const due = pictures.reduce((sum, interval) => sum + Math.round(interval / pictureMillis), 0)
  return {
    p95Millis: quantile(pictures, 0.95),
    lostPercent: (100 * (due - pictures.length)) / due,
    scriptMillis: (1_000 * script) / pictures.length,
    receiptMillis: quantile(
      receipts.sort((a, b) => a - b),
      0.95,
    ),
  }
}

async function watchStage(browser: Browser, address: string): Promise<Watched[]> {
  const page = await browser.newPage({ viewport: screen })
  await page.goto(`${address}frames.html`)
  await page.waitForFunction(() => window.crowdedStage.frames > 30)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const seen: Watched[] = []
  for (let turn = 0; turn < windows; turn++) seen.push(await watch(page, session))
  return seen.sort((a, b) => a.lostPercent - b.lostPercent)
}

async function measureIn(executablePath: string, args: string[]): Promise<Finding[]> {
  const { address, close } = await servePages()
  const browser = await chromium.launch({ executablePath, args })
  try {
    const seen = await watchStage(browser, address)
    return findings(seen.slice(0, windows - 1))
  } finally {
    await browser.close()
    await close()
  }
}

/** The worse of the best two windows counts: one window may be the neighbour's. */
function findings(seen: Watched[]): Finding[] {
  return asked.map(({ what, unit, most, slack, read }) => {
    const value = Math.max(...seen.map(read))
    return {
      what,
      goal: `<= ${most} ${unit}`,
      found: `${value.toFixed(2)} ${unit}`,
      isMet: value <= most + slack,
    }
  })
}

async function measure(): Promise<Finding[]> {
  const { browserFlags, findBrowser } = await projectScript<BrowserSearch>('findBrowser.mjs')
  const path = await findBrowser()
  if (path) return measureIn(path, browserFlags())
  return [{ what: 'frames', goal: '', found: 'no Chromium here: not measured', isMet: null }]
}

export const frameRow: BenchRow = { id: 'frames', measure }
