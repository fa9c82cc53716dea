/** The volume from within: a copy lost for good and replaced, a damaged page found and mended. */
import AxeBuilder from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

/** Nine nodes for six copies: each zone has one to spare. */
const withSpares = {
  version: 1,
  name: 'with-spares',
  title: 'Who takes its place?',
  question: 'A node is lost for good. Who takes its place?',
  seed: 7,
  cluster: {
    instances: [{ id: 'w1', az: 'b', class: 'db.r5.large' }],
    parameters: { 'repair.transfer': '3s' },
  },
  tables: [{ name: 'account', rows: 320, rowsPerPage: 8 }],
  workload: [
    {
      id: 'shop',
      kind: 'sessions',
      on: 'w1',
      sessions: 4,
      think: '6ms',
      transaction: { reads: 1, writes: 1 },
      keys: { table: 'account', pattern: 'uniform' },
    },
  ],
  until: '20s',
}

function panel({ page }: PlaygroundPage): Locator {
  return page.getByRole('complementary', { name: 'Volume' })
}

function quorum(playground: PlaygroundPage, kind: 'Write' | 'Read'): Locator {
  return panel(playground).getByRole('region', { name: `${kind} quorum` })
}

async function turnTo(playground: PlaygroundPage, page: string): Promise<void> {
  await panel(playground).getByRole('tab', { name: page, exact: true }).click()
}

async function openSpares(playground: PlaygroundPage): Promise<void> {
  await playground.open()
  await playground.load(withSpares)
  await playground.pause()
  await playground.seek('100ms')
  await playground.tool('Volume').click()
  await expect(quorum(playground, 'Write')).toContainText('4 of {A B C D E F}')
}

test('a node is lost for good: one set becomes two, the new copy fills and settles', async ({
  playground,
}) => {
  await openSpares(playground)
  await expect(quorum(playground, 'Write')).toContainText('Any two more copies may be lost')
  await playground.command({ do: 'InjectFault', fault: 'NodeLoss', target: 'node-c2' })
  await expect(quorum(playground, 'Write')).toContainText('Any one more copy may be lost')
  const lost = quorum(playground, 'Write').getByRole('button', { name: /^F, node c2/ })
  await expect(lost).toHaveAccessibleName(/not within reach/)
  await playground.until({ fact: 'MembershipChanged', where: { change: 'join' } })
  await expect(quorum(playground, 'Write')).toContainText(
    '4 of {A B C D E F} and 4 of {A B C D E G}',
  )
  await expect(quorum(playground, 'Read')).toContainText('3 of {A B C D E F} or 3 of {A B C D E G}')
  await expect(
    quorum(playground, 'Write').getByRole('group', { name: 'All of these parts: satisfied' }),
  ).toBeVisible()
  await turnTo(playground, 'Members')
  await playground.seek('4s')
  const young = panel(playground).getByRole('meter', { name: 'Filled share of copy G' })
  const half = Number(await young.getAttribute('value'))
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(1_000_000)
  await expect(panel(playground)).toContainText(/G gets the pages and the log of F from copy [A-E]/)
  await playground.until({ fact: 'MembershipChanged', where: { change: 'settle' } })
  const members = panel(playground).getByRole('list', { name: 'Members of pg1' })
  await expect(members.getByRole('listitem')).toHaveCount(6)
  await expect(members).toContainText('node c3')
  await expect(panel(playground).getByRole('definition').first()).toHaveText('3')
  await turnTo(playground, 'Quorums')
  await expect(quorum(playground, 'Write')).toContainText('4 of {A B C D E G}')
  expect(await playground.facts({ fact: 'CommitsStalled' })).toEqual([])
})

test('a quorum is changed and a copy replaced by hand, or it is said why not', async ({
  playground,
}) => {
  await openSpares(playground)
  await turnTo(playground, 'Members')
  await playground.tool('Change the quorum to 3 of 4').click()
  await expect(panel(playground)).toContainText('No zone is lost')
  await playground.tool('Replace copy A').click()
  await playground.until({ fact: 'MembershipChanged', where: { change: 'join' } })
  await expect(panel(playground)).toContainText('Somebody asked for it.')
  await playground.tool('Replace copy A').click()
  await expect(panel(playground)).toContainText('is being replaced already')
})

test('a damaged page: the viewer knows, the scrub finds it, a peer mends it', async ({
  playground,
}) => {
  await playground.open('#damaged-page')
  await playground.pause()
  await playground.tool('Volume').click()
  await playground.until({ fact: 'PageCorrupted' }, '3s')
  await turnTo(playground, 'Steps')
  await panel(playground).getByRole('combobox', { name: 'Copy' }).selectOption('pg1/a2')
  await expect(panel(playground).getByRole('list', { name: 'Foreground steps' })).toContainText(
    'Write to disk and answer',
  )
  await expect(
    panel(playground).getByRole('list', { name: 'Background steps' }).getByRole('listitem'),
  ).toHaveCount(6)
  await expect(panel(playground)).toContainText('Page 12 is damaged. You know; node a2 does not.')
  await playground.until({ fact: 'CorruptionFound' }, '3s')
  await expect(panel(playground)).toContainText(/Node a2 found .* that page 12 is damaged/)
  await playground.until({ fact: 'PageRepaired' }, '3s')
  await expect(panel(playground)).toContainText('No damaged page.')
  await expect(panel(playground)).toContainText('One damaged page was repaired from a peer.')
})

test('every mark of the log says what it waits for', async ({ playground }) => {
  await openSpares(playground)
  for (const node of ['node-a1', 'node-b1', 'node-c1']) {
    await playground.command({ do: 'InjectFault', fault: 'NodeCrash', target: node })
  }
  await playground.seek('300ms')
  await playground.page.keyboard.press('Escape')
  await playground.light('Commits').locator('..').click()
  await expect(quorum(playground, 'Write')).toContainText('No set is left: writes wait')
  await turnTo(playground, 'Log')
  const marks = panel(playground).getByRole('list', { name: 'Log points' })
  await expect(marks.getByRole('listitem')).toHaveCount(12)
  await marks.getByRole('button', { name: /^PGCL/ }).focus()
  await expect(panel(playground)).toContainText(
    /Pg1 waits until a write set has acknowledged LSN \d+/i,
  )
  await marks.getByRole('button', { name: /^SCL A/ }).focus()
  await expect(panel(playground)).toContainText('its node cannot be reached')
})

test('by keys: leaves by arrows, each named and ringed on the stage, and the panel itself', async ({
  playground,
}) => {
  await openSpares(playground)
  await quorum(playground, 'Write')
    .getByRole('button', { name: /^A, node a1/ })
    .focus()
  await playground.page.keyboard.press('ArrowRight')
  await expect(
    quorum(playground, 'Write').getByRole('button', { name: /^B, node a2/ }),
  ).toBeFocused()
  await expect(playground.ringed().first()).toHaveAttribute('data-control', /a2/)
  await playground.page.keyboard.press('Escape')
  await expect(panel(playground)).toHaveCount(0)
  await playground.page.keyboard.press('v')
  await expect(quorum(playground, 'Write')).toBeVisible()
})

test('the inspector leads to the steps of a copy', async ({ playground }) => {
  await playground.open('#eight-steps')
  await playground.pause()
  await playground.seek('140ms')
  await playground.copy('b1').click({ modifiers: ['Shift'] })
  await playground.tool('Its eight steps').click()
  await expect(panel(playground).getByRole('combobox', { name: 'Copy' })).toHaveValue('pg1/b1')
})

for (const [colorScheme, width, height] of [
  ['light', 1440, 900],
  ['dark', 390, 844],
] as const) {
  test(`axe finds nothing serious in it at ${width}×${height}, ${colorScheme}`, async ({
    playground,
  }) => {
    await playground.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await playground.page.setViewportSize({ width, height })
    await playground.open('#a-new-member')
    await playground.pause()
    await playground.seek('3s')
    await playground.light('Commits').locator('..').click()
    for (const page of ['Quorums', 'Members', 'Steps', 'Log', 'Wire']) {
      await turnTo(playground, page)
      await playground.idle()
      const { violations } = await new AxeBuilder({ page: playground.page }).analyze()
      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      )
      expect(serious.map(({ id, nodes }) => `${page} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })
}
