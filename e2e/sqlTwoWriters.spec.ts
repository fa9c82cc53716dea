/** Two consoles at two writers: a conflict with its cause, how old a read is, REGIONAL_RAW. */
import { quietCluster, SqlConsole } from './sqlConsole.ts'
import { expect, test } from './test.ts'

const twoWriters = {
  ...quietCluster('mysql'),
  cluster: {
    edition: 'mysql',
    topology: 'multi-master',
    instances: [
      { id: 'w1', az: 'a' },
      { id: 'w2', az: 'b' },
    ],
    parameters: { 'network.jitter': 0, 'multiMaster.replicationLag': '30ms' },
  },
  script: [
    { at: '1ms', do: 'RunSql', session: 'ann', on: 'w1', text: 'SELECT 1' },
    { at: '1ms', do: 'RunSql', session: 'bob', on: 'w2', text: 'SELECT 1' },
  ],
}

test('the other writer is behind, loses, and waits when it is told to', async ({ playground }) => {
  const sql = new SqlConsole(playground)
  await playground.open()
  await playground.load(twoWriters)
  await playground.pause()
  await playground.seek('100ms')
  await playground.page.keyboard.press('q')
  await expect(sql.editor('ann')).toBeVisible()

  await sql.type('ann', 'UPDATE account SET balance = 90 WHERE id = 1')
  const stale = await sql.type('bob', 'SELECT balance FROM account WHERE id = 1')
  await expect(stale.getByRole('cell')).toHaveText('100')
  await expect(stale).toContainText(/behind another writer/)

  const lost = await sql.type('bob', 'UPDATE account SET balance = 80 WHERE id = 1')
  await expect(lost).toContainText('1213 (40001)')
  await lost.getByText('What does this mean?').click()
  await expect(lost).toContainText('built on an old version')

  await sql.type('bob', "SET SESSION aurora_mm_session_consistency_level = 'REGIONAL_RAW'")
  await sql.type('ann', 'UPDATE account SET balance = 70 WHERE id = 1')
  const fresh = await sql.type('bob', 'SELECT balance FROM account WHERE id = 1')
  await expect(fresh.getByRole('cell')).toHaveText('70')
  await expect(fresh).toContainText(/waited .* for the others/)
  expect(await playground.facts({ fact: 'RegionalReadWaited' })).toHaveLength(1)
})
