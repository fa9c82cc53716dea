/** What a run came to as a history, judged on the page; and how neighbours would have decided. */
import AxeBuilder from '@axe-core/playwright'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

async function isClean({ page }: PlaygroundPage): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('a lost update is named, drawn, and walked to its moments', async ({ playground }) => {
  await playground.open('#lost-update')
  await playground.seek('2s')
  await playground.page.keyboard.press('j')
  const anomalies = playground.page.getByRole('region', { name: 'Anomalies' })
  const card = anomalies.getByRole('article').first()
  await expect(card).toContainText('lost-update')
  await expect(card.getByRole('img')).toHaveAccessibleName(/read row 1 of account/)
  const moment = card.getByRole('button', { name: /^T\d+ at/ }).first()
  const words = (await moment.textContent()) ?? ''
  await moment.click()
  await playground.idle()
  const { at } = await playground.frame()
  expect(words).toContain(`${Math.floor(at / 1_000)}.`)
  const levels = playground.page.getByRole('region', { name: 'Isolation levels' })
  await expect(levels.getByRole('listitem').filter({ hasText: 'snapshot' }).last()).toContainText(
    'broken',
  )
  await expect(levels.getByRole('listitem').last()).toContainText('holds')
  await isClean(playground)
})

test('before the update is lost nothing is wrong; judged again, it is', async ({ playground }) => {
  await playground.open('#lost-update')
  await playground.seek('10ms')
  await playground.page.keyboard.press('j')
  const anomalies = playground.page.getByRole('region', { name: 'Anomalies' })
  await expect(anomalies).toContainText('No anomaly')
  await playground.seek('2s')
  await playground.page.getByRole('button', { name: 'Judge up to 2.000 s' }).click()
  await expect(anomalies.getByRole('article').first()).toContainText('lost-update')
})

test('the cards of neighbours decide one script each by its rule', async ({ playground }) => {
  await playground.open()
  await playground.tool('More').click()
  await playground.tool('Neighbours: how others decide').click()
  const dialog = playground.dialog('Who decides, when, and who loses')
  const card = (name: string) => dialog.getByRole('listitem').filter({ hasText: name })
  await expect(card('Aurora Multi-Master')).toContainText('bob is rolled back')
  await expect(card('Taurus MM')).toContainText('Both commit. bob waited.')
  await dialog.getByRole('radio', { name: 'Write skew' }).click()
  await expect(card('Galera')).toContainText('Not published how this ends')
  await expect(card('Aurora DSQL')).toContainText('Both commit')
  await isClean(playground)
})
