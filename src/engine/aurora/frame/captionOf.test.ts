/** Captions of a cluster at work: links, speed, loss, return, several groups, the way to glow. */
import { expect, test } from 'vitest'
import {
  type Cluster,
  give,
  heal,
  inject,
  look,
  run,
  startCluster,
} from '../../testing/startCluster.ts'

function captionOf(cluster: Cluster): string {
  return look(cluster).caption.key.replace('caption.', '')
}

/** The captions of the next steps, each once, in order. */
function captionsWithin(cluster: Cluster, stepMicros: number, steps: number): string[] {
  const seen: string[] = []
  for (let step = 0; step < steps; step++) {
    run(cluster, stepMicros)
    const caption = captionOf(cluster)
    if (seen.at(-1) !== caption) seen.push(caption)
  }
  return seen
}

test('following the glow tells the story: a zone, one more, and healing brings the commits', () => {
  const cluster = startCluster({ zone: 'b' })
  const story: string[] = []
  for (let click = 0; click < 4; click++) {
    run(cluster, 30_000)
    const { caption, glowing, hint } = look(cluster)
    story.push(`${caption.key} ${hint.key} ${glowing}`)
    if (hint.key === 'hint.healCopy') heal(cluster, 'NodeCrash', glowing!)
    else inject(cluster, 'NodeCrash', glowing!)
  }
  run(cluster, 100)
  story.push(look(cluster).caption.key)
  expect(story).toEqual([
    'caption.allSix hint.clickCopy node-c1',
    'caption.copiesGoneCommitsGoOn hint.clickSecondCopy node-c2',
    'caption.zoneCopiesGoneCommitsGoOn hint.clickThirdCopy node-a1',
    'caption.commitsWait hint.healCopy node-a1',
    'caption.commitsInFlightAgain',
  ])
})

test('after a stall what waited is in flight, then copies catch up, then all is well', () => {
  const cluster = startCluster({ parameters: { 'storage.gossipPeriod': '200ms' } })
  run(cluster, 50_000)
  for (const node of ['node-a1', 'node-c1', 'node-c2']) inject(cluster, 'NodeCrash', node)
  run(cluster, 300_000)
  expect(look(cluster).caption).toMatchObject({
    key: 'caption.commitsWait',
    parameters: { reachable: 3, needed: 4, readNeeded: 3, waiting: expect.any(Number) },
  })
  give(cluster, { do: 'HealAll' })
  const seen = captionsWithin(cluster, 2_000, 500)
  expect(seen[0]).toBe('commitsInFlightAgain')
  expect(seen.at(-1)).toBe('allSix')
})

test('a copy that was away long is said to catch up, with how much it lacks', () => {
  const cluster = startCluster({
    parameters: { 'storage.gossipPeriod': '1s', 'repair.automatic': 0 },
  })
  run(cluster, 50_000)
  inject(cluster, 'NodeCrash', 'node-c1')
  run(cluster, 3_000_000)
  heal(cluster, 'NodeCrash', 'node-c1')
  run(cluster, 10)
  const { caption, hint } = look(cluster)
  expect(caption.key).toBe('caption.catchingUp')
  expect(caption.parameters).toMatchObject({ segment: 'pg1/c1', node: 'node-c1' })
  expect(caption.parameters.behind).toBeGreaterThan(100)
  expect(hint.key).toBe('hint.watchGossip')
})

test('a healthy cluster at work never seems to catch up', () => {
  const cluster = startCluster({ groups: 2, sessions: 12, think: '1ms' })
  expect(captionsWithin(cluster, 333, 600)).toEqual(['allSix'])
})

test('a copy that was away for a moment only is said to catch up, in slow motion too', () => {
  const cluster = startCluster({ sessions: 12, think: '1ms' })
  run(cluster, 20_000)
  inject(cluster, 'NodeCrash', 'node-c1')
  run(cluster, 4_000)
  heal(cluster, 'NodeCrash', 'node-c1')
  run(cluster, 200)
  expect(captionOf(cluster)).toBe('catchingUp')
})

test('cut links: commits go on with the copies that are reached, or wait although all run', () => {
  const cluster = startCluster()
  inject(cluster, 'LinkCut', 'w1<>node-a1')
  expect(look(cluster).caption).toMatchObject({
    key: 'caption.copiesCutCommitsGoOn',
    parameters: { cut: 1, reachable: 5, nodes: ['node-a1'] },
  })
  inject(cluster, 'NodeCrash', 'node-c1')
  expect(captionOf(cluster)).toBe('copiesGoneAndCutCommitsGoOn')
  inject(cluster, 'LinkCut', 'node-a2>w1')
  expect(look(cluster).caption).toMatchObject({
    key: 'caption.commitsWaitCut',
    parameters: { running: 5, reachable: 3 },
  })
  expect(look(cluster).lights.reads.state).toBe('on')
  heal(cluster, 'NodeCrash', 'node-c1')
  inject(cluster, 'LinkCut', 'az-b<>az-c')
  inject(cluster, 'LinkCut', 'w1<>node-b1')
  inject(cluster, 'LinkCut', 'w1<>node-b2')
  expect(captionOf(cluster)).toBe('noCopyLeft')
})

test('cuts that harm no quorum are said as what they are', () => {
  const cluster = startCluster({ zone: 'b' })
  inject(cluster, 'LinkCut', 'az-a<>az-c')
  expect(captionOf(cluster)).toBe('gossipCut')
  inject(cluster, 'LinkCut', 'shop<>w1')
  expect(look(cluster).caption).toMatchObject({
    key: 'caption.applicationCut',
    parameters: { application: 'shop', instance: 'w1' },
  })
})

test('slow copies are ignored until too few fast ones are within reach', () => {
  const cluster = startCluster()
  inject(cluster, 'SlowNode', 'node-a1', { factor: 40 })
  inject(cluster, 'SlowNode', 'node-a2')
  expect(look(cluster).caption).toMatchObject({
    key: 'caption.slowCopyIgnored',
    parameters: { node: 'node-a1', factor: 40, slow: 2, fast: 4 },
  })
  inject(cluster, 'NodeCrash', 'node-c1')
  expect(captionOf(cluster)).toBe('slowCopiesHoldBack')
  heal(cluster, 'SlowNode', 'node-a2')
  expect(captionOf(cluster)).toBe('copiesGoneCommitsGoOn')
})

test('loss is told with its share, on one link or on all', () => {
  const cluster = startCluster()
  inject(cluster, 'PacketLoss', 'w1>node-a1', { ratio: 0.25 })
  expect(look(cluster).caption).toMatchObject({
    key: 'caption.lossyLink',
    parameters: { target: 'w1>node-a1', lossPpm: 250_000 },
  })
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.1 })
  expect(look(cluster).caption).toMatchObject({
    key: 'caption.lossyNetwork',
    parameters: { lossPpm: 100_000 },
  })
})

test('with several groups the worst is named, and a spare node harms none', () => {
  const cluster = startCluster({ groups: 2 })
  const { groups } = look(cluster)
  const only2 = groups[1]!.segments.map(({ node }) => node)
  const only1 = groups[0]!.segments.map(({ node }) => node)
  for (const node of only2.filter(name => !only1.includes(name))) inject(cluster, 'NodeCrash', node)
  const { caption } = look(cluster)
  expect(caption).toMatchObject({
    key: 'caption.commitsWait',
    parameters: { group: 'pg2', groups: 2, reachable: 3 },
  })
  const lone = startCluster({ groups: 1 })
  inject(lone, 'NodeCrash', 'node-c3')
  expect(look(lone).caption).toMatchObject({
    key: 'caption.spareNodeGone',
    parameters: { node: 'node-c3' },
  })
})

test('L8: held back at the limit is said as back-pressure', () => {
  const cluster = startCluster({
    sessions: 60,
    think: '100us',
    parameters: { 'storage.lsnAllocationLimit': 50 },
  })
  expect(captionsWithin(cluster, 500, 400)).toContain('backPressure')
})
