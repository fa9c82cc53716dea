/** What the stage says of several writers: who refused, what is assumed, who waits for whom. */
import { expect, test } from './test.ts'

/** Four writers and four applications: the most that the stage must hold. */
const fourWriters = {
  version: 1,
  name: 'four-writers',
  title: 'Four writers',
  question: 'Four writers share one volume. Who wins?',
  seed: 14,
  cluster: {
    topology: 'multi-master',
    instances: ['a', 'b', 'c', 'a'].map((az, k) => ({ id: `w${k + 1}`, az })),
  },
  tables: [{ name: 'cart', rows: 64, rowsPerPage: 8 }],
  workload: ['w1', 'w2', 'w3', 'w4'].map(on => ({
    id: `app-${on}`,
    kind: 'sessions',
    on,
    sessions: 4,
    think: '3ms',
    transaction: { reads: 1, writes: 1 },
    keys: { table: 'cart', pattern: 'uniform' },
  })),
  until: '1s',
}

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
  const assumed = page.getByRole('button', { name: '≈ undocumented: T13' })
  await assumed.click()
  await expect(page.getByText('rule T13 of the specification: not documented by AWS')).toBeVisible()
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

for (const [source, width, height, seen] of [
  [fourWriters, 1440, 900, 0.8],
  ['ddl-at-any-writer', 1440, 900, 0.99],
  ['who-wins-a-page', 1280, 800, 0.7],
  ['who-wins-a-page', 1024, 768, 0.1],
] as const) {
  const name = typeof source === 'string' ? source : source.name
  test(`the pages of ${name} are in sight at ${width}×${height}`, async ({ playground }) => {
    const { page } = playground
    await page.setViewportSize({ width, height })
    await playground.open()
    await playground.load(source)
    await playground.pause()
    await playground.seek('100ms')
    const card = page.getByRole('button', { name: /^Page \d+$/ }).first()
    await expect(card).toBeInViewport({ ratio: seen })
    await playground.isSound()
  })
}

test('the volume panel tells the log points of every writer', async ({ playground }) => {
  await playground.open()
  await playground.load('ddl-at-any-writer')
  await playground.pause()
  await playground.seek('100ms')
  await playground.tool('Volume').click()
  const panel = playground.page.getByRole('complementary', { name: 'Volume' })
  const { multiMaster } = await playground.frame()
  for (const { id, vdl, highestLsn } of multiMaster?.writers ?? []) {
    const row = panel.getByRole('row', { name: new RegExp(`^${id} `) })
    await expect(row.getByRole('cell')).toHaveText(['1', `${vdl}`, `${vdl}`, `${highestLsn}`])
  }
  await panel.getByRole('button', { name: 'w2', exact: true }).click()
  const marks = panel.getByRole('list', { name: 'Log points' })
  await expect(marks.getByRole('listitem')).toHaveCount(10)
  await marks.getByRole('button', { name: /^VCL/ }).hover()
  await expect(panel).toContainText(/VCL of w2 waits for the verdict on LSN \d+|w2 is decided/)
})
