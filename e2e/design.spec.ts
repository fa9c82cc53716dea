/**
 * The page for everyone and for a wall: the tour by keyboard and ear alone, every word whole and
 * free at every width, and large enough on a projector.
 */
import AxeBuilder from '@axe-core/playwright'
import { faint } from './contrast.ts'
import { faultsOfWords, smallerThan } from './geometry.ts'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

async function isCleanForAxe({ page }: PlaygroundPage): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('the tour by keyboard and ear: palette, menu of a copy, the run told', async ({
  playground,
}) => {
  const { page } = playground
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await playground.open()
  await playground.pause()
  await playground.seek('100ms')
  await playground.copy('a1').focus()

  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /Command/ })
  await expect(field).toBeFocused()
  await page.keyboard.type('zone outage c')
  await expect(page.getByRole('option', { selected: true })).toContainText('Zone outage: zone c')
  await isCleanForAxe(playground)
  await page.keyboard.press('Enter')
  await expect(playground.copy('a1')).toBeFocused()
  const said = page.getByRole('status').filter({ hasText: /whole zone is gone/ })
  await expect(said).toHaveCount(1)

  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Why is it so?' })).toBeFocused()
  await isCleanForAxe(playground)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('stor')
  await expect(page.getByRole('menuitemcheckbox', { name: /^Storage node down/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await playground.idle()
  await expect(playground.light('Commits')).toContainText('wait')
  await expect(playground.copy('a1')).toBeFocused()
  await expect(playground.copy('a1')).toHaveAccessibleDescription(/^down/)

  await page.keyboard.press('t')
  const told = page.getByRole('list', { name: 'What happened' })
  await expect(told.getByRole('listitem').first()).toContainText('Zone c: zone outage.')
  await isCleanForAxe(playground)
  await page.keyboard.press('Escape')

  await page.keyboard.press('/')
  await page.keyboard.type('2 ms')
  await expect(page.getByRole('option', { selected: true })).toContainText('Go to 2.00 ms')
  await page.keyboard.press('Enter')
  await playground.idle()
  await expect(playground.chip()).toContainText('2.00 ms')
})

/** Each at a moment when much is to be read. */
const moments: [string, string][] = [
  ['four-of-six', '300ms'],
  ['who-wins-a-page', '14ms'],
  ['flash-sale', '30s'],
  ['v1-steps-up', '30s'],
  ['one-node-many-groups', '40ms'],
  ['promote-a-replica', '45s'],
]

type Size = readonly [number, number]

const sizes: readonly Size[] = [
  [360, 740],
  [1024, 768],
  [1440, 900],
]

/** Two stories at every width; the last is 1440 × 900 at 200 %. */
const moreSizes: readonly Size[] = [
  [768, 1024],
  [2560, 1300],
  [720, 450],
]

test('no word overlaps, is cut or is faint, nor is a mark, from a small phone to a wall', async ({
  playground,
}) => {
  const { page } = playground
  await playground.open()
  for (const [index, [story, at]] of moments.entries()) {
    await playground.load(story)
    await playground.pause()
    await playground.seek(at)
    for (const [width, height] of index < 2 ? [...sizes, ...moreSizes] : sizes) {
      await page.setViewportSize({ width, height })
      await playground.idle()
      await expect
        .poll(() => faultsOfWords(page), { message: `${story} at ${width} × ${height}` })
        .toEqual([])
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect.poll(() => faint(page), { message: `${story}, ${colorScheme}` }).toEqual([])
    }
    await playground.isSound()
  }
  await page
    .locator('#stage .stage-link path')
    .first()
    .evaluate(link => link.setAttribute('style', 'stroke-opacity: 0.2'))
  expect((await faint(page)).join()).toMatch(/^stage-link [^,]*: \d\.\d\d$/)
  await page
    .locator('#stage svg text')
    .first()
    .evaluate(word => word.setAttribute('x', '-20'))
  expect((await faultsOfWords(page)).length).toBeGreaterThan(0)
})

test('the opening of a small phone needs no panning', async ({ playground }) => {
  await playground.page.setViewportSize({ width: 360, height: 740 })
  await playground.open()
  const panned = () =>
    playground.page
      .locator('.stage-place')
      .evaluate(stage => [stage.scrollHeight - stage.clientHeight, stage.scrollWidth])
  await expect.poll(panned).toEqual([0, 360])
})

/** Three of two writers: busy, answers in flight, and two applications that wait. */
const onWall: [string, string][] = [
  ...moments.slice(0, 4),
  ['who-wins-a-page', '12ms'],
  ['round-robin-storm', '430ms'],
]

test('for a projector every word is 28 pixels, every mark 3 to 1, in strong light colours', async ({
  playground,
}) => {
  const { page } = playground
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await playground.open()
  await playground.pause()
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor.replaceAll(' ', ''))
  expect(await ground()).toBe('rgb(12,17,29)')
  await page.keyboard.press('p')
  await expect.poll(ground).toBe('rgb(255,255,255)')
  for (const [story, at] of onWall) {
    await playground.load(story)
    await playground.pause()
    await playground.seek(at)
    await expect.poll(() => smallerThan(page, 28), { message: story }).toEqual([])
    await expect.poll(() => faultsOfWords(page), { message: story }).toEqual([])
    await expect.poll(() => faint(page), { message: story }).toEqual([])
  }
  expect(new URL(page.url()).searchParams.get('mode')).toBe('projector')
  await page.keyboard.press('p')
  await expect.poll(ground).toBe('rgb(12,17,29)')
})
