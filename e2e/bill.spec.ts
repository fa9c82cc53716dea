/** Two bills for one day, read on the page: so far, as other clusters, and at other prices. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './test.ts'

test('a day by the ACU and at an instance: two bills, compared and repriced', async ({
  playground,
}) => {
  await playground.open('?panel=bill#bill-of-acus')
  await playground.pause()
  await playground.seek('9h')
  const { page } = playground
  const soFar = page.getByRole('region', { name: 'Cost so far' })
  const { cost } = await playground.report()
  await expect(soFar).toContainText(`$${Number(cost.total).toFixed(4)}`)
  const compute = soFar.getByRole('listitem').filter({ hasText: 'Compute, Serverless v2' })
  const before = Number(cost.compute)
  await expect(compute).toContainText(`$${before.toFixed(4)}`)

  await playground.tool('Play it on the others').click()
  const table = page.getByRole('region', { name: 'Bills compared' })
  const row = (name: string) => table.getByRole('row').filter({ hasText: name })
  await expect(row('db.r6g.large')).toContainText('$2.34', { timeout: 40_000 })
  await expect(row('Serverless v1')).toBeVisible()
  // Whoever comes while it wakes gives up after 10 s: the least that refuses nobody is fixed.
  await expect(row('db.r6g.large')).toContainText('least')

  await page.getByText('Prices and backup').click()
  await page.getByLabel('ACU-hour, Serverless v2', { exact: true }).fill('0.24')
  await page.keyboard.press('Enter')
  await expect(compute).toContainText(`$${(2 * before).toFixed(4)}`)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])

  await page.evaluate(() => window.playground.load('bill-of-an-instance'))
  await playground.pause()
  await playground.seek('1h')
  await expect(soFar.getByRole('listitem').first()).toContainText('Compute, db.r6g.large')
  await expect(soFar.getByRole('listitem').first()).toContainText('$0.26')
})
