/**
 * A phone and a low window: everything within sight and reach, wide enough for a finger; and the
 * applications' strip, which says on every stage what each application feels.
 */
import type { Locator } from '@playwright/test'
import { tooSmallForFingers } from './geometry.ts'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

const phone = { width: 390, height: 844 }

/** The most that one writer may have, five in each zone. */
const fifteenReaders = {
  version: 1,
  name: 'fifteen-readers',
  title: 'Fifteen readers',
  question: 'Fifteen readers follow one writer. How far behind are they?',
  seed: 14,
  cluster: {
    instances: [
      { id: 'w1', az: 'b' },
      ...Array.from({ length: 15 }, (_, k) => ({
        id: `r${k + 1}`,
        az: ['a', 'b', 'c'][k % 3],
        role: 'reader',
      })),
    ],
  },
  tables: [{ name: 'cart', rows: 64, rowsPerPage: 8 }],
  workload: [
    {
      id: 'shop',
      kind: 'sessions',
      on: 'w1',
      sessions: 2,
      think: '3ms',
      transaction: { reads: 1, writes: 1 },
      keys: { table: 'cart', pattern: 'uniform' },
    },
  ],
  until: '1s',
}

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true })

  test('eight groups and all nodes are in sight at once', async ({ playground }) => {
    await playground.open('#one-node-many-groups')
    await playground.pause()
    await playground.seek('40ms')
    const { nodes, groups } = await playground.frame()
    expect(groups).toHaveLength(8)
    const copies = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2']
    const others = nodes.map(({ id }) => id).filter(id => !copies.includes(id.slice(-2)))
    const all = [
      ...copies.map(name => playground.copy(name)),
      ...others.map(id => playground.tool(`Node ${id}`)),
      ...groups.map(({ id }) => playground.tool(`Group ${id}`)),
    ]
    for (const one of all) await expect(one).toBeInViewport({ ratio: 0.99 })
    await playground.isSound()
  })

  for (const story of ['four-of-six', 'one-node-many-groups', 'cold-group', 'promote-a-replica']) {
    test(`what can be pressed in ${story} is wide enough for a finger`, async ({ playground }) => {
      await playground.open(`#${story}`)
      await playground.pause()
      expect(await tooSmallForFingers(playground.page)).toEqual([])
    })
  }

  test('readers without room are one sign, which unfolds by a tap', async ({ playground }) => {
    await playground.open()
    await playground.load(fifteenReaders)
    await playground.pause()
    await playground.seek('100ms')
    const fold = playground.tool('5 readers in zone a')
    await expect(fold).toHaveAccessibleDescription(/^r1, r4, r7, r10, r13: up to .* behind/)
    await expect(playground.tool('Reader r4')).toHaveCount(0)
    await fold.tap()
    await expect(playground.tool('Reader r4')).toBeVisible()
    await playground.page.keyboard.press('u')
    await expect(fold).toBeVisible()
    await playground.isSound()
  })

  test('the doors stand in the menu, under the stopwatch of both lost writers', async ({
    playground,
  }) => {
    await playground.open('#promote-a-replica')
    await playground.pause()
    await playground.seek('40s')
    await playground.tool('Menu').tap()
    const menu = playground.dialog('Menu')
    const time = menu.getByText(/One writer and a reader: shop 30 s/)
    await expect(time).toBeInViewport({ ratio: 1 })
    expect(await fontSizeOf(time)).toBeGreaterThanOrEqual(12)
    await menu.getByText('All figures', { exact: true }).tap()
    const errors = menu.getByRole('row', { name: 'Errors seen' }).getByRole('cell')
    await expect(errors).toContainText('2013 × 6')
    await menu.getByRole('button', { name: 'The same loss with two writers' }).tap()
    await expect(playground.story()).toContainText('One of two writers dies')
    await playground.isSound()
  })
})

test('in a low window the doors stand behind a button', async ({ playground }) => {
  await playground.page.setViewportSize({ width: 1280, height: 640 })
  await playground.open()
  await playground.tool('Other stories').click()
  await playground.dialog('Other stories').getByRole('button', { name: 'Break storage' }).click()
  await expect(playground.story()).toContainText('A zone is down')
})

test.describe('the strip', () => {
  test('tells a connection that is lost from one that is tried again', async ({ playground }) => {
    await playground.open('#promote-a-replica')
    await playground.pause()
    await playground.until({ fact: 'ConnectionLost', where: { application: 'shop' } })
    await expect(strip(playground)).toHaveAccessibleDescription(/^connection lost/)
    await playground.seek('5s')
    await expect(strip(playground)).toHaveAccessibleDescription(/^reconnecting, .* errors/)
    await playground.seek('45s')
    await expect(strip(playground)).toHaveAccessibleDescription(/^(answered in|waiting) .* ms/)
    await expect(strip(playground)).toHaveAccessibleDescription(/30 s without answers/)
  })

  test('says at error 1213 that nothing was locked', async ({ playground }) => {
    await playground.page.setViewportSize({ width: 1440, height: 900 })
    await playground.open('#who-wins-a-page')
    await playground.pause()
    await playground.seek('14ms')
    const bob = playground.tool('Application bob')
    await expect(bob).toHaveAccessibleDescription(/^error 1213, retrying/)
    const note = playground.page.getByText('MySQL says deadlock; nothing was locked')
    await expect(note.first()).toBeVisible()
    await playground.isSound()
  })
})

function strip({ page }: PlaygroundPage): Locator {
  return page.getByRole('button', { name: 'Application shop', exact: true })
}

async function fontSizeOf(words: Locator): Promise<number> {
  return words.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize))
}
