/** The opening, as a viewer plays it: whatever is clicked, in any order, the caption is true. */
import type { Frame } from '../src/engine/contract/frame.ts'
import type { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

/** What the caption must say, worked out here from what runs and from nothing else. */
function trueSentence(frame: Frame): RegExp {
  const writer = frame.instances[0]?.status
  const hosts = frame.groups[0]?.segments ?? []
  const running = hosts.filter(segment => frame.nodes.find(node => node.id === segment.node)?.isUp)
  const zones = new Set(running.map(segment => segment.zone))
  if (writer === 'down') return writerSentence(running.length)
  if (writer === 'opening') return /starting again|asks the copies|cannot open|warms up/
  if (running.length === 6) return /All six copies|on their way|is back/
  if (running.length === 4 && zones.size === 2) return /zone/i
  if (running.length >= 4) return /commits go on|is back/
  if (running.length === 3) return /Commits wait.*Reads go on, since one complete copy is enough/s
  if (running.length === 2) return /three are needed to repair/
  return running.length === 1 ? /One copy is left/ : /No copy/
}

function writerSentence(running: number): RegExp {
  return running >= 3
    ? /The data is safe; nobody can write until another writer takes over/
    : /three are needed to open the database/
}

async function check(playground: PlaygroundPage): Promise<void> {
  await playground.idle()
  await expect(playground.story()).toContainText(trueSentence(await playground.frame()), {
    useInnerText: true,
  })
}

const orders: [string, ('zone a' | 'zone b' | 'zone c' | string)[]][] = [
  ['the writer’s zone first', ['zone b', 'c1', 'a1', 'a1', 'c1', 'zone b']],
  ['a zone copy by copy, then one more', ['c1', 'c2', 'a1', 'a2', 'b1', 'b2', 'b2', 'a1', 'a2']],
  ['one copy in each zone, then a zone', ['a1', 'b1', 'c1', 'zone c', 'a1', 'zone c', 'b1', 'c1']],
]

for (const [name, clicks] of orders) {
  test(`every caption is true: ${name}`, async ({ playground }) => {
    await playground.open()
    await playground.seek('100ms')
    for (const target of clicks) {
      const zone = target.startsWith('zone ') ? (target.slice(5) as 'a' | 'b' | 'c') : null
      await (zone ? playground.zone(zone) : playground.copy(target)).click()
      await check(playground)
    }
  })
}

test('the page opens on a living cluster: commits are seen without a click', async ({
  playground,
}) => {
  await playground.open()
  await expect(playground.story()).toContainText('Six copies of one database, in three zones')
  await expect(playground.page.getByText('simulation, not AWS').first()).toBeVisible()
  await expect(playground.page.getByText(/answered in|waiting/).first()).toBeVisible()
  await playground.until({ fact: 'TransactionCommitted' })
  expect((await playground.report()).transactions.committed).toBeGreaterThan(0)
})

test('two copies of a zone gone, commits go on; one more, they wait; healed, they arrive', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('100ms')
  await playground.copy('c1').click()
  await playground.copy('c2').click()
  await expect(playground.light('Commits')).toContainText('go on')
  const before = await playground.until({ fact: 'TransactionCommitted' })
  expect(before.at).toBeGreaterThan(100_000)

  await playground.copy('a1').click()
  await expect(playground.light('Commits')).toContainText('wait')
  await expect(playground.light('Reads')).toContainText('go on')
  await expect(playground.light('Data safe')).toContainText('yes')
  expect((await playground.frame()).applications[0]?.feels).toBe('stalled')
  await playground.seek('1s')
  const waiting = (await playground.frame()).applications[0]?.waiting ?? 0
  expect(waiting).toBeGreaterThan(0)

  await playground.copy('a1').click()
  await expect(playground.light('Commits')).toContainText('go on')
  const { fact } = await playground.until({ fact: 'TransactionCommitted' })
  expect(fact.parameters).toMatchObject({ application: 'shop' })
  await playground.seek('1.2s')
  const late = await playground.facts({
    fact: 'TransactionCommitted',
    where: { latencyMicros: { min: 500_000 } },
  })
  expect(late.length).toBe(waiting)
})

test('the writer’s zone heals: the volume opens from a read quorum and commits go on', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('100ms')
  await playground.zone('b').click()
  await playground.seek('1s')
  await playground.zone('b').click()
  const opened = await playground.until({ fact: 'VolumeOpened' })
  expect(opened.fact.parameters).toMatchObject({ instance: 'w1', epoch: 2 })
  await playground.until({ fact: 'TransactionCommitted', within: ['20s', '60s'] })
  await expect(playground.light('Commits')).toContainText('go on')
})
