/** Facts that the cluster cannot tell are shown with the reason, and cannot be chosen. */
import { expect, test } from 'vitest'
import type { FactKey } from '../../../engine/contract/facts.ts'
import { factKeys } from '../../../engine/formats/factFields.ts'
import { exampleFrame } from '../../scene/testing/exampleFrame.ts'
import { splitFrame } from '../../scene/testing/multiMasterSituations.ts'
import { factGroups } from './factGroups.ts'

const all = factKeys as FactKey[]

test('one writer: its log first, several writers last, with the reason', () => {
  const groups = factGroups(all, exampleFrame())
  expect(groups.filter(({ isHere }) => isHere).map(({ label }) => label)).toEqual([
    'In every cluster',
    'One writer and its log',
  ])
  const multi = groups.find(({ label }) => label.startsWith('Several writers'))
  expect(multi?.label).toBe('Several writers (not here: this cluster has one writer)')
  expect(multi?.facts.map(({ fact }) => fact)).toContain('TransactionRolledBack')
})

test('several writers: no single log; every fact stands in one group', () => {
  const groups = factGroups(all, splitFrame())
  expect(groups.find(({ label }) => label.startsWith('One writer'))?.isHere).toBe(false)
  const listed = groups.flatMap(({ facts }) => facts.map(({ fact }) => fact))
  expect(listed.toSorted()).toEqual([...all].sort())
})
