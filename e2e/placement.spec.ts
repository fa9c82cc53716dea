/** The map of placement: what one moves, by keys and by hand, and what the cluster says to it. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { PlacedView } from '../src/engine/contract/placementView.ts'
import { expect, test } from './test.ts'

/** A tenant as the frame has it. */
async function placed(page: Page, id: string): Promise<PlacedView> {
  const { placement } = await page.evaluate(() => window.playground.frame())
  return placement!.applications.find(its => its.id === id)!
}

function conflicts({ totals }: PlacedView): number {
  return Object.values(totals.conflicts).reduce((sum, its) => sum + its, 0)
}

function region(page: Page, id: string) {
  return page.getByRole('region', { name: `Application ${id}` })
}

test('a shard is carried to another writer by keys, and no data moves', async ({ playground }) => {
  const { page } = playground
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open()
  await playground.load('own-shard')
  await playground.pause()
  await playground.seek('400ms')
  await page.keyboard.press('m')
  const shard = region(page, 'tenant-3')
  await shard.getByRole('button', { name: 'tenant-3, at w2' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('tenant-3 is over w2.')).toBeAttached()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('tenant-3 is over w1.')).toBeAttached()
  await page.keyboard.press('Space')
  const chip = shard.getByRole('button', { name: 'tenant-3, at w1' })
  await expect(chip).toBeFocused()
  expect((await placed(page, 'tenant-3')).route).toBe('instance')
  await playground.seek('1.4s')
  const moved = await placed(page, 'tenant-3')
  expect(moved.sessionsOn).toEqual([4, 0])
  expect(moved.totals.commits).toBeGreaterThan(100)
  await expect(shard.getByText(/^\d+ commits\/s$/)).toBeVisible()
  await expect(page.getByText(/^Divided: each page is changed at one writer only/)).toBeVisible()
})

test('all in turn: the shape is named a trap, and conflicts stand by their cause', async ({
  playground,
}) => {
  const { page } = playground
  await page.setViewportSize({ width: 390, height: 844 })
  await playground.open('?panel=placement')
  await playground.load('own-shard')
  await playground.pause()
  await playground.seek('600ms')
  await expect(page.getByRole('heading', { name: 'Placement' })).toBeVisible()
  const before = conflicts(await placed(page, 'tenant-3'))
  await page.getByLabel('All take turns (round-robin)').check()
  await expect(page.getByText(/^In turn, the trap/)).toBeVisible()
  await playground.seek('1.4s')
  expect(conflicts(await placed(page, 'tenant-3'))).toBeGreaterThan(before + 20)
  const shard = region(page, 'tenant-3')
  await expect(shard.getByText(/^[1-9][\d.]* conflicts\/s$/)).toBeVisible()
  await expect(shard.getByText(/built on an old version$/)).toBeVisible()
  await shard.getByRole('button', { name: 'Send tenant-3 to w1' }).click()
  await expect(shard.getByRole('button', { name: 'tenant-3, at w1' })).toBeVisible()
})

test('a writer is killed, and the application itself goes to its standby', async ({
  playground,
}) => {
  const { page } = playground
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open()
  await playground.load('own-your-table')
  await playground.pause()
  await playground.seek('1.2s')
  await page.keyboard.press('m')
  const shop = region(page, 'shop')
  await shop.getByLabel('shop checks its instances itself').check()
  await expect(
    shop.getByText(/^Asks w1 and w2 by SQL every 1 s: all answer\. Next in line: w2\./),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Writer w1', exact: true }).click()
  await playground.seek('3.3s')
  await expect(shop.getByText(/w1 has not answered one check/)).toBeVisible()
  await playground.until({ fact: 'Rerouted', where: { application: 'shop', to: 'w2' } }, '10s')
  await playground.idle()
  await expect(shop.getByRole('button', { name: 'shop, at w2' })).toBeVisible()
  await expect(shop.getByText(/^w1 counts as gone\./)).toBeVisible()
})

for (const [colorScheme, width, height] of [
  ['light', 390, 844],
  ['dark', 1440, 900],
] as const) {
  test(`axe finds nothing serious in the map at ${width}, ${colorScheme}`, async ({
    playground,
  }) => {
    const { page } = playground
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    await playground.open('?panel=placement')
    await playground.load('round-robin-storm')
    await playground.pause()
    await playground.seek('500ms')
    await page.getByText('What each name is for').click()
    const panel = new AxeBuilder({ page }).include('[aria-label="Application shop"]')
    const { violations } = await panel.include('details').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
}
