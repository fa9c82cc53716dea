/**
 * One stage from a phone to a wall for the fullest clusters: every word whole and free, the room of
 * the window used, and on a phone what DESIGN asks for: question, lights and pips on top, what
 * happens now over the button at the thumb, the inspector as a sheet.
 */
import type { Locator } from '@playwright/test'
import { extremes } from './extremeStories.ts'
import { faultsOfWords, finger, tooSmallForFingers } from './geometry.ts'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

type Size = readonly [number, number]

/** 720 × 450 is 1440 × 900 at 200 %. */
const sizes: readonly Size[] = [
  [360, 740],
  [720, 450],
  [768, 1024],
  [1024, 768],
  [1440, 900],
  [2560, 1300],
]

/** How wide a column is drawn, in pixels of the screen. */
async function columnWidth(playground: PlaygroundPage): Promise<number> {
  return (await playground.copy('a1').boundingBox())?.width ?? 0
}

for (const { source, at } of extremes) {
  const name = typeof source === 'string' ? source : (source as { name: string }).name
  test(`${name}: no word overlaps another or is cut at any width`, async ({ playground }) => {
    const { page } = playground
    await playground.open()
    await playground.load(source)
    await playground.pause()
    await playground.seek(at)
    const widths = new Map<number, number>()
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await playground.idle()
      const message = `${name} at ${width} × ${height}`
      await expect.poll(() => faultsOfWords(page), { message }).toEqual([])
      if (width === 360) expect(await tooSmallForFingers(page)).toEqual([])
      widths.set(width, await columnWidth(playground))
      await playground.isSound()
    }
    expect(widths.get(360)).toBeGreaterThanOrEqual(finger)
    expect(widths.get(2560)).toBeGreaterThan(1.4 * (widths.get(1440) ?? Infinity))
  })
}

/** From the upper edge of the window to the middle of it, in its height. */
async function heightOf(found: Locator): Promise<number> {
  const box = await found.boundingBox()
  const { height } = found.page().viewportSize() ?? { height: 0 }
  if (box === null || height === 0) throw new Error('it cannot be seen')
  return (box.y + box.height / 2) / height
}

function quorum({ page }: PlaygroundPage): Locator {
  return page.locator('#stage').getByText('6 of 6', { exact: true }).first()
}

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('lights and pips are on top, what happens now is at the thumb', async ({ playground }) => {
    const { page } = playground
    await playground.open()
    await playground.pause()
    await playground.seek('100ms')
    expect(await heightOf(quorum(playground))).toBeLessThan(0.25)
    expect(await heightOf(page.locator('.stage-status li').first())).toBeLessThan(0.2)
    expect(await heightOf(page.locator('.caption'))).toBeGreaterThan(0.7)
    const play = playground.tool('Play')
    expect(await heightOf(play)).toBeGreaterThan(0.9)
    expect((await play.boundingBox())?.width).toBeGreaterThanOrEqual(finger)
    const columns = page.locator('#stage .stage-control[aria-label^="Copy "]')
    const widths = await columns.evaluateAll(all =>
      all.map(its => its.getBoundingClientRect().width),
    )
    expect(widths).toHaveLength(6)
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(finger)
  })

  test('the inspector is a sheet over the stage, whose top stays in sight', async ({
    playground,
  }) => {
    const { page } = playground
    await playground.open('#dealt-among-four')
    await playground.pause()
    await playground.seek('250ms')
    await page.keyboard.press('w')
    const sheet = page.getByRole('complementary', { name: 'Why', exact: true })
    await expect(sheet).toBeVisible()
    await expect.poll(() => faultsOfWords(page, '.middle > aside')).toEqual([])
    expect(await heightOf(sheet)).toBeGreaterThan(0.5)
    expect((await sheet.boundingBox())?.width).toBe(360)
    await expect(quorum(playground)).toBeInViewport()
    await expect(playground.tool('Play')).toBeInViewport()
    await playground.isSound()
  })
})
