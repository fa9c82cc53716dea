/** How long copies last and what crosses the network: reckoned beside the page, drawn and told. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

async function seriousOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

test('copies that are lost and I/Os that are counted come from the laboratory', async ({
  playground,
}) => {
  test.setTimeout(120_000)
  const { page } = playground
  await playground.open()
  await page.keyboard.press('y')
  const copies = page.getByRole('dialog', { name: 'How long do copies last?' })
  await expect(copies.getByText('3,000 histories for each dot')).toBeVisible({ timeout: 60_000 })
  await expect(copies.getByRole('img', { name: /^4\/6: once in .* years at 8 s/ })).toBeVisible()
  await copies.getByText('One is gone for long').click()
  await expect(copies.getByRole('img', { name: /3\/4: / })).toBeVisible({ timeout: 60_000 })
  await expect(copies.getByText('4/6 writes less than 2/3')).toBeVisible()
  expect(await seriousOn(page)).toEqual([])
  expect(new URL(page.url()).search).toBe('?dialog=durability&zones=two')
  await copies.getByRole('button', { name: 'Close' }).click()
  expect(new URL(page.url()).search).toBe('')
  await page.keyboard.press('i')
  await expect.poll(() => new URL(page.url()).search).toBe('?dialog=writePath')

  await playground.open('?dialog=writePath&sessions=20&seed=2')
  const paths = page.getByRole('dialog', { name: 'What crosses the network?' })
  await expect(paths.getByRole('radio', { name: '20', exact: true })).toBeChecked()
  await expect(paths.getByText('Counted with seed 2.')).toBeVisible({ timeout: 60_000 })
  await expect(paths.getByRole('img', { name: /^MySQL, counted: [4-6]/ })).toBeVisible({
    timeout: 60_000,
  })
  const saving = page.waitForEvent('download')
  await paths.getByRole('button', { name: 'Save as CSV' }).click()
  expect((await saving).suggestedFilename()).toBe('what-crosses.csv')
  await paths.getByLabel('A disk of MySQL and a storage node of Aurora are down').check()
  await expect(paths.getByText('The mirror acknowledges nothing')).toBeVisible({ timeout: 60_000 })
  expect(await seriousOn(page)).toEqual([])
})
