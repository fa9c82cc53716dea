/**
 * `npm run pictures`: a picture of every moment, light and dark, at three widths, into `pictures/`,
 * and a sheet of them all. Nothing compares them: they are for looking at.
 */
import { defineConfig } from '@playwright/test'
import whole from './playwright.config.ts'

export default defineConfig({
  ...whole,
  testDir: 'e2e/pictures',
  testMatch: '**/e2e/pictures/pictures.ts',
  outputDir: 'test-results/pictures',
})
