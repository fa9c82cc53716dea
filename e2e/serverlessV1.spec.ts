/** Serverless v1: who is in the way is named, the change is forced, and a range of listed steps. */
import { expect, test } from './test.ts'

test('a forgotten table blocks, is named and lost; the range knows listed steps', async ({
  playground,
}) => {
  await playground.open('#v1-forgotten-table')
  await playground.pause()
  await playground.tool('Capacity').click()
  await playground.until({ fact: 'ScalingPointBlocked' }, '3min')
  await expect(playground.story()).toContainText('clerk holds the temporary table basket')
  const inTheWay = playground.page.getByRole('list', { name: 'In the way of a scaling point' })
  await expect(inTheWay).toContainText('clerk: temporary table basket')
  await playground.until({ fact: 'CapacityChanged', where: { acu: 4 } }, '4min')
  await expect(playground.page.getByText('Temporary tables and locks lost')).toBeVisible()
  const maximum = playground.slider('Maximum capacity')
  await expect(maximum).toHaveAttribute('aria-valuetext', '8 ACU')
  await maximum.press('ArrowRight')
  await expect(maximum).toHaveAttribute('aria-valuetext', '16 ACU')
  const range = async () => {
    const given = await playground.facts({ fact: 'CommandGiven' })
    return given.map(({ parameters }) => JSON.stringify(parameters)).at(-1)
  }
  await expect.poll(range).toContain('"do":"SetCapacityRange","min":2,"max":16')
  const { at } = await playground.frame()
  const minimum = playground.slider('Minimum capacity')
  await minimum.press('Home')
  await expect(minimum).toHaveAttribute('aria-valuetext', '1 ACU')
  await expect.poll(range).toContain('"do":"SetCapacityRange","min":1,"max":16')
  expect((await playground.frame()).at, 'Home is the key of the slider here').toBe(at)
  await maximum.press('End')
  await expect.poll(range).toContain('"do":"SetCapacityRange","min":1,"max":256')
})
