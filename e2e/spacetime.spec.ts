/** Space-time diagram, timeline and charts: one cursor, one selection, by pointer and by keys. */
import AxeBuilder from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { expect, test } from './test.ts'

test('a message is chosen by keys: the run goes there, and its cone is told', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('300ms')
  const { page } = playground
  await page.keyboard.press('d')
  const diagram = page.getByRole('application', { name: /Space-time diagram/ })
  await diagram.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const panel = page.getByRole('complementary', { name: 'Space and time' })
  await expect(panel).toContainText(/In this window \d+ messages? can have led to it/)
  await playground.idle()
  const { at } = await playground.frame()
  expect(at).not.toBe(300_000)
  const { violations } = await new AxeBuilder({ page }).include('aside').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious')).toEqual([])

  await panel.getByRole('button', { name: 'As a table' }).click()
  const chosen = panel.locator('tr[data-chosen]')
  await expect(chosen).toHaveCount(1)
  await panel.getByRole('row').last().getByRole('button').click()
  await playground.idle()
  expect((await playground.frame()).at).toBeGreaterThan(at)
})

test('marked moments by key, a stretch drawn on the axis, charts as a file', async ({
  playground,
}) => {
  await playground.open('#az-plus-one')
  await playground.seek('800ms')
  const { page } = playground
  await page.keyboard.press('Home')
  await playground.idle()
  await page.keyboard.press('2')
  await expect.poll(async () => (await playground.frame()).faults.length).toBe(1)

  const track = await page.getByRole('slider', { name: 'Instant' }).boundingBox()
  if (track === null) throw new Error('there is no track')
  const { x, width } = track
  const y = track.y + track.height + 6
  await page.mouse.move(x + width * 0.3, y)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.5, y, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
  const whole = page.getByRole('button', { name: 'Show the whole run' })
  await expect(whole).toBeVisible()
  await whole.click()
  await expect(whole).toBeHidden()

  await page.keyboard.press('c')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  const file = readFileSync(await (await saved).path(), 'utf8')
  expect(file).toMatch(/^seconds,commits_per_second,.*down_shop/)
  expect(file.split('\n').length).toBeGreaterThan(20)
})
