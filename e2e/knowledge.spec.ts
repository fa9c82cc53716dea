/** The stage through one node's eyes, and what a write still misses. */
import { expect, test } from './test.ts'

test('a dead copy is silent to the writer, not failed; a write says what it misses', async ({
  playground,
}) => {
  const { page } = playground
  await playground.open('?panel=knowledge')
  await playground.pause()
  await playground.seek('150ms')
  for (const target of ['node-c1', 'node-a2', 'node-b2']) {
    await playground.command({ do: 'InjectFault', fault: 'NodeCrash', target })
  }
  const panel = page.getByRole('complementary', { name: 'What this node knows' })
  await panel.getByLabel('Show on the stage').selectOption('w1')
  const known = panel.getByRole('row', { name: /^node c1/ })
  await expect(known).toContainText('heard')
  await playground.seek('210ms')
  await expect(known).toContainText('silent, not failed')
  await expect(page.getByRole('list', { name: 'What w1 knows of others' })).toContainText(
    'node c1: silent, not failed',
  )
  await expect(playground.light('Commits')).toContainText(
    'As w1 knows it: three copies are not silent',
  )
  await expect(playground.story()).toContainText('As w1 knows it: three of six answer')
  await panel.getByText('Why no election, no leader?').click()
  await expect(panel.getByRole('columnheader', { name: 'Raft would' })).toBeVisible()
  await expect(
    panel.getByRole('button', { name: 'Two writers, one page: who wins?' }),
  ).toBeVisible()
  await panel.getByLabel('Show on the stage').selectOption('node-c2')
  await expect(panel).toContainText('never told one')
  await expect(playground.light('Commits')).toContainText('Commits: not told')
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(page.getByRole('list', { name: /knows of others/ })).toHaveCount(0)
  await page.keyboard.press('w')
  const missing = page.getByRole('region', { name: 'What is missing for this write?' })
  await expect(missing).toContainText('1 is missing')
  await expect(missing).toContainText('copy c1 lacks it.')
  const why = page.getByRole('complementary', { name: 'Why', exact: true })
  await why.getByText('What would happen if …?').click()
  await why.getByRole('combobox', { name: /^What/ }).selectOption('heal')
  await why.getByRole('combobox', { name: /^Where/ }).selectOption('NodeCrash node-c1')
  await why.getByRole('button', { name: 'Branch off and look' }).click()
  await expect(page.getByText(/^A branch of its own: .*node c1, healed/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible()
})

test('of four writers one knows its own lane and memory, of the others how far they told', async ({
  playground,
}) => {
  const { page } = playground
  await playground.open('?panel=knowledge#dealt-among-four')
  await playground.pause()
  await playground.seek('300ms')
  const panel = page.getByRole('complementary', { name: 'What this node knows' })
  await panel.getByLabel('Show on the stage').selectOption('w2')
  await expect(page.getByRole('list', { name: 'What w2 knows of others' })).toBeVisible()
  await expect(playground.story()).toContainText('As w2 knows it')
  const card = page.getByRole('button', { name: 'Page 3', exact: true })
  await expect(card).toHaveAccessibleDescription(/w1: not told, w2: .*, w3: not told/)
  await playground.copy('c1').click()
  const thing = panel.getByRole('region', { name: 'node c1, as w2 knows it' })
  await expect(thing).toContainText(/Heard last.* ago/)
  await thing.getByRole('button', { name: /^Show the .* on its way$/ }).click()
  await expect(page.getByRole('group', { name: 'Catch this message' })).toBeVisible()
  await expect(card).not.toHaveAccessibleDescription(/not told/)
})
