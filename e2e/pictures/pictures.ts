/** Makes the pictures: each moment is opened as a person opens it, and stands still. */
import { mkdir, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { moments } from '../moments.ts'
import { showMoment } from '../showMoment.ts'
import { expect, test } from '../test.ts'
import { contactSheet } from './contactSheet.ts'
import { folder, pathOf, schemes, sizes } from './place.ts'

/** Marks and charts are asked for again within that time. */
const intervals = [700]

/** Parts of the page come late: a picture is good when the next one is the same. */
async function pictureAtRest(page: Page): Promise<Buffer> {
  let newest = await page.screenshot({ animations: 'disabled' })
  const isSame = async () => {
    const before = newest
    newest = await page.screenshot({ animations: 'disabled' })
    return newest.equals(before)
  }
  await expect.poll(isSame, { intervals, timeout: 20_000 }).toBe(true)
  return newest
}

test.beforeAll(async () => {
  await mkdir(folder, { recursive: true })
})

test.afterAll(contactSheet)

for (const { name: size, viewport } of sizes) {
  test.describe(size, () => {
    test.use({ viewport })
    for (const moment of moments) {
      test(`${moment.name}, ${size}`, async ({ playground }) => {
        const { page } = playground
        await showMoment(playground, moment)
        await page.waitForLoadState('networkidle')
        for (const scheme of schemes) {
          await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
          await playground.idle()
          await writeFile(pathOf(moment.name, size, scheme), await pictureAtRest(page))
        }
      })
    }
  })
}
