/** What the stage says of several writers: who refused, what is assumed, who waits for whom. */
import { expect, test } from './test.ts'

test('a refusal names its writer and reason, and what nobody published is marked', async ({
  playground,
}) => {
  const { page } = playground
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open()
  await playground.load('who-wins-a-page')
  await playground.pause()
  await playground.until({ fact: 'TransactionRolledBack' }, '4s')
  const refused = page.getByRole('button', { name: 'Answer of a1 to change 2' })
  await expect(refused).toHaveAccessibleDescription(/by w2: refused, w1 is in flight/)
  const assumed = page.getByRole('button', { name: '≈ assumption T13' })
  await assumed.click()
  await expect(page.getByText('Assumption, rule T13 of the specification.')).toBeVisible()
})

test('REGIONAL_RAW shows whom it waits for, INSTANCE_RAW how old its value was', async ({
  playground,
}) => {
  const { page } = playground
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open()
  await playground.load('read-it-over-there')
  await playground.pause()
  await playground.seek('17.8ms')
  const reader = page.getByRole('button', { name: /^Transaction \d+ at w2$/ })
  await expect(reader).toHaveAccessibleDescription(/row 1: 2 ms old/)
  await playground.seek('25ms')
  await expect(reader).toHaveAccessibleDescription(/waits.* w1.*, 4\.\d ms/)
})

test('the legend explains the cluster at hand, and only that', async ({ playground }) => {
  const { page } = playground
  await playground.open()
  await playground.load('who-wins-a-page')
  await playground.pause()
  await page.keyboard.press('?')
  const help = playground.dialog('Keys and help')
  await expect(help.getByText('a copy answers no: refused')).toBeVisible()
  await expect(help.getByText('What is assumed here')).toBeVisible()
  await expect(help.getByText('a record that is safe')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await playground.load('asleep-until-called')
  await page.keyboard.press('?')
  await expect(help.getByText('growth allowance: what it may grow by at once')).toBeVisible()
  await expect(help.getByText('a copy answers no: refused')).toHaveCount(0)
})

test('Serverless says that v1 is retired, and shows capacity above the timeline', async ({
  playground,
}) => {
  const { page } = playground
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open()
  await playground.load('flash-sale')
  await playground.pause()
  await playground.seek('60s')
  await expect(page.getByRole('img', { name: /^Capacity so far: w1 has / })).toBeVisible()
  await page.getByRole('button', { name: 'Serverless v2', exact: true }).click()
  await expect(page.getByText(/its life ended on 31 March 2025/)).toBeVisible()
})
