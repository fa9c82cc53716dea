/** A demand drawn by hand, growth that runs out of allowance, sleep and waking: in the panel. */
import { expect, test } from './test.ts'

test('a demand moved by key and by pointer: capacity and cost follow', async ({ playground }) => {
  await playground.open('#flash-sale')
  await playground.pause()
  await playground.tool('Capacity').click()
  const demand = playground.slider('Demand crowd')
  await expect(demand).toHaveAttribute('aria-valuetext', /follows its curve/)
  await demand.press('End')
  await expect(demand).toHaveAttribute('aria-valuetext', '20 ACU, moved by hand')
  await playground.idle()
  const before = await playground.dollars()
  await playground.until({ fact: 'CapacityChanged', where: { acu: { min: 20 } } }, '10min')
  await expect(playground.story()).toContainText(/CPU binds\. w1 has 20/)
  const grown = await playground.dollars()
  expect(grown).toBeGreaterThan(before)
  await playground.pressSlider('Demand crowd', 0.1)
  await expect(demand).toHaveAttribute('aria-valuetext', /^(1\.\d+|2(\.\d+)?) ACU, moved by hand$/)
  await playground.idle()
  await playground.until({ fact: 'CapacityChanged', where: { acu: { max: 12 } } }, '20min')
  await expect(playground.story()).toContainText(/w1 has 1[0-2].* lets go slowly/)
  expect(await playground.dollars()).toBeGreaterThan(grown)
  const moved = await playground.facts({ fact: 'CommandGiven' })
  expect(moved).toHaveLength(2)
  await playground.tool('Follow the curve').click()
  await expect(demand).toHaveAttribute('aria-valuetext', /follows its curve/)
})

test('growth turns into a straight line once the allowance is used up', async ({ playground }) => {
  await playground.open('#growth-allowance')
  await playground.pause()
  await playground.tool('Capacity').click()
  await playground.until({ fact: 'CapacityChanged', where: { acu: { min: 8 } } }, '10min')
  const [early] = (await playground.frame()).serverless!.instances
  expect(early!.allowance).toBeGreaterThan(1_000_000)
  await playground.until({ fact: 'CapacityChanged', where: { acu: { min: 30 } } }, '10min')
  await expect(playground.story()).toContainText('grows in a straight line')
  const from = (await playground.frame()).serverless!.instances[0]!.exact
  const { at } = await playground.frame()
  await playground.seek(`${Math.floor(at / 1_000_000) + 100}s`)
  const to = (await playground.frame()).serverless!.instances[0]!.exact
  // 0.1875 ACU a second, refilled: a hundred seconds bring about nineteen ACU.
  expect((to - from) / 1_000_000).toBeGreaterThan(18)
  expect((to - from) / 1_000_000).toBeLessThan(20)
})

test('asleep, a session brought by key wakes it, and why leads back to that', async ({
  playground,
}) => {
  await playground.open('#asleep-until-called')
  await playground.pause()
  await playground.tool('Capacity').click()
  await playground.until({ fact: 'InstancePaused' }, '1h')
  await expect(playground.story()).toContainText(/asleep/)
  await playground.slider('Sessions of shop').press('ArrowRight')
  const sessions = async () => (await playground.frame()).applications[0]?.sessions
  await expect.poll(sessions).toBe(1)
  const began = await playground.until({ fact: 'ResumeBegan' }, '10min')
  await expect(playground.story()).toContainText('Somebody called')
  const awake = await playground.until({ fact: 'InstanceResumed' }, '10min')
  expect(awake.at - began.at).toBe(15_000_000)
  const causes = await playground.page.evaluate(() => window.playground.why('capacity:w1'))
  expect(causes.at(-1)).toMatchObject({
    key: 'fact.CommandGiven',
    parameters: { do: 'SetWorkload', workload: 'shop', sessions: 1 },
  })
  await playground.until({ fact: 'TransactionCommitted' }, '1h')
})
