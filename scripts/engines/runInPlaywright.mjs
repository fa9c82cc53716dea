/** Runs the harness in a browser that Playwright drives: Chromium, or Debian's Firefox. */
import { chromium, firefox } from 'playwright-core'
import { longestRunMillis } from './longestRunMillis.mjs'

const browsers = { chromium, firefox }

/** `browser` is `{ name, options }` for Playwright; the answer is what the page was told. */
export async function runInPlaywright(browser, address) {
  const opened = await browsers[browser.name].launch(browser.options)
  try {
    const page = await opened.newPage()
    await page.goto(address)
    await page.waitForFunction(() => globalThis.answer !== undefined, undefined, {
      timeout: longestRunMillis,
    })
    return { version: opened.version(), ...(await page.evaluate(() => globalThis.answer)) }
  } finally {
    await opened.close()
  }
}
