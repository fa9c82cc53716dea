/** Everything that can fail, fails and heals: from the stage and the list, not when locked. */
import { expect, test } from './test.ts'

test('a link is cut and repaired from the stage', async ({ playground }) => {
  await playground.open()
  await playground.seek('100ms')
  await playground.link('w1', 'node-b1').focus()
  await playground.page.keyboard.press('Enter')
  await playground.idle()
  const cut = await playground.frame()
  expect(cut.links.filter(({ isCut }) => isCut).length).toBeGreaterThan(0)
  expect(cut.faults[0]).toMatchObject({ fault: 'LinkCut' })
  await playground.page.keyboard.press('Enter')
  await playground.idle()
  expect((await playground.frame()).faults).toEqual([])
})

test('a node fails and heals from the list, and Heal all heals the rest', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('100ms')
  await playground.tool('Faults').click()
  const panel = playground.page.getByRole('complementary', { name: 'Faults' })
  await panel.getByRole('button', { name: 'node a1' }).click()
  await panel.getByRole('button', { name: 'node b2' }).click()
  await playground.idle()
  expect((await playground.frame()).faults.map(({ target }) => target)).toEqual([
    'node-a1',
    'node-b2',
  ])
  await panel.getByRole('button', { name: 'Heal all' }).click()
  await playground.idle()
  expect((await playground.frame()).faults).toEqual([])
})

test('every fault that the engine describes can be injected and healed', async ({ playground }) => {
  await playground.open()
  await playground.seek('100ms')
  const { faults } = await playground.page.evaluate(() => window.playground.describe())
  // Without a reader there is none to fail.
  const possible = faults.filter(({ targets }) => targets.length > 0)
  expect(faults.length - possible.length).toBe(1)
  for (const { fault, targets } of possible) {
    const target = targets[0] as string
    expect(await playground.command({ do: 'InjectFault', fault, target })).toEqual({
      accepted: true,
    })
    // The engine of an instance that is not open is not patched: that ends by itself at once.
    const { faults: inForce } = await playground.frame()
    const isOver = fault === 'EnginePatch' && !inForce.some(active => active.fault === fault)
    if (isOver) continue
    expect(await playground.command({ do: 'HealFault', fault, target })).toEqual({
      accepted: true,
    })
  }
})

test('a command that makes no sense is refused with its reason and changes nothing', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('100ms')
  const outcome = await playground.command({
    do: 'InjectFault',
    fault: 'NodeCrash',
    target: 'node-z9',
  })
  expect(outcome).toMatchObject({ accepted: false, reason: { key: expect.any(String) } })
  expect((await playground.frame()).faults).toEqual([])
})

test('a locked stage shows and does not act', async ({ playground }) => {
  await playground.open()
  await playground.seek('100ms')
  await playground.tool('Lock the stage').click()
  await playground.copy('c1').click({ force: true })
  await playground.idle()
  expect((await playground.frame()).faults).toEqual([])
  await playground.tool('Lock the stage').click()
  await playground.copy('c1').click()
  await playground.idle()
  expect((await playground.frame()).faults.length).toBe(1)
})

test('a term tells its definition by hover, by focus, and goes by Escape', async ({
  playground,
}) => {
  await playground.open()
  const term = playground.page.getByRole('button', { name: 'safe up to here' })
  await term.hover()
  await expect(playground.page.getByText(/four|write quorum|copies/i).last()).toBeVisible()
  await term.focus()
  const described = await term.getAttribute('aria-describedby')
  expect(described).not.toBeNull()
  await expect(playground.page.locator(`[id="${described}"]`)).toBeVisible()
  await playground.page.keyboard.press('Escape')
  await expect(playground.page.locator(`[id="${described}"]`)).toBeHidden()
})

test('why is this write not durable: the answer names the copies that lack it', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('100ms')
  for (const name of ['c1', 'c2', 'a1']) await playground.copy(name).click()
  await playground.seek('130ms')
  const frame = await playground.frame()
  const pending = frame.groups[0]?.records.find(({ state }) => state === 'inFlight')
  const causes = await playground.page.evaluate(
    lsn => window.playground.why(`record:${lsn}`),
    pending?.lsn,
  )
  expect(causes.length).toBeGreaterThan(1)
  const said = JSON.stringify(causes)
  for (const node of ['node-c1', 'node-c2', 'node-a1']) expect(said).toContain(node)
})

test('a fault-injection statement is read, or told where it is wrong', async ({ playground }) => {
  await playground.open()
  await playground.seek('100ms')
  await playground.tool('Faults').click()
  const panel = playground.page.getByRole('complementary', { name: 'Faults' })
  await panel.getByText('In Aurora’s own words').click()
  const statement = panel.getByRole('textbox', { name: 'Fault-injection statement' })
  const run = panel.getByRole('button', { name: 'Run the statement' })
  await statement.fill('ALTER SYSTEM CRASH TABLE;')
  await run.click()
  await expect(panel.getByRole('alert')).toContainText('INSTANCE')
  expect((await playground.frame()).faults).toEqual([])
  await statement.fill(
    'ALTER SYSTEM SIMULATE 50 PERCENT DISK FAILURE IN NODE 1 FOR INTERVAL 2 SECOND',
  )
  await run.click()
  const faults = async () => (await playground.frame()).faults
  await expect
    .poll(faults)
    .toMatchObject([{ fault: 'DiskFailure', target: 'node-a1', ratioPpm: 500_000 }])
  await playground.seek('2.2s')
  expect((await playground.frame()).faults).toEqual([])
})

test('what a panel points at is ringed no longer than the panel is open', async ({
  playground,
}) => {
  await playground.open()
  await playground.pause()
  await playground.page.keyboard.press('f')
  await playground.page.getByRole('button', { name: 'Storage node down: node b1' }).hover()
  await expect(playground.ringed().first()).toHaveAttribute('data-control', /b1/)
  await playground.page.keyboard.press('f')
  await expect(playground.ringed()).toHaveCount(0)
})

test('a rolling patch is told zone by zone, on the stage and in the list', async ({
  playground,
}) => {
  await playground.open('#rolling-patch')
  await playground.pause()
  await playground.until({ fact: 'NodePatched', count: { min: 4 } }, '1s')
  await playground.tool('Faults').click()
  const panel = playground.page.getByRole('complementary', { name: 'Faults' })
  await expect(panel).toContainText('zone a: 3 of 3 · zone b: 1 of 3 · zone c: 0 of 3')
  await expect(playground.page.locator('.volume-patchDone')).toHaveCount(4)
  const headings = panel.getByRole('heading', { level: 3 })
  await expect(headings).toHaveText([
    'In force',
    ...['Storage nodes', 'Disks', 'Pages', 'Instances', 'Zones', 'Links'],
  ])
})

test('what comes from a time that is over bounces off, and the legend says so', async ({
  playground,
}) => {
  await playground.open('#zone-cut-off')
  await playground.pause()
  await playground.until({ fact: 'RecordsRefused' })
  const painted = playground.page.locator('canvas.stage-canvas').last().evaluate(isPainted)
  expect(await painted).toBe(true)
  await playground.page.keyboard.press('?')
  await expect(playground.dialog('Keys and help')).toContainText('of a time that is over')
})

function isPainted(canvas: HTMLElement | SVGElement): boolean {
  const { width, height } = canvas as HTMLCanvasElement
  const pen = (canvas as HTMLCanvasElement).getContext('2d')
  return pen?.getImageData(0, 0, width, height).data.some(value => value !== 0) ?? false
}
