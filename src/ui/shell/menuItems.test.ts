/** The menu of a thing offers the questions and faults that fit it, and heals what is broken. */
import { expect, test } from 'vitest'
import type { Description } from '../../engine/contract/description.ts'
import type { FaultDescription } from '../../engine/contract/faults.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import { exampleFrame } from '../scene/testing/exampleFrame.ts'
import { menuItems } from './menuItems.ts'

function kind(fault: string, targets: string[]): FaultDescription {
  return {
    fault,
    title: fault,
    summary: '',
    targets,
    parameters: [],
  } as unknown as FaultDescription
}

const description = {
  faults: [
    kind('NodeCrash', ['node-a1', 'node-b1']),
    kind('PageCorruption', ['pg1/a1', 'node-a1']),
    kind('AzOutage', ['az-a']),
    kind('LinkCut', ['w1<>node-a1']),
    kind('InstanceCrash', ['w1']),
  ],
} as unknown as Description

function namesOf(subject: string, frame: Frame = exampleFrame()): string[] {
  return menuItems(frame, description, subject).map(({ name }) => name)
}

test('a copy has its own faults and those of its node, and is asked what its write misses', () => {
  expect(namesOf('pg1/a1')).toEqual([
    'Why is it so?',
    'What does the newest write miss?',
    'Look inside',
    'NodeCrash: node a1',
    'PageCorruption',
  ])
})

test('a link is known from either end', () => {
  expect(namesOf('node-a1<>w1')).toEqual(['Why is it so?', 'LinkCut'])
  expect(namesOf('w1>node-a1')).toContain('LinkCut')
})

test('zones and instances have theirs; a group is only shown large', () => {
  expect(namesOf('az-a')).toContain('AzOutage')
  expect(namesOf('w1')).toEqual(['Why is it so?', 'Look inside', 'InstanceCrash'])
  expect(namesOf('pg1')).toEqual(['Show it large'])
})

test('what is in force is healed where it is', () => {
  const frame = exampleFrame()
  frame.faults = [{ fault: 'NodeCrash', target: 'node-a1', since: 0 }]
  const item = menuItems(frame, description, 'pg1/a1').find(({ id }) => id === 'NodeCrash')
  expect(item).toMatchObject({ toggle: { target: 'node-a1', isInForce: true } })
})

test('an application that goes where it is put may be sent to each instance, no other may', () => {
  const frame = exampleFrame()
  const [application] = frame.applications
  const ways = frame.instances.map(({ id }) => `Send it to ${id}`)
  expect(namesOf(application!.id)).not.toContain(ways[0])
  const placed = { ...frame, placement: { applications: [] } } as unknown as Frame
  expect(namesOf(application!.id, placed)).toEqual(expect.arrayContaining(ways))
  expect(namesOf('w1', placed)).not.toContain(ways[0])
})
