/** The list of faults by what fails: every kind once, in a fixed order of headings. */
import { expect, test } from 'vitest'
import type { FaultDescription, FaultKind } from '../../../engine/contract/faults.ts'
import { faultGroups } from './faultGroups.ts'

function described(fault: FaultKind): FaultDescription {
  return { fault, title: fault, summary: '', target: 'node', parameters: [], targets: [] }
}

const kinds: FaultKind[] = ['LinkCut', 'NodeCrash', 'PageCorruption', 'NodeLoss', 'AzOutage']

test('each kind stands under what fails, in the order of the catalogue', () => {
  const told = faultGroups(kinds.map(described)).map(group => [
    group.heading,
    group.kinds.map(({ fault }) => fault),
  ])
  expect(told).toEqual([
    ['Storage nodes', ['NodeCrash', 'NodeLoss']],
    ['Pages', ['PageCorruption']],
    ['Zones', ['AzOutage']],
    ['Links', ['LinkCut']],
  ])
})
