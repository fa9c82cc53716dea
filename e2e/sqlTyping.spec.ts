/** What people come for, typed: a deadlock, a lost update, a write skew, a failed serialization. */
import { SqlConsole } from './sqlConsole.ts'
import { expect, test } from './test.ts'

test('a deadlock: one is refused with 1213 and told why, the other goes on', async ({
  playground,
}) => {
  const sql = new SqlConsole(playground)
  await sql.open('mysql')
  const lines = await sql.typeAll(
    'ann: BEGIN',
    'bob: BEGIN',
    'ann: UPDATE account SET balance = 1 WHERE id = 1',
    'bob: UPDATE account SET balance = 2 WHERE id = 2',
    'ann: UPDATE account SET balance = 1 WHERE id = 2',
  )
  await expect(lines[4]!).toContainText(/Waits for a lock on .*id 2; bob must end first/)
  const stage = playground.page.getByRole('list', { name: 'SQL sessions' })
  await expect(stage).toContainText('Session ann at w1 waits for bob')
  const refused = await sql.type('bob', 'UPDATE account SET balance = 2 WHERE id = 1')
  await expect(refused).toContainText('1213 (40001)')
  await refused.getByText('What does this mean?').click()
  await expect(refused).toContainText('Each waited for a lock that another one held')
  await expect(lines[4]!).toContainText('1 row changed')
  await expect(refused).toContainText('5 is answered')
  expect(await playground.facts({ fact: 'DeadlockFound' })).toHaveLength(1)
  await refused.getByRole('button', { name: 'Why did it happen?' }).click()
  await expect(playground.causeStep()).toContainText('bob gets error 1213')
  await expect(playground.page.getByRole('list', { name: 'Causes' })).toContainText(
    /deadlock at w1/i,
  )
})

test('a lost update: both read 100, and the second write wins', async ({ playground }) => {
  const sql = new SqlConsole(playground)
  await sql.open('mysql')
  const lines = await sql.typeAll(
    'ann: BEGIN',
    'bob: BEGIN',
    'ann: SELECT balance FROM account WHERE id = 1',
    'bob: SELECT balance FROM account WHERE id = 1',
    'ann: UPDATE account SET balance = 110 WHERE id = 1',
    'ann: COMMIT',
    'bob: UPDATE account SET balance = 120 WHERE id = 1',
    'bob: COMMIT',
    'ann: SELECT balance FROM account WHERE id = 1',
  )
  for (const seen of [lines[2]!, lines[3]!]) await expect(seen.getByRole('cell')).toHaveText('100')
  await expect(lines[8]!.getByRole('cell')).toHaveText('120')
})

const skew = [
  'ann: BEGIN',
  'bob: BEGIN',
  'ann: SELECT SUM(balance) FROM account WHERE id IN (1, 2)',
  'bob: SELECT SUM(balance) FROM account WHERE id IN (1, 2)',
  'ann: UPDATE account SET balance = -50 WHERE id = 1',
  'bob: UPDATE account SET balance = -50 WHERE id = 2',
  'ann: COMMIT',
  'bob: COMMIT',
]

test('a write skew: PostgreSQL lets both commit at repeatable read', async ({ playground }) => {
  const sql = new SqlConsole(playground)
  await sql.open('postgresql')
  await sql.choose('ann', 'repeatable read')
  await sql.choose('bob', 'repeatable read')
  await sql.typeAll(...skew)
  const sum = await sql.type('ann', 'SELECT SUM(balance) FROM account WHERE id IN (1, 2)')
  await expect(sum.getByRole('cell')).toHaveText('-100')
  expect(await playground.facts({ fact: 'SerializationFailed' })).toEqual([])
})

test('a serialization failure: SERIALIZABLE refuses one of the two with 40001', async ({
  playground,
}) => {
  const sql = new SqlConsole(playground)
  await sql.open('postgresql')
  await sql.choose('ann', 'serializable')
  await sql.choose('bob', 'serializable')
  await sql.typeAll(...skew)
  const refused = sql.lines().filter({ hasText: '40001' })
  await expect(refused).toHaveCount(1)
  await refused.getByText('What does this mean?').click()
  await expect(refused).toContainText('run all of it again')
})

test('a mistake keeps the text and marks its place; 25P02 until ROLLBACK', async ({
  playground,
}) => {
  const sql = new SqlConsole(playground)
  await sql.open('postgresql')
  await sql.type('ann', 'BEGIN')
  const wrong = await sql.type('ann', 'SELEC 1')
  await expect(wrong).toContainText('42601')
  await expect(wrong.locator('mark')).toHaveText('SELEC')
  await expect(sql.editor('ann')).toHaveText('SELEC 1')
  await expect(sql.panel().getByRole('alert').first()).toContainText('syntax error')
  const late = await sql.type('ann', 'SELECT 1')
  await expect(late).toContainText('25P02')
  await sql.type('ann', 'ROLLBACK')
  await expect((await sql.type('ann', 'SELECT 1')).getByRole('cell')).toHaveText('1')
})
