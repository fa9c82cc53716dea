/** What one can look into, by the names of the controls of the stage. */
import { expect, test } from 'vitest'
import { exampleFrame } from '../../scene/testing/exampleFrame.ts'
import { exampleProposal, multiMasterFrame } from '../../scene/testing/multiMasterFrames.ts'
import { insideOfTarget } from './insideOfTarget.ts'

const frame = exampleFrame({ groups: 2 })
const node = frame.nodes.find(({ segments }) => segments.length > 1)

test('a copy by its own name, a node and its words by the copy that is shown', () => {
  expect(insideOfTarget(frame, 'pg1/a1')).toBe('copy:pg1/a1')
  const [first, second = ''] = node?.segments ?? []
  expect(insideOfTarget(frame, `${node?.id} details`)).toBe(`copy:${first}`)
  expect(insideOfTarget(frame, `${node?.id}`, copy => copy === second)).toBe(`copy:${second}`)
})

test('an instance and an application by their newest transaction', () => {
  const newest = frame.groups
    .flatMap(({ records }) => records)
    .reduce((one, other) => (other.lsn > one.lsn ? other : one))
  const subject = `transaction:${newest.transaction}@${newest.writtenAt}`
  expect(insideOfTarget(frame, 'w1')).toBe(subject)
  expect(insideOfTarget(frame, 'shop')).toBe(subject)
  expect(insideOfTarget(frame, `record:${newest.lsn}`)).toBe(subject)
})

test('a page by its number, a change by the transaction that proposed it', () => {
  expect(insideOfTarget(frame, 'page 3')).toBe('page:3')
  const several = multiMasterFrame()
  const change = exampleProposal(1)
  several.multiMaster?.proposals.push(change)
  expect(insideOfTarget(several, `proposal:${change.proposal}`)).toBe(
    `transaction:${change.transaction}@${change.sentAt}`,
  )
})

test('a link, a zone and a group have no inside', () => {
  for (const target of ['w1>node-a1', 'az-a', 'pg1', 'light:commits']) {
    expect(insideOfTarget(frame, target)).toBeNull()
  }
})
