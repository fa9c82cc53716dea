/** A load drawn by hand and pasted as lines: capacity grows, sleeps, wakes; which range suits. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './test.ts'

test('a drawn load scales, sleeps and wakes, and a range is held against an instance', async ({
  playground,
}) => {
  test.setTimeout(120_000)
  const { page } = playground
  await playground.open('#which-range')
  await playground.pause()
  await playground.seek('10h')
  await page.keyboard.press('e')
  const drawing = page.getByRole('slider', { name: /^Curve of day/ })
  const lines = page.getByRole('textbox', { name: 'Lines of the curve of day' })
  const demand = async () => (await playground.frame()).serverless!.demand[0]!

  await test.step('by pointer: from eleven on it needs all it may have', async () => {
    await expect(drawing).toBeVisible()
    const box = (await drawing.boundingBox())!
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.97, box.y + box.height * 0.2, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await demand()).isDrawn).toBe(true)
    await playground.until({ fact: 'CapacityChanged', where: { acu: 8 } }, '1d')
  })

  await test.step('by keys: the cursor says where it is and how high', async () => {
    await drawing.press('Home')
    await expect(drawing).toHaveAttribute('aria-valuetext', '0:00: 0 ACU')
    await drawing.press('ArrowUp')
    await expect(drawing).toHaveAttribute('aria-valuetext', /^0:00: (0\.\d+|1) ACU$/)
    const shown = async () => (await demand()).curve[0]![1]
    await expect.poll(shown).toBeGreaterThan(0)
  })

  await test.step('as lines: a wrong one is told, none is sleep, some wakes it', async () => {
    await page.getByText('Paste it as lines').click()
    const follow = page.getByRole('button', { name: 'Follow these lines' })
    await lines.fill('time,level\nnoon,2')
    await follow.click()
    await expect(page.getByRole('alert')).toContainText('Line 2: “noon” is no time')
    await lines.fill('0:00,0')
    await follow.click()
    await expect.poll(async () => (await demand()).curve).toEqual([[0, 0]])
    await playground.until({ fact: 'InstancePaused' }, '1d')
    await lines.fill('0:00,3')
    await follow.click()
    await expect.poll(async () => (await demand()).level).toBe(3_000_000)
    const began = await playground.until({ fact: 'ResumeBegan' }, '1d')
    const awake = await playground.until({ fact: 'InstanceResumed' }, '1d')
    expect(awake.at - began.at).toBe(15_000_000)
    const causes = await page.evaluate(() => window.playground.why('capacity:w1'))
    expect(causes.at(-1)).toMatchObject({ parameters: { do: 'SetCurve', workload: 'day' } })
  })

  await test.step('that load for a range and for an instance', async () => {
    await page.getByRole('heading', { name: 'Draw the load' }).click()
    await page.keyboard.press('z')
    const dialog = playground.dialog('Which range?')
    await dialog.getByRole('button', { name: 'Play the day' }).click()
    await expect(dialog.getByRole('row', { name: /^0 to 8 ACU/ })).toBeVisible({ timeout: 60_000 })
    await expect(dialog.getByRole('row', { name: /^db\.r6g\.large/ })).toBeVisible({
      timeout: 60_000,
    })
    await expect(dialog.getByText(/so the instance has the cheaper compute/)).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})
