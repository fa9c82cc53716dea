/** Finding out: stopping where something happens, walking a why to its root, comparing branches. */
import AxeBuilder from '@axe-core/playwright'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

test('Stop when…: chosen in the form, it stops at the fact and leads to its why', async ({
  playground,
}) => {
  await playground.open('#az-plus-one')
  await playground.pause()
  const dialog = await playground.openStopWhen()
  await dialog.getByLabel('Stop when').selectOption('Commits begin to wait')
  await dialog.getByRole('button', { name: 'Only when…' }).click()
  await dialog.getByLabel('Field 1').selectOption('groups')
  await dialog.getByLabel('Value 1').fill('pg1')
  await dialog.getByRole('button', { name: 'Run until then' }).click()
  await expect(dialog.getByRole('status')).toContainText('no write set is within reach')
  const [stalled] = await playground.facts({ fact: 'CommitsStalled' })
  expect((await playground.frame()).at).toBe(stalled?.at)
  await dialog.getByRole('button', { name: 'Why?' }).click()
  await expect(dialog).toBeHidden()
  await expect(playground.causeStep()).toContainText('Commits stalled')
  await playground.idle()
  expect((await playground.frame()).at).toBe(stalled?.at)
})

test('Stop when…: the next of them comes after the one found', async ({ playground }) => {
  await playground.open()
  await playground.pause()
  const dialog = await playground.openStopWhen()
  await dialog.getByLabel('Stop when').selectOption('A commit is answered')
  await dialog.getByRole('button', { name: 'Run until then' }).click()
  const next = dialog.getByRole('button', { name: 'Go on to the next' })
  await expect(next).toBeVisible()
  const first = (await playground.frame()).totals.committed
  await next.click()
  await expect(next).toBeVisible()
  await playground.idle()
  expect((await playground.frame()).totals.committed).toBe(first + 1)
})

test('Stop when…: what does not come says so, and one can go back', async ({ playground }) => {
  await playground.open()
  await playground.pause()
  const { at } = await playground.frame()
  const dialog = await playground.openStopWhen()
  await dialog.getByLabel('Stop when').selectOption('A write quorum is lost')
  await dialog.getByLabel('Look until').fill('500 ms')
  await dialog.getByRole('button', { name: 'Run until then' }).click()
  await expect(dialog.getByRole('status')).toContainText('Not before 500.00 ms')
  expect((await playground.frame()).at).toBe(500_000)
  await dialog.getByRole('button', { name: /^Back to/ }).click()
  await playground.idle()
  expect((await playground.frame()).at).toBe(at)
})

test('Stop when…: bad input names what is allowed and stays as it was typed', async ({
  playground,
}) => {
  await playground.open()
  await playground.pause()
  const { at } = await playground.frame()
  const dialog = await playground.openStopWhen()
  const stopWhen = dialog.getByLabel('Stop when')
  await stopWhen.selectOption('A storage node loses power')
  await dialog.getByRole('button', { name: 'Only when…' }).click()
  await dialog.getByLabel('Value 1').fill('node-z9')
  await dialog.getByLabel('Look until').fill('soon')
  await playground.page.keyboard.press('Enter')
  await expect(dialog).toContainText('There is no “node-z9” here. Allowed: node-a1, node-a2')
  await expect(dialog).toContainText('“soon” is no instant. Allowed: a number with its unit')
  await expect(dialog.getByLabel('Value 1')).toHaveValue('node-z9')
  await expect(dialog.getByLabel('Value 1')).toBeFocused()
  await expect(dialog.getByLabel('Look until')).toHaveValue('soon')
  expect((await playground.frame()).at).toBe(at)
  const lacking = stopWhen.locator('optgroup', { hasText: 'A transaction is rolled back' })
  await expect(lacking).toHaveAttribute('label', /this cluster has one writer/)
  await expect(lacking).toHaveAttribute('disabled')
})

test('Stop when…: a long search can be called off', async ({ playground }) => {
  await playground.open()
  await playground.pause()
  const dialog = await playground.openStopWhen()
  await dialog.getByLabel('Stop when').selectOption('A law is broken')
  await dialog.getByLabel('Look until').fill('20min')
  await dialog.getByRole('button', { name: 'Run until then' }).click()
  await dialog.getByRole('button', { name: 'Call it off' }).click()
  await expect(dialog.getByRole('status')).toContainText('Called off')
  await playground.idle()
  expect((await playground.frame()).at).toBeLessThan(1_200_000_000)
})

test('the form, and the table of branches, are clean for axe', async ({ playground }) => {
  await playground.open()
  await playground.seek('200ms')
  await playground.seek('100ms')
  await playground.copy('a1').click()
  await playground.idle()
  await playground.tool('Branches').click()
  await expect(playground.dialog('Branches').getByRole('table')).toContainText('All at 100')
  const branches = await new AxeBuilder({ page: playground.page }).analyze()
  expect(branches.violations).toEqual([])
  await playground.page.keyboard.press('Escape')
  const dialog = await playground.openStopWhen()
  await dialog.getByRole('button', { name: 'Only when…' }).click()
  await dialog.getByRole('button', { name: 'Run until then' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  const form = await new AxeBuilder({ page: playground.page }).analyze()
  expect(form.violations).toEqual([])
})

/** Walks on by clicks until the root: every step shows its own instant and is ringed. */
async function walkToRoot(playground: PlaygroundPage): Promise<string[]> {
  const told: string[] = []
  const next = playground.page.getByRole('button', { name: 'Next cause' })
  for (;;) {
    const step = playground.causeStep()
    told.push(await step.innerText())
    const shown = (await playground.chip().innerText()).split('\n')[0] ?? ''
    await expect(step.getByRole('button', { name: `Go to ${shown}`, exact: true })).toBeVisible()
    await expect(playground.ringed().first(), told.at(-1)).toBeVisible()
    if (await next.isDisabled()) return told
    await next.click()
    await playground.idle()
  }
}

test('the why of a rolled-back transaction is walked to its root, and Back returns', async ({
  playground,
}) => {
  await playground.open('#who-wins-a-page')
  await playground.pause()
  await playground.seek('100ms')
  await playground.askWhyOf(/error 1213/)
  const told = await walkToRoot(playground)
  expect(told[0]).toContain('rolled back')
  expect(told.slice(1).join('\n')).toContain('was refused')
  expect(told.at(-1)).toContain('Command: run a transaction of alice')
  expect(told.at(-1)).toContain('This is where it began')
  expect((await playground.frame()).at).toBe(10_000)
  await playground.page.getByRole('button', { name: 'Back to 100.00 ms' }).click()
  await playground.idle()
  expect((await playground.frame()).at).toBe(100_000)
  await expect(playground.ringed()).toHaveCount(0)
})

test('the why of a wake leads to the command that woke it', async ({ playground }) => {
  await playground.open('#asleep-until-called')
  await playground.pause()
  await playground.until({ fact: 'InstanceResumed' }, '3h')
  await playground.askWhyOf(/is awake/)
  const told = await walkToRoot(playground)
  expect(told.at(-1)).toContain('This is where it began')
  expect(told.at(-1)).toContain('Command')
})

test('a message on its way is asked about, and its why walked to the root', async ({
  playground,
}) => {
  await playground.open()
  await playground.pause()
  await playground.until({ fact: 'RecordsSent' })
  await playground.tool('Why').click()
  const panel = playground.page.getByRole('complementary', { name: 'Why' })
  await panel.getByText(/^Messages on their way/).click()
  const messages = panel.getByRole('list', { name: 'Messages on their way' })
  await messages
    .getByRole('button', { name: /redo records/i })
    .first()
    .click()
  await expect(panel.getByRole('list', { name: 'Causes' })).toContainText(/arrives in|lost/)
  await panel.getByRole('button', { name: 'Walk through the causes' }).click()
  await playground.idle()
  const told = await walkToRoot(playground)
  expect(told.length).toBeGreaterThan(1)
  expect(told.at(-1)).toContain('This is where it began')
})

test('a message on the stage is pressed while time stands; the link under it stays whole', async ({
  playground,
}) => {
  await playground.open()
  await playground.pause()
  await playground.until({ fact: 'RecordsSent' })
  const { at } = await playground.frame()
  await playground.seek(`${at + 150}us`)
  await playground.pressMessageOn(playground.link('w1', 'node-b1'))
  const panel = playground.page.getByRole('complementary', { name: 'Why' })
  await expect(panel.getByRole('button', { name: /^Message \d+$/ })).toBeVisible()
  await expect(panel.getByRole('list', { name: 'Causes' })).toContainText('to node b1')
  expect((await playground.frame()).faults).toEqual([])
})

test('commits that wait: from the copies that are gone to the click that took them', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('100ms')
  for (const name of ['c1', 'c2', 'a1']) await playground.copy(name).click()
  await playground.seek('300ms')
  await playground.tool('Why').click()
  await playground.tool('Commits').click()
  const causes = playground.page.getByRole('list', { name: 'Causes' })
  const gone = causes.getByRole('listitem').filter({ hasText: 'Node a1' })
  await gone.getByRole('button', { name: 'Why that?' }).click()
  await expect(playground.causeStep()).toContainText('Node a1: node crash')
  await playground.idle()
  const told = await walkToRoot(playground)
  expect(told.at(-1)).toContain('break node a1')
  expect(told.at(-1)).toContain('This is where it began')
  await playground.page.getByRole('button', { name: 'Back to 100.00 ms' }).click()
  await expect(playground.causeStep()).toContainText('Node a1')
  await playground.page.getByRole('button', { name: 'Back to 300.00 ms' }).click()
  await playground.idle()
  expect((await playground.frame()).at).toBe(300_000)
})

test('a copy failed in the past makes a branch, and its numbers stand beside the others', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('600ms')
  const { committed } = (await playground.frame()).totals
  await playground.seek('200ms')
  for (const name of ['c1', 'c2', 'a1']) await playground.copy(name).click()
  await playground.seek('600ms')
  const branch = await playground.frame()
  await playground.tool('Branches').click()
  const table = playground.dialog('Branches').getByRole('table')
  await expect(table).toContainText('All at 600.00 ms')
  const main = table.getByRole('row', { name: /main, the first/ })
  const other = table.getByRole('row', { name: /left main at 200/ })
  const more = committed - branch.totals.committed
  await expect(main.getByRole('cell').first()).toHaveText(`${committed}+${more} more`)
  await expect(other.getByRole('cell').first()).toHaveText(`${branch.totals.committed}`)
  await expect(other).toContainText('shown')
  await main.getByRole('button').click()
  await playground.idle()
  await expect(playground.chip()).toContainText('main')
  expect((await playground.frame()).faults).toEqual([])
})

test('the table of branches keeps to its instant while the run plays on', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('200ms')
  await playground.seek('100ms')
  await playground.copy('a1').click()
  await playground.idle()
  await playground.tool('Branches').click()
  const table = playground.dialog('Branches').getByRole('table')
  await expect(table).toContainText('All at 100.00 ms')
  await playground.page.evaluate(() => window.playground.play('1/20'))
  const at = async () => (await playground.frame()).at
  await expect.poll(at).toBeGreaterThan(200_000)
  await expect(table).toContainText('All at 100.00 ms')
  await playground.pause()
  await expect(table).not.toContainText('All at 100.00 ms')
})
