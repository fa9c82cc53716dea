/** The console as a script of steps: dealt in any order, scrubbed, shared, reset; and inspected. */
import AxeBuilder from '@axe-core/playwright'
import { SqlConsole } from './sqlConsole.ts'
import { expect, test } from './test.ts'

test('steps are dealt one by one, in another order by number, key and drag', async ({
  playground,
}) => {
  const sql = new SqlConsole(playground)
  await sql.open('mysql')
  await sql.openScript(/^Deadlock/, 'MySQL · repeatable read')
  const count = await sql.steps().count()
  const third = await sql
    .steps()
    .nth(2)
    .getByRole('textbox', { name: /^SQL of/ })
    .inputValue()
  await sql.steps().nth(2).getByLabel('Number of step 3').fill('1')
  await playground.page.keyboard.press('Enter')
  await expect(
    sql
      .steps()
      .first()
      .getByRole('textbox', { name: /^SQL of/ }),
  ).toHaveValue(third)
  await sql
    .steps()
    .first()
    .getByRole('button', { name: /^Move step 1/ })
    .press('Alt+ArrowDown')
  await expect(
    sql
      .steps()
      .nth(1)
      .getByRole('textbox', { name: /^SQL of/ }),
  ).toHaveValue(third)
  const handle = sql
    .steps()
    .nth(1)
    .getByRole('button', { name: /^Move step 2/ })
  const from = await handle.boundingBox()
  const to = await sql.steps().first().boundingBox()
  if (from === null || to === null) throw new Error('the steps cannot be seen')
  await playground.page.mouse.move(from.x + 5, from.y + 5)
  await playground.page.mouse.down()
  await playground.page.mouse.move(from.x + 5, to.y + 2, { steps: 4 })
  await playground.page.mouse.up()
  await expect(
    sql
      .steps()
      .first()
      .getByRole('textbox', { name: /^SQL of/ }),
  ).toHaveValue(third)
  await playground.tool('Run next').click()
  await expect(sql.lines()).toHaveCount(1)
  await expect(sql.steps()).toHaveCount(count - 1)
  await expect(sql.lines().first()).toContainText(third)
})

test('a script is run, looked back at, reset, and replayed from its link', async ({
  playground,
}) => {
  const sql = new SqlConsole(playground)
  await sql.open('mysql')
  await sql.openScript(/^Deadlock/, 'MySQL · repeatable read')
  const count = await sql.steps().count()
  await sql.runAll()
  await expect(sql.lines()).toHaveCount(count)
  await expect(sql.panel()).toContainText('1213 (40001)')
  expect(await playground.page.locator('.middle').evaluate(its => its.scrollTop)).toBe(0)
  const { at } = await playground.frame()
  const digest = await playground.digest()
  const hash = await playground.sharedHash()
  await sql
    .lines()
    .nth(2)
    .getByRole('button', { name: /^Go to/ })
    .click()
  await expect(sql.lines()).toHaveCount(3)
  await expect(sql.lines().nth(2)).not.toContainText('1 row changed')
  await playground.tool('Reset').click()
  await expect(sql.steps()).toHaveCount(count)
  await expect(sql.lines()).toHaveCount(0)
  await expect(playground.tool('Reset')).toBeEnabled()
  await playground.load(hash)
  await playground.pause()
  await playground.seek(`${at / 1000}ms`)
  await expect(sql.lines()).toHaveCount(count)
  await expect(sql.panel()).toContainText('1213 (40001)')
  expect(await playground.digest()).toBe(digest)
})

const twoSteps = {
  format: 'interleaving/1',
  cases: [
    {
      id: 'mine',
      edition: 'postgresql',
      isolation: 'serializable',
      setup: { table: 'person', columns: ['id', 'name'], rows: [[1, "O'Hara"]] },
      steps: [
        { session: 'eve', sql: 'SELECT name FROM person' },
        { session: 'dan', sql: 'COMMIT' },
      ],
    },
  ],
}

test('a file of steps is opened, played and saved again; a bad one is told by its place', async ({
  playground,
}) => {
  const sql = new SqlConsole(playground)
  await sql.open('mysql')
  await sql.openFile(JSON.stringify(twoSteps))
  await expect(sql.steps()).toHaveCount(2)
  await sql.runAll()
  await expect(sql.lines().first().getByRole('cell')).toHaveText("O'Hara")
  expect(JSON.parse(await sql.save())).toMatchObject(twoSteps)
  await sql.openFile(JSON.stringify({ ...twoSteps, cases: [{ id: 'mine' }] }))
  await expect(playground.page.getByText('This file is not a script of sessions.')).toBeVisible()
  await expect(playground.page.getByText('cases[0].edition', { exact: false })).toBeVisible()
  await expect(sql.lines()).toHaveCount(2)
})

test('by keyboard: Escape leaves the editor, arrows recall, completion knows the table', async ({
  playground,
}) => {
  const sql = new SqlConsole(playground)
  await sql.open('mysql')
  const { keyboard } = playground.page
  await sql.type('ann', 'SELECT COUNT(*) FROM account')
  await sql.editor('ann').click()
  await keyboard.press('ArrowUp')
  await expect(sql.editor('ann')).toHaveText('SELECT COUNT(*) FROM account')
  await keyboard.press('ArrowDown')
  await keyboard.type('SELECT * FROM acc')
  await expect(playground.page.getByRole('option', { name: 'account' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(playground.page.getByRole('option')).toHaveCount(0)
  await keyboard.press('Escape')
  await expect(sql.panel().getByRole('button', { name: 'Run in ann' })).toBeFocused()
  await expect(sql.panel()).toBeVisible()
})

test('the inspector shows versions, who sees them, locks and who waits', async ({ playground }) => {
  const sql = new SqlConsole(playground)
  await sql.open('mysql')
  await sql.typeAll(
    'bob: BEGIN',
    'bob: SELECT * FROM account WHERE id = 1',
    'ann: BEGIN',
    'ann: UPDATE account SET balance = 7 WHERE id = 1',
    'bob: UPDATE account SET balance = 8 WHERE id = 1',
  )
  await playground.tool('Rows and locks').click()
  const panel = playground.page.getByRole('complementary', { name: 'Rows and locks' })
  const row = panel.getByRole('listitem').filter({ hasText: /^id 1/ })
  await expect(row).toContainText('ann holds')
  await expect(row).toContainText('bob waits for')
  const versions = row.getByRole('list', { name: 'Versions, newest first' }).getByRole('listitem')
  await expect(versions.first()).toContainText(/balance 7.*not committed; ann/)
  await expect(versions.nth(1)).toContainText(/balance 100.*seen by .*bob/)
  await panel.getByRole('tab', { name: /^Waits/ }).click()
  await expect(panel.getByRole('img', { name: 'bob waits for ann' })).toBeVisible()
  await panel.getByRole('tab', { name: 'Read views' }).click()
  await expect(panel.getByRole('list', { name: 'Read views' })).toContainText('bob')
})

test('a link opens the inspector; a gap that is locked stands between the rows', async ({
  playground,
}) => {
  await playground.open('?panel=rows#the-gap-lock')
  await playground.pause()
  await playground.until({ fact: 'LockWaitBegan', where: { session: 'bob' } }, '2s')
  const panel = playground.page.getByRole('complementary', { name: 'Rows and locks' })
  const gap = panel.getByText('gap behind the last row').locator('..')
  await expect(gap).toContainText('ann holds X')
  await expect(gap).toContainText('bob waits for room for a row')
  await playground.tool('Open the console').click()
  await expect(new SqlConsole(playground).lines().last()).toContainText('ann must end first')
})

for (const [colorScheme, width, height] of [
  ['light', 1440, 900],
  ['dark', 390, 844],
] as const) {
  test(`axe finds nothing serious in SQL at ${width}×${height}, ${colorScheme}`, async ({
    playground,
  }) => {
    await playground.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await playground.page.setViewportSize({ width, height })
    const sql = new SqlConsole(playground)
    await sql.open('mysql')
    await sql.openScript(/^Deadlock/, 'MySQL · repeatable read')
    await playground.tool('Run next').click()
    await expect(sql.lines()).toHaveCount(1)
    const look = async (place: string) => {
      await playground.idle()
      const { violations } = await new AxeBuilder({ page: playground.page }).analyze()
      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      )
      expect(serious.map(({ id, nodes }) => `${place} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    await look('console')
    await sql.runAll()
    await expect(sql.panel()).toContainText('1213 (40001)')
    await look('played')
    await playground.tool('Rows and locks').click()
    for (const page of ['Rows', 'Locks', /^Waits/, 'Read views']) {
      await playground.page.getByRole('tab', { name: page }).click()
      await look(`${page}`)
    }
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('one session at a time is typed in, by taps alone', async ({ playground }) => {
    const sql = new SqlConsole(playground)
    await playground.open('?panel=console')
    await playground.pause()
    await expect(sql.editor('ann')).toBeVisible()
    await expect(sql.editor('bob')).toBeHidden()
    const tabs = sql.panel().getByRole('radiogroup', { name: 'Session to type in' })
    await tabs.getByRole('radio', { name: 'bob' }).tap()
    await expect(sql.editor('bob')).toBeVisible()
    await sql.editor('bob').tap()
    await playground.page.keyboard.type('SELECT 1')
    await sql.panel().getByRole('button', { name: 'Run in bob' }).tap()
    await expect(sql.lines().last()).toContainText('1 row')
    await playground.isSound()
  })
})
