/** Two clusters on one clock: opened by a link, broken together, told apart by figures. */
import { expect, test } from './test.ts'

test('a link opens both sides; a lost zone stops the commits of one of them', async ({
  playground,
}) => {
  const { page } = playground
  await playground.open('?panel=compare&with=twoOfThree#four-of-six')
  await playground.pause()
  const panel = page.getByRole('complementary', { name: 'Compare two clusters' })
  const other = panel.getByRole('region', { name: 'The other' })
  await expect(other).toContainText('Write quorum 2 of 3')
  await playground.command({ do: 'InjectFault', fault: 'AzOutage', target: 'az-c' })
  await playground.command({ do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' })
  await playground.seek('40ms')
  await expect(panel).toContainText('Both at 40 ms')
  await expect(page.getByRole('main')).toContainText('3 of 6')
  await expect(other).toContainText('1 of 3')
  const shapes = panel.getByRole('table', { name: 'Differs on the stages, ringed' })
  await expect(shapes.getByRole('row', { name: /^Data safe/ })).toHaveText('Data safeyesat risk')
  await expect(page.locator('html')).toHaveAttribute('data-differs', 'dataSafe')
  const figures = panel.getByRole('table', { name: 'In numbers, both after 40 ms' })
  await expect(figures.getByRole('row', { name: /^Cost so far/ })).toContainText('$')
  await expect(figures.getByRole('row', { name: /^I\/Os/ })).toBeVisible()
  await panel.getByLabel('Beside this run').selectOption('withoutLast')
  await expect(page).toHaveURL(/with=withoutLast/)
  await expect(other).toContainText('4 of 6')
  await panel.getByRole('button', { name: 'Close compare two clusters' }).click()
  await expect(page).not.toHaveURL(/with=/)
})
