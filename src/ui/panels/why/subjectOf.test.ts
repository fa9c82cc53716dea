/** What the panel asks why about, and what it says of the selected thing. */
import { expect, test } from 'vitest'
import { exampleFrame } from '../../scene/testing/exampleFrame.ts'
import { choiceName } from './choiceName.ts'
import { describeState } from './describeState.ts'
import { splitFrame } from '../../scene/testing/multiMasterSituations.ts'
import { serverlessFrame } from '../../scene/testing/serverlessFrames.ts'
import { newestWrite, subjectOf } from './subjectOf.ts'

const frame = exampleFrame()

test('each thing on the stage is asked about by its kind', () => {
  expect(subjectOf(frame, null)).toBe('commits')
  expect(subjectOf(frame, 'node-a1')).toBe('node:node-a1')
  expect(subjectOf(frame, 'pg1/b2')).toBe('segment:pg1/b2')
  expect(subjectOf(frame, 'w1')).toBe('instance:w1')
  expect(subjectOf(frame, 'pg1')).toMatch(/^record:\d+$/)
})

test('a link is asked about at its node, an application at its instance when that is down', () => {
  expect(subjectOf(frame, 'w1<>node-a1')).toBe('node:node-a1')
  expect(subjectOf(frame, 'shop')).toBe('commits')
  const instances = frame.instances.map(each => ({ ...each, status: 'down' as const }))
  expect(subjectOf({ ...frame, instances }, 'shop')).toBe('instance:w1')
})

test('the newest write is the first that is not yet durable, else the last', () => {
  const group = frame.groups[0]
  const inFlight = group?.records.find(({ state }) => state === 'inFlight')
  expect(newestWrite(frame, null)).toBe(`record:${inFlight?.lsn}`)
  const records = group?.records.map(record => ({ ...record, state: 'durable' as const })) ?? []
  const calm = { ...frame, groups: group === undefined ? [] : [{ ...group, records }] }
  expect(newestWrite(calm, null)).toBe(`record:${records.at(-1)?.lsn}`)
})

test('the state of a copy, a node, the writer and a group is said in words', () => {
  const first = (id: string | null) => describeState(frame, id)[0]?.value
  expect(first('pg1/a1')).toMatch(/complete/)
  expect(first('node-a1')).toBe('up')
  expect(first('w1')).toBe('open')
  expect(first('shop')).toBe('2: 1 thinking, 1 waiting')
  expect(first('w1<>node-a1')).toBe('whole')
  expect(first(null)).toBe('reachable')
})

test('a change of a page and a transaction say what was asked for; a fact has no state', () => {
  const split = splitFrame()
  const { proposal, instance } = split.multiMaster!.proposals[0]!
  const rows = describeState(split, `proposal:${proposal}`)
  expect(rows.find(({ name }) => name === 'Asked by')?.value).toBe(instance)
  expect(describeState(split, 'fact:19')).toEqual([])
})

test('each button says what it asks about', () => {
  expect(choiceName('commits', 'shop', true)).toBe('Commits')
  expect(choiceName('selection', 'shop', true)).toBe('Does shop wait, and why?')
  expect(choiceName('selection', 'node-a1', false)).toBe('Node a1')
  expect(choiceName('selection', 'message:77', false)).toBe('Message 77')
  expect(choiceName('selection', 'fact:19', false)).toBe('This fact')
  expect(choiceName('selection', 'w1<>node-a1', false)).toBe('Link w1 and node a1')
})

test('an instance that breathes is asked about its capacity, one asleep about itself', () => {
  const breathing = serverlessFrame()
  const asleep = { ...breathing, serverless: { ...breathing.serverless!, instances: [] } }
  expect(subjectOf(breathing, 'w1')).toBe('capacity:w1')
  expect(subjectOf(asleep, 'w1')).toBe('instance:w1')
})

test('with several writers the newest write is the newest change of a page', () => {
  const frame = splitFrame()
  const newest = frame.multiMaster!.proposals.at(-1)!
  expect(newestWrite(frame, null)).toBe(`proposal:${newest.proposal}`)
})
