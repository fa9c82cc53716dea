/** The chosen group is large, else one that lost its quorum, else the first. */
import { expect, it } from 'vitest'
import { chooseGroup } from './chooseGroup.ts'
import { exampleFrame } from './testing/exampleFrame.ts'

function groups() {
  return exampleFrame({ groups: 4, nodesPerZone: 8 }).groups
}

it('shows the first group while all is well', () => {
  expect(chooseGroup(groups(), null).id).toBe('pg1')
  expect(chooseGroup(groups(), 'w1').id).toBe('pg1')
})

it('shows the chosen group, also when one of its copies is chosen', () => {
  expect(chooseGroup(groups(), 'pg3').id).toBe('pg3')
  expect(chooseGroup(groups(), 'pg2/a3').id).toBe('pg2')
})

it('shows the group that cannot recover before the one that cannot write', () => {
  const [, second, third] = groups()
  const all = groups().map(group => ({ ...group }))
  for (const group of all) {
    if (group.id === second?.id) group.writeQuorum = { ...group.writeQuorum, isMet: false }
    if (group.id === third?.id) group.readQuorum = { ...group.readQuorum, isMet: false }
  }
  expect(chooseGroup(all, null).id).toBe('pg3')
  expect(chooseGroup(all.slice(0, 2), null).id).toBe('pg2')
})
