/**
 * What stands inside a copy, a page and a transaction, drawn: what the answers of a real engine
 * come to as shapes, and at five widths no word overlaps another one or leaves the picture.
 */
import { describe, expect, it, test } from 'vitest'
import type { Inside } from '../../../engine/contract/inside.ts'
import { inject, run, startCluster, type Cluster } from '../../../engine/testing/startCluster.ts'
import { runOn, playOn, setMmStage } from '../../../engine/testing/mmStage.ts'
import { insideOf } from '../../../engine/why/inside/insideOf.ts'
import { learnSentences } from '../../../words/say.ts'
import { volumePanelSentences } from '../../../words/volumePanelSentences.ts'
import { outside, overlapping, stageSizes } from '../testing/labelFaults.ts'
import { exampleLadder } from '../testing/exampleLadder.ts'
import { copyPicture } from './copyPicture.ts'
import { pagePicture } from './pagePicture.ts'
import type { InsidePicture, Place } from './picture.ts'
import { transactionPicture } from './transactionPicture.ts'

learnSentences(volumePanelSentences)

function inside(world: Cluster['simulation']['world'], subject: string): Inside {
  const found = insideOf(world, subject)
  if (found === null) throw new Error(`nothing inside ${subject}`)
  return found
}

/** Background work goes on soon after the start. */
const soon = { 'storage.backupPeriod': '0.1s' }

/** A busy moment: something on its way, on the disk, and answered. */
function busyCopy(): Inside {
  const cluster = startCluster({
    sessions: 8,
    think: '1ms',
    groups: 2,
    readers: 2,
    parameters: soon,
  })
  run(cluster, 250_000)
  for (let steps = 0; steps < 200; steps++) {
    const copy = inside(cluster.simulation.world, 'copy:pg1/a1')
    const isBusy = copy.inside === 'copy' && copy.writing.length > 0 && copy.answers.length > 0
    if (isBusy) return copy
    run(cluster, 50)
  }
  throw new Error('never busy')
}

const single = startCluster({ sessions: 8, think: '1ms', groups: 2, readers: 2, parameters: soon })
run(single, 250_000)
const several = setMmStage()
runOn(several, 1, { write: [1] })
runOn(several, 2, { write: [2] })
playOn(several, 1_400)
const down = startCluster({ sessions: 4 })
run(down, 300_000)
inject(down, 'NodeCrash', 'node-a1')
run(down, 20_000)

const answers: Record<string, Inside> = {
  'a busy copy': busyCopy(),
  'a copy whose node is down': inside(down.simulation.world, 'copy:pg1/a1'),
  'a copy among several writers': inside(several.simulation.world, 'copy:pg1/a1'),
  'a page': inside(single.simulation.world, 'page:3'),
  'a page that two writers want': inside(several.simulation.world, 'page:0'),
  'a transaction': exampleLadder(),
}

function drawn(its: Inside, place: Place): InsidePicture {
  if (its.inside === 'copy') return copyPicture(its, place)
  if (its.inside === 'page') {
    const rows = [{ key: 'account 5', text: 'account: id 5, balance 100; X by alice' }]
    return pagePicture(its, place, { hueOf: () => 1, rows })
  }
  return transactionPicture(its, place, [{ what: 'X on account id 5', isGranted: true }])
}

describe.each(stageSizes)('at $width × $height', size => {
  it.each(Object.keys(answers))('keeps the words of %s apart', name => {
    const picture = drawn(answers[name] as Inside, size)
    const whole = { width: size.width, height: picture.height }
    expect([...overlapping(picture.labels), ...outside(picture.labels, whole)]).toEqual([])
    expect(picture.things.length).toBeGreaterThan(2)
  })
})

const wide = stageSizes[0] as Place

test('eight stations in their order, of which two are in the foreground', () => {
  const { things, labels } = drawn(answers['a busy copy'] as Inside, wide)
  const steps = things.filter(({ name }) => name.startsWith('Step ')).map(({ name }) => name)
  expect(steps).toEqual([
    'Step 1: Receive',
    'Step 2: Write to disk and answer',
    'Step 3: Sort, and find gaps',
    'Step 4: Gossip with peers',
    'Step 5: Make pages',
    'Step 6: Back up to object storage',
    'Step 7: Collect old versions',
    'Step 8: Scrub',
  ])
  const texts = labels.map(({ text }) => text)
  expect(texts).toContain('Foreground: a commit waits for these two')
  expect(texts).toContain('Background: nobody waits for these six')
})

test('a record leads into its transaction, a copy of a page into that copy', () => {
  const record = drawn(answers['a busy copy'] as Inside, wide).things.find(({ name }) =>
    name.startsWith('Record '),
  )
  expect(record?.opens).toMatch(/^transaction:\d+@\d+$/)
  expect(record?.chooses).toMatch(/^record:\d+$/)
  const copies = drawn(answers['a page'] as Inside, wide).things.flatMap(({ opens }) => opens ?? [])
  expect(copies.filter(opens => opens.startsWith('copy:'))).toHaveLength(6)
})

test('with several writers there are no steps behind, and it is said', () => {
  const { labels, things } = drawn(answers['a copy among several writers'] as Inside, wide)
  expect(things.filter(({ name }) => name.startsWith('Step '))).toHaveLength(2)
  expect(labels.map(({ text }) => text).join(' ')).toContain('steps 3 to 8 are not in it')
})

test('a ladder as text: who, and for how long', () => {
  const { things } = drawn(exampleLadder(), wide)
  expect(things.flatMap(({ name, state }) => [name, `  ${state}`])).toMatchInlineSnapshot(`
    [
      "request to w1",
      "  on its way 250 µs",
      "work at w1",
      "  at work 350 µs",
      "redo to copy b1",
      "  on its way 300 µs, disk 200 µs, answer on its way 300 µs",
      "redo to copy b2",
      "  on its way 250 µs, disk 200 µs, answer on its way 250 µs",
      "redo to copy a1",
      "  on its way 600 µs, disk 200 µs, answer on its way 600 µs",
      "redo to copy a2",
      "  on its way 650 µs, disk 200 µs, answer on its way 450 µs, a gap below: does not count yet",
      "redo to copy c1",
      "  on its way 650 µs, disk 200 µs, answer on its way 650 µs, completes the quorum",
      "redo to copy c2",
      "  on its way for 1.6 ms so far",
      "waits for VDL",
      "  waits 1.55 ms",
      "answer to shop",
      "  answer on its way for 100 µs so far",
      "begins",
      "  0 µs",
      "commit record written",
      "  350 µs",
      "pg1: write quorum has it",
      "  1.9 ms",
      "VDL passes it",
      "  1.9 ms",
      "commit acknowledged",
      "  1.9 ms",
      "Lock X on account id 5",
      "  has it",
    ]
  `)
})

test('time runs to the right, and stretches follow each other without a gap', () => {
  const { shapes } = drawn(exampleLadder(), wide)
  const bars = shapes.filter(({ id }) => id.startsWith('write 1 '))
  const boxes = bars.flatMap(({ box }) => (box === null ? [] : [box]))
  expect(boxes.length).toBe(3)
  for (const [place, box] of boxes.slice(1).entries()) {
    const before = boxes[place]
    expect(box.x).toBeCloseTo((before?.x ?? 0) + (before?.width ?? 0), 0)
  }
})
