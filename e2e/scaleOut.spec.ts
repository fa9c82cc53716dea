/** Does it scale? Measured beside the page: progress, calling off, figures, a run on the stage. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './test.ts'

test('throughput is measured in the background, can be called off, and opens on the stage', async ({
  playground,
}) => {
  test.setTimeout(180_000)
  const { page } = playground
  await playground.open()
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: 'Does it scale?' })
  await expect(dialog.getByRole('progressbar', { name: 'Measuring' })).toBeVisible()
  await expect(dialog.getByText(/^[5-9] of 31 runs$|^\d\d of 31 runs$/)).toBeVisible({
    timeout: 120_000,
  })
  await dialog.getByRole('button', { name: 'Call it off' }).click()
  await expect(dialog.getByRole('status')).toContainText('Called off after')
  await expect(dialog.getByRole('img', { name: /single master|Nothing is measured/ })).toBeVisible()
  await dialog.getByText(/runs in figures/).click()
  await expect(
    dialog.getByRole('row', { name: /A writer for each application.* 1 0 %/ }),
  ).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await dialog
    .getByRole('button', { name: /Open on the stage: A writer for each app/ })
    .first()
    .click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /The same crowd asks as fast/ })).toBeVisible()
})
