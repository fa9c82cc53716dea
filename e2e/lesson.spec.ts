/**
 * The first lesson: until the prediction is given nothing on the page tells the outcome; then the
 * run decides who was right, and the goal can be missed and reached.
 */
import AxeBuilder from '@axe-core/playwright'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

/** What only somebody can say who knows how it ended. */
const told = ['1213', 'refused', 'withdrawn', 'rolled ?back', 'w\\d stands', '✓ stands']
const counted = ['[1-9]\\d* (commit|conflict)', '\\bv2\\b', '[✓✕⊘] w']
const outcome = new RegExp([...told, ...counted].join('|'), 'i')

/** Opens the lesson by its address at the question, and waits until the story waits too. */
async function openQuestion(playground: PlaygroundPage): Promise<void> {
  await playground.openLesson('who-wins-a-page', 2)
  await expect(playground.chip()).toContainText('10.80 ms')
  await playground.idle()
}

test.describe('before the prediction', () => {
  test('the stage, driven behind the question, stands still and says nothing', async ({
    playground,
  }) => {
    await openQuestion(playground)
    await playground.seek('20ms')
    expect((await playground.frame()).at).toBe(20_000)
    expect(await playground.readable('main')).toContain('w1 … 0 of 6 so far')
    expect(await playground.readable('main')).not.toMatch(outcome)
    await expect(playground.story()).not.toContainText(outcome)
    await expect(playground.page.getByRole('status').first()).not.toContainText(outcome)
  })

  test('the inspector tells no causes', async ({ playground }) => {
    await openQuestion(playground)
    await playground.until({ fact: 'TransactionRolledBack' }, '100ms')
    await playground.tool('Why').click()
    const panel = playground.page.getByRole('complementary', { name: 'Why' })
    await expect(panel).toContainText('Nothing is known about it yet.')
    await expect(panel).not.toContainText(outcome)
  })

  test('the log of facts has what came before, and no more', async ({ playground }) => {
    await openQuestion(playground)
    await playground.seek('20ms')
    await playground.tool('Facts').click()
    const list = playground.page.getByRole('list', { name: 'Facts' })
    await expect(list).toContainText('run a transaction of bob')
    await expect(list).not.toContainText(outcome)
    const panel = playground.page.getByRole('complementary', { name: 'Facts' })
    await panel.getByRole('combobox').selectOption('VoteGiven')
    await expect(panel).toContainText('Nothing of the kind up to here.')
    await panel.getByRole('combobox').selectOption('ProposalSent')
    await expect(list.getByRole('listitem')).toHaveCount(2)
  })

  test('charts and marks end at the question', async ({ playground }) => {
    const { page } = playground
    await openQuestion(playground)
    await playground.seek('20ms')
    await playground.tool('Charts').click()
    await expect(page.getByRole('img', { name: 'Commits per second: commits –' })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Commit latency: p50 –, p99 –' })).toBeVisible()
    const marks = page.getByRole('group', { name: 'What happened' })
    await expect(marks.getByRole('button')).toHaveCount(1)
    await expect(marks).not.toContainText(outcome)
    expect(await playground.readable('.foot')).not.toMatch(outcome)
  })

  test('play, steps and the timeline go no further, and it is said why', async ({ playground }) => {
    const { page } = playground
    await openQuestion(playground)
    await playground.tool('Play').click()
    await expect(page.getByRole('status', { name: 'Announcement' })).toContainText(
      'first say what you expect',
    )
    await expect(playground.lesson()).toContainText('First say what you expect')
    await playground.tool('Step').click()
    await page.getByRole('slider', { name: 'Instant' }).press('End')
    await playground.idle()
    await expect(playground.chip()).toContainText('10.80 ms')
    await playground.tool('Back to the opening instant').click()
    await expect(playground.chip()).toContainText('9.90 ms')
  })
})

test('given the prediction, every place tells the outcome, and the page why it came so', async ({
  playground,
}) => {
  const { page } = playground
  await openQuestion(playground)
  await playground.predict('Bob’s, at writer w2')
  const verdict = playground.lesson().getByRole('status')
  await expect(verdict).toContainText('Not quite. What happened: Alice’s, at writer w1.')
  await expect(verdict).toContainText('First at a1, a2, c1 and c2 was the change of w1')
  await expect(verdict).toContainText('nothing was locked')
  await playground.idle()
  await expect(playground.story()).toContainText('error 1213')
  expect(await playground.readable('main')).toMatch(/w2 ✕ refused, 2 of 6/)
  const marks = page.getByRole('group', { name: 'What happened' })
  await expect(marks.getByRole('button', { name: /rolled back/ })).toHaveCount(1)
  await expect(page.getByRole('status').first()).toContainText('1213')
  await playground.tool('Facts').click()
  await expect(page.getByRole('list', { name: 'Facts' })).toContainText('got error 1213')
})

test('whoever foresaw it is told so', async ({ playground }) => {
  await openQuestion(playground)
  await playground.predict('Alice’s, at writer w1')
  await expect(playground.lesson().getByRole('status')).toContainText('Right:')
})

test('the rows stand on the pages where the engine has them', async ({ playground }) => {
  await playground.openLesson('who-wins-a-page')
  const table = playground.lesson().getByRole('table', { name: /which row lives on which page/ })
  await expect(table.getByRole('row')).toHaveCount(7)
  const page = table.getByRole('row', { name: /alice/ })
  await expect(page).toContainText('row 2 by bob at w2')
  const shown = (await playground.frame()).multiMaster?.pages[0]
  await expect(page).toContainText(`${shown?.rows[0]}–${shown?.rows[1]}`)
  await expect(playground.lesson()).toContainText('Multi-Master, retired 28 Feb 2023')
})

test('the goal is missed with one page at once, and reached with two pages', async ({
  playground,
}) => {
  const lesson = playground.lesson()
  await playground.openLesson('who-wins-a-page', 4)
  await expect(lesson.getByRole('button', { name: 'Finish' })).toBeDisabled()
  await lesson.getByRole('button', { name: 'Run both' }).click()
  await expect(lesson.getByRole('status')).toContainText('Not yet. Both changes of page 0', {
    useInnerText: true,
  })
  await expect(lesson.getByRole('button', { name: 'Finish' })).toBeDisabled()
  await lesson.getByLabel('bob, at w2, changes').selectOption('40')
  await lesson.getByRole('button', { name: 'Try again' }).click()
  await expect(lesson.getByRole('status')).toContainText('Both are committed', { timeout: 20_000 })
  await playground.idle()
  expect((await playground.frame()).lawsBroken).toBe(0)
  await lesson.getByRole('button', { name: 'Finish' }).click()
  await expect(lesson).toHaveCount(0)
  expect(new URL(playground.page.url()).search).toBe('')
})

test('another story in between: the lesson waits, and one comes back to the question', async ({
  playground,
}) => {
  await openQuestion(playground)
  await playground.load('stale-base')
  await playground.seek('100ms')
  await expect(playground.lesson()).toContainText('The lesson waits where you left it.')
  await playground.lesson().getByRole('button', { name: 'Back to the lesson' }).click()
  await expect(playground.chip()).toContainText('10.80 ms')
  expect(await playground.readable('main')).not.toMatch(outcome)
})

test('it is left and taken up again from the list of stories, at the same step', async ({
  playground,
}) => {
  const { page } = playground
  await openQuestion(playground)
  await playground.tool('Leave the lesson').click()
  await expect(playground.lesson()).toHaveCount(0)
  await playground.until({ fact: 'TransactionRolledBack' }, '100ms')
  await expect(playground.story()).toContainText('1213')
  await playground.tool('Scenarios').click()
  await page.getByRole('button', { name: 'Lesson: Who wins a page?' }).click()
  await expect(playground.lesson()).toContainText('step 2 of 4')
  await expect(playground.chip()).toContainText('10.80 ms')
  await expect(playground.story()).not.toContainText('1213')
})

test('the story leads into its lesson, and a reload back to the step', async ({ playground }) => {
  const { page } = playground
  await playground.open('#who-wins-a-page')
  await playground.tool('Take the lesson').click()
  await expect(playground.lesson()).toContainText('step 1 of 4')
  await playground.tool('Next').click()
  await expect(playground.chip()).toContainText('10.80 ms')
  await page.reload()
  await expect(playground.lesson()).toContainText('step 2 of 4')
  await expect(playground.chip()).toContainText('10.80 ms')
})

test('a lesson that does not exist is told over the opening story', async ({ playground }) => {
  await playground.open('?lesson=no-such')
  const alert = playground.page.getByRole('alert')
  await expect(alert).toContainText('There is no lesson of that name.')
  await expect(alert).toContainText('Allowed: who-wins-a-page')
})

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [390, 844],
] as const) {
  test(`by keyboard at ${width}×${height}: nothing covered, clean for axe`, async ({
    playground,
  }) => {
    const { page } = playground
    await page.setViewportSize({ width, height })
    await openQuestion(playground)
    await expect(playground.lesson().getByRole('heading', { name: 'Both at once' })).toBeFocused()
    const panel = await playground.lesson().boundingBox()
    const stage = await page.getByRole('main').boundingBox()
    expect(
      Math.min(stage!.x + stage!.width - panel!.x, stage!.y + stage!.height - panel!.y),
    ).toBeLessThanOrEqual(1)
    await expect(page.getByRole('button', { name: /^Answer of a1 to change 1/ })).toBeInViewport()
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: 'Bob’s, at writer w2' })).toBeChecked()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Skip to the outcome' }).press('Enter')
    await expect(playground.lesson().getByRole('status')).toContainText('What happened')
    const { violations } = await new AxeBuilder({ page }).include('.lesson').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.getByRole('button', { name: 'Next', exact: true }).press('Enter')
    await expect(playground.lesson()).toContainText('step 3 of 4')
  })
}
