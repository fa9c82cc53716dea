/** Why, from what is drawn over time: a point of a chart, and a mark of the timeline. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './test.ts'

test('a point of a chart is asked what happened there, by a press and by keys', async ({
  playground,
}) => {
  const { page } = playground
  await playground.open('#az-plus-one')
  await playground.pause()
  await playground.seek('700ms')
  await playground.tool('Charts').click()
  await playground.chart('Commits per second').click({ position: { x: 400, y: 20 } })
  await page.getByRole('button', { name: 'What happened here?' }).click()
  await expect(playground.causeStep()).toContainText('No commit was answered in these')
  await playground.idle()
  const causes = page.getByRole('list', { name: 'Causes' })
  await expect(causes).toContainText('Commits stalled: no write set is within reach')
  const [stalled] = await playground.facts({ fact: 'CommitsStalled' })
  expect((await playground.frame()).at).toBe(stalled?.at)

  const cursor = page.getByRole('slider', { name: 'Cursor of Commit latency' })
  await cursor.focus()
  await page.keyboard.press('End')
  await expect(cursor).toHaveAttribute('aria-valuetext', /p99 \d.*Enter: what happened here/)
  await page.keyboard.press('Enter')
  await expect(playground.causeStep()).toContainText('The slowest of')
  await playground.idle()
  await expect(causes).toContainText('Here most of the time went by')
  await expect(causes).toContainText('The safe point moved up')

  await page.getByRole('button', { name: 'As a table' }).click()
  const row = page.getByRole('row').filter({ hasText: 'What happened?' }).last()
  await row.getByRole('button', { name: /^What happened at/ }).click()
  await expect(causes).toContainText(/that wrote w|No commit was answered|Nothing was written/)
})

test('a mark of the timeline leads from its sentence to its why', async ({ playground }) => {
  const { page } = playground
  await playground.open('#az-plus-one')
  await playground.pause()
  await playground.seek('450ms')
  const marks = page.getByRole('group', { name: 'What happened' })
  await marks.getByRole('button', { name: /Commits stalled/ }).click()
  const card = page.getByRole('region', { name: 'What is marked here' })
  const stalled = card.getByRole('listitem').filter({ hasText: 'Commits stalled' })
  const { violations } = await new AxeBuilder({ page }).include('fieldset').analyze()
  expect(violations).toEqual([])
  await stalled.getByRole('button', { name: 'Why?' }).click()
  await expect(card).toBeHidden()
  await expect(playground.causeStep()).toContainText('Commits stalled')
  await expect(page.getByRole('list', { name: 'Causes' })).toContainText('break node a1')
})
