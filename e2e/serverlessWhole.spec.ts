/** Serverless v2 beside its control loop: a feature, a single call, hosts, platform, stop. */
import { expect, test } from './test.ts'

test('a feature keeps it awake, a wrong password wakes it, a full host moves it live', async ({
  playground,
}) => {
  await playground.open('#what-keeps-it-awake')
  await playground.pause()
  await playground.tool('Capacity').click()
  await playground.until({ fact: 'PauseBlocked' }, '1h')
  await expect(playground.story()).toContainText('binlog replication is on')
  const { page } = playground
  await page.getByRole('checkbox', { name: /Binlog replication/ }).click()
  await playground.idle()
  await playground.until({ fact: 'InstancePaused' }, '1h')
  await playground.tool('Wrong password').click()
  await playground.idle()
  await playground.until({ fact: 'InstanceResumed' }, '1h')
  const wakes = { fact: 'ResumeBegan', where: { because: 'wrongPassword' } } as const
  expect(await playground.facts(wakes)).toHaveLength(1)
  await playground.tool('Look at the hosts').click()
  await playground.slider('Reserved by others on the host of w1').press('End')
  const others = async () => (await playground.frame()).serverless!.v2!.hosts[0]?.others
  await expect.poll(others).toBe(128_000_000)
  const began = await playground.until({ fact: 'MigrationBegan' }, '1h')
  await expect(playground.story()).toContainText('moves live from b-host-1 to b-host-2')
  const moved = await playground.until({ fact: 'InstanceMigrated' }, '1h')
  expect(moved.at - began.at).toBe(30_000_000)
  await page.getByRole('radio', { name: '2', exact: true }).click()
  await expect(page.getByText('Capacity doubles in 36 s')).toBeVisible()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await playground.idle()
  await playground.until({ fact: 'ClusterStopped' }, '1h')
  await expect(playground.story()).toContainText('connections are refused')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await playground.idle()
  await playground.until({ fact: 'ClusterStarted' }, '1h')
  await expect(playground.story()).not.toContainText('stopped')
})
