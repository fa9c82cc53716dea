/** A cluster goes into serverless and back while clients run; another one is created by a form. */
import { expect, test } from './test.ts'

test('migrated both ways by the checklist, with the interruption measured', async ({
  playground,
}) => {
  const { page } = playground
  await playground.open('#into-serverless')
  await playground.pause()
  await page.keyboard.press('g')
  const list = page.getByRole('region', { name: 'Migration that runs' })
  await playground.until({ fact: 'PlanEnded' }, '10min')
  await expect(list).toContainText('Migration to serverless is done')
  await expect(list).toContainText(/Fail over18 sWhy\?no answers for 1[78] s/)
  const writer = async () => (await playground.frame()).instances.find(its => its.role === 'writer')
  expect(await writer()).toMatchObject({ id: 'w2', status: 'open' })
  await playground.tool('Start: Add an instance of a class and fail over').click()
  await expect(list).toContainText('Migration to db.r6g.large runs')
  const back = { fact: 'PlanEnded', where: { plan: 'addFailover' } } as const
  await playground.until(back, '15min')
  await expect(list).toContainText('Migration to db.r6g.large is done')
  expect(await writer()).toMatchObject({ id: 'w1', status: 'open' })
  const ends = await playground.facts(back)
  expect(ends.map(({ parameters }) => parameters)).toMatchObject([
    { outcome: 'done', notCarried: 0 },
    { outcome: 'done', notCarried: 0 },
  ])
})

test('a cluster is created by a form that says what is allowed', async ({ playground }) => {
  const { page } = playground
  await playground.open()
  await playground.pause()
  await page.keyboard.press('k')
  const form = page.getByRole('dialog', { name: 'Create a cluster' })
  await form.getByLabel('Minimum, ACU').fill('0.3')
  await playground.tool('Create the cluster').click()
  await expect(form.getByRole('alert')).toContainText('multiples of 0.5 ACU')
  await form.getByLabel('Capacity').selectOption('v1')
  await form.getByLabel('Edition').selectOption('postgresql')
  await form.getByLabel('Minimum, ACU').fill('1')
  await playground.tool('Create the cluster').click()
  await expect(form.getByRole('alert')).toContainText('2, 4, 8, 16, 32, 64, 192, 384 ACU')
  await form.getByLabel('Capacity').selectOption('v2')
  await form.getByLabel('Endpoint').fill('mine')
  await playground.tool('Create the cluster').click()
  await expect(form).toBeHidden()
  const { serverless, cluster } = await playground.frame()
  expect(cluster.edition).toBe('postgresql')
  expect(serverless!.instances).toMatchObject([{ id: 'w1', min: 500_000, max: 16_000_000 }])
})
