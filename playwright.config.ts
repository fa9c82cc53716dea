/**
 * How the page is tested: one Chromium, the built page, no retries. A trace doubles the time of a
 * run, so it is asked for when one is wanted: `npm run e2e -- --trace on`.
 */
import { defineConfig, devices } from '@playwright/test'
import { browserFlags, findBrowser } from './scripts/findBrowser.mjs'

const port = Number(process.env.PLAYGROUND_PORT ?? 4179)
const address = `http://localhost:${port}/`
const executablePath = await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list']],
  use: { baseURL: address, video: 'off', trace: 'off' },
  webServer: {
    command: `node scripts/start.mjs --port ${port}`,
    url: address,
    reuseExistingServer: !process.env.CI,
    timeout: 120_000,
  },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: { executablePath, args: browserFlags() },
      },
    },
  ],
})
