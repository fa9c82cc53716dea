/**
 * Semantic zoom: into a copy, a page and a transaction, by double click, by key, by the menu and by
 * the address; what stands there agrees with the frame and the report; Escape comes back.
 */
import AxeBuilder from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

function inside({ page }: PlaygroundPage, name: string): Locator {
  return page.getByRole('region', { name: `Inside: ${name}` })
}

/** Nothing that a screen reader or a keyboard stumbles over. */
async function isClean({ page }: PlaygroundPage): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('.zoom-place').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('into a copy: eight stations, as many records as the frame says, and back', async ({
  playground,
}) => {
  const { page } = playground
  await playground.open('#eight-steps')
  await playground.pause()
  await playground.seek('700ms')
  await expect(page.locator('html')).toHaveAttribute('data-insides', 'open')
  await page.getByRole('button', { name: 'Details of node-a1', exact: true }).dblclick()
  const copy = inside(playground, 'Copy a1 of pg1')
  await expect(copy).toBeVisible()
  await expect(page).toHaveURL(/inside=copy\.pg1\.a1/)
  await playground.idle()
  const { pipeline, groups } = await playground.frame()
  const work = pipeline?.segments.find(({ segment }) => segment === 'pg1/a1')
  const stations = copy.getByRole('listitem').filter({ hasText: /^Step \d/ })
  await expect(stations).toHaveCount(8)
  const received = (work?.steps[0]?.done ?? 0).toLocaleString('en')
  await expect(stations.first()).toContainText(`${received} records received`)
  const scl = groups[0]?.segments[0]?.scl ?? 0
  await expect(copy).toContainText(`up to LSN ${scl.toLocaleString('en')}`)
  await isClean(playground)
  // The first press of the two has asked why: what is on top goes first.
  const why = page.getByRole('complementary', { name: 'Why' })
  await why.getByRole('heading', { name: 'Why', exact: true }).focus()
  await page.keyboard.press('Escape')
  await expect(why).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(playground.copy('a1')).toBeVisible()
  await expect(page).not.toHaveURL(/inside=/)
  await playground.isSound()
})

test('by key into the newest transaction; its time is that of the facts', async ({
  playground,
}) => {
  const { page } = playground
  await playground.open()
  await playground.pause()
  await playground.seek('30ms')
  await playground.writer().focus()
  await page.keyboard.press('+')
  const ladder = page.getByRole('region', { name: /^Inside: Transaction \d+/ })
  await expect(ladder).toContainText('From shop')
  const name = (await ladder.getAttribute('aria-label')) ?? ''
  const transaction = Number(/\d+/.exec(name)?.[0])
  await playground.seek('60ms')
  await expect(ladder).toContainText('committed in')
  const facts = await playground.facts({ fact: 'TransactionCommitted' })
  const fact = facts.find(
    ({ parameters }) => 'transaction' in parameters && parameters.transaction === transaction,
  )
  const micros = fact?.fact === 'TransactionCommitted' ? fact.parameters.latencyMicros : 0
  await expect(ladder).toContainText(`committed in ${Number((micros / 1_000).toFixed(2))} ms`)
  const copies = ladder.getByRole('button', { name: /^redo to copy / })
  await expect(copies).toHaveCount(6)
  await isClean(playground)
  await copies.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /^Inside: Copy / })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(ladder).toBeVisible()
  await ladder.getByRole('button', { name: 'Volume', exact: true }).click()
  await expect(playground.writer()).toBeFocused()
})

test('an address leads into a page that two writers want; a phone has room for it', async ({
  playground,
}) => {
  const { page } = playground
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./?inside=page.0#stale-base')
  const place = inside(playground, 'Page 0')
  await expect(place).toBeVisible()
  await playground.pause()
  await playground.seek('12ms')
  const { multiMaster } = await playground.frame()
  const version = multiMaster?.pages.find(({ page: number }) => number === 0)?.version
  await expect(place).toContainText(`Version ${version} is the newest accepted`)
  await expect(place.getByRole('button', { name: /^Copy \w\d of pg1$/ })).toHaveCount(6)
  await expect(place.getByRole('button', { name: 'Change 1', exact: true })).toBeVisible()
  await isClean(playground)
  await playground.isSound()
})
