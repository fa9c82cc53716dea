/**
 * Runs the harness in WebKitGTK's MiniBrowser. Playwright cannot drive it, so this speaks the few
 * words of WebDriver that are needed: open a session, go to the page, ask until it has answered.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { longestRunMillis } from './longestRunMillis.mjs'

async function freePort() {
  const server = createServer()
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return port
}

async function call(address, method, body) {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) })
  const { value } = await response.json()
  if (!response.ok) throw new Error(value?.message ?? `WebDriver answered ${response.status}`)
  return value
}

/** Asks again until the answer is there; a driver that has just been started is not up at once. */
async function until(ask, limitMillis) {
  const end = Date.now() + limitMillis
  for (;;) {
    const answer = await ask().catch(error => (Date.now() > end ? Promise.reject(error) : null))
    if (answer !== null && answer !== undefined) return answer
    if (Date.now() > end) throw new Error(`no answer within ${limitMillis / 1000} s`)
    await wait(200)
  }
}

function capabilities(miniBrowser) {
  const options = { binary: miniBrowser, args: ['--automation'] }
  return {
    capabilities: {
      alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options },
    },
  }
}

async function drive(driver, { miniBrowser, address }) {
  await until(() => call(`${driver}/status`, 'GET'), 20_000)
  const opened = await call(`${driver}/session`, 'POST', capabilities(miniBrowser))
  const session = `${driver}/session/${opened.sessionId}`
  try {
    await call(`${session}/url`, 'POST', { url: address })
    const script = { script: 'return window.answer ?? null', args: [] }
    const answer = await until(
      () => call(`${session}/execute/sync`, 'POST', script),
      longestRunMillis,
    )
    return { version: opened.capabilities.browserVersion, ...answer }
  } finally {
    await call(session, 'DELETE').catch(() => undefined)
  }
}

/** `programs` is `{ xvfb, driver, miniBrowser }`; the answer is what the page was told. */
export async function runInWebKit(programs, address) {
  const port = await freePort()
  const words = ['-a', programs.driver, `--port=${port}`, '--host=127.0.0.1']
  // A group of its own, so that the display, the driver and the browser can be ended together.
  const child = spawn(programs.xvfb, words, { detached: true, stdio: 'ignore' })
  try {
    return await drive(`http://127.0.0.1:${port}`, { miniBrowser: programs.miniBrowser, address })
  } finally {
    process.kill(-child.pid, 'SIGTERM')
  }
}
