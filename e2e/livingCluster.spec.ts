/** Writers in conflict, an instance that breathes, a reader that takes over: as one sees them. */
import { expect, test } from './test.ts'

test('a conflict shows the page check, error 1213, the retry, and why it was refused', async ({
  playground,
}) => {
  await playground.open()
  await playground.load('who-wins-a-page')
  await playground.pause()
  const refused = await playground.until({ fact: 'TransactionRolledBack' }, '4s')
  await expect(playground.story()).toContainText('; nothing was locked.')
  await expect(playground.page.getByText('Multi-Master, retired 28 Feb 2023')).toBeVisible()
  const answers = playground.page.getByRole('button', { name: /^Answer of / })
  await expect(answers.first()).toBeAttached()
  const causes = await playground.page.evaluate(
    id => window.playground.why(`fact:${id}`),
    refused.fact.id,
  )
  expect(causes.map(({ key }) => key).join(' ')).toMatch(/Proposal|proposal/)
  const retried = await playground.until({ fact: 'RetryPlanned' }, '4s')
  expect(retried.at).toBeGreaterThanOrEqual(refused.at)
  await playground.until({ fact: 'TransactionCommitted', where: { application: 'bob' } }, '4s')
})

test('capacity follows a moved demand; without connections the database sleeps and wakes', async ({
  playground,
}) => {
  await playground.open()
  await playground.load('asleep-until-called')
  await playground.pause()
  const asleep = await playground.until({ fact: 'InstancePaused' }, '1h')
  await expect(playground.story()).toContainText(/asleep|sleeps|0 ACU/)
  const waking = await playground.until({ fact: 'ResumeBegan' }, '4h')
  const awake = await playground.until({ fact: 'InstanceResumed' }, '4h')
  expect(waking.at).toBeGreaterThan(asleep.at)
  expect(awake.at - waking.at).toBe(15_000_000)
  await playground.load('flash-sale')
  await playground.pause()
  await playground.command({ do: 'SetDemand', workload: 'crowd', level: 12 })
  await playground.until({ fact: 'CapacityChanged', where: { acu: { min: 8 } } }, '10min')
  const frame = await playground.frame()
  expect(frame.serverless?.instances[0]?.binding).toBe('cpu')
})

test('the doors lead from one lost writer to one of two, under one stopwatch', async ({
  playground,
}) => {
  const { page } = playground
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open()
  await page.getByRole('button', { name: 'Lose the writer: wait or switch?' }).click()
  await expect(playground.story()).toContainText('One writer, one reader, two applications')
  await playground.pause()
  await playground.seek('40s')
  await expect(page.getByText(/One writer and a reader: shop 30 s/)).toBeVisible()
  await page.getByRole('button', { name: 'The same loss with two writers' }).click()
  await expect(playground.story()).toContainText('One of two writers dies')
  await playground.pause()
  await playground.seek('10s')
  await expect(page.getByText(/Two writers: shop 3\.\d+ s/)).toBeVisible()
  await expect(page.getByText(/One writer and a reader: shop 30 s/)).toBeVisible()
  await playground.tool('All figures').click()
  const figures = playground.dialog('All figures')
  const cellsOf = (name: string) => figures.getByRole('row', { name }).getByRole('cell')
  await expect(figures.getByRole('columnheader')).toHaveText([
    'Two writers',
    'One writer and a reader',
  ])
  await expect(cellsOf('Nothing could be committed')).toHaveText(['none', '20 s'])
  await expect(cellsOf('Without answers').nth(1)).toContainText(/shop 30(\.\d+)? s/)
  await expect(cellsOf('Errors seen').first()).toContainText('depot none')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'And the price?' }).click()
  await expect(playground.story()).toContainText('Who wins, and who decides?')
})

test('through a proxy an application has answers before the name has moved', async ({
  playground,
}) => {
  const { page } = playground
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open('#proxy-or-name')
  await playground.pause()
  await playground.seek('12s')
  await expect(page.getByText('proxy · 6 wait')).toBeVisible()
  await playground.seek('25s')
  const { applications, failover, proxy } = await playground.frame()
  expect(applications.map(({ feels }) => feels)).toEqual(['answered', 'reconnecting'])
  expect([proxy?.writer, failover?.clusterEndpoint]).toEqual(['r1', 'w1'])
  await expect(page.getByText(/shop 23 s, depot 24 s/)).toBeVisible()
})

test('on a phone the menu stays within reach beside every chip', async ({ playground }) => {
  const { page } = playground
  await page.setViewportSize({ width: 390, height: 844 })
  await playground.open('#who-wins-a-page')
  await expect(page.getByText('Multi-Master, retired 28 Feb 2023')).toBeInViewport({ ratio: 1 })
  await expect(playground.tool('Menu')).toBeInViewport({ ratio: 1 })
})
