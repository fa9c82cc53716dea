/** What nobody published is marked where it acts, and only there. */
import { describe, expect, it } from 'vitest'
import type { MultiMasterView, ProposalView } from '../../../engine/contract/multiMasterView.ts'
import { mmAssumptions } from '../../../words/mmAssumptions.ts'
import { exampleProposal, multiMasterFrame } from '../testing/multiMasterFrames.ts'
import { syncingFrame } from '../testing/multiMasterSituations.ts'
import { assumptionOfContest, assumptionOfWriters } from './assumptionsAt.ts'

function contest(...proposals: ProposalView[]) {
  return { page: 17, base: 41, proposals, isSplit: false }
}

const all = new Set(['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map(name => `node-${name}`))

describe('in a contest', () => {
  const open = exampleProposal(0)
  const later = exampleProposal(1, { sentAt: open.sentAt + 100 })
  const refused = exampleProposal(1, { verdict: 'refused', cause: 'inFlight' })

  it.each([
    ['a statement that waits for its verdict', contest(open, later), 'T10'],
    ['two that cannot be decided', contest(open, later), 'T8', new Set(['node-a1', 'node-b2'])],
    ['a refusal', contest(refused), 'T13'],
    ['nobody', { ...contest(refused), isSplit: true }, 'T8'],
    ['a commit record', contest(exampleProposal(0, { reason: 'commit' })), 'T9'],
    ['a purge under way', contest(exampleProposal(0, { reason: 'purge' })), 'T27'],
    ['a rollback under way', contest(exampleProposal(0, { reason: 'rollback' })), 'T14'],
  ] as const)('%s is marked', (_, drawn, id, up = all) => {
    expect(assumptionOfContest(drawn, up)).toBe(id)
  })

  it('what stands is no assumption', () => {
    expect(
      assumptionOfContest(contest(exampleProposal(0, { verdict: 'accepted' })), all),
    ).toBeNull()
    expect(assumptionOfContest(null, all)).toBeNull()
  })
})

function viewWith(change: (view: MultiMasterView) => void): MultiMasterView {
  const view = multiMasterFrame().multiMaster as MultiMasterView
  view.transactions = []
  change(view)
  return view
}

describe('among writers', () => {
  it('rows that a dead writer still owns are marked', () => {
    const view = viewWith(({ writers }) =>
      Object.assign(writers[0] as object, { status: 'offline' }),
    )
    expect(assumptionOfWriters(view)).toBe('T16')
  })

  it('changes that wait for a definition are marked', () => {
    expect(
      assumptionOfWriters(viewWith(({ ddl }) => Object.assign(ddl, { table: 'accounts' }))),
    ).toBe('D19')
  })

  it('a wait for somebody who answers is none; one for the silent is', () => {
    const view = syncingFrame().multiMaster as MultiMasterView
    expect(assumptionOfWriters(view)).toBeNull()
    Object.assign(view.writers[0] as object, { status: 'recovery' })
    for (const its of view.transactions[1]?.sync ?? []) its.state = 'asked'
    expect(assumptionOfWriters(view)).toBe('D18')
  })

  it('a calm cluster of two has none', () => {
    expect(assumptionOfWriters(viewWith(() => undefined))).toBeNull()
  })
})

it('each says what is documented and what is not, and fits the line', () => {
  for (const { gist, sentence } of Object.values(mmAssumptions)) {
    expect(gist.length).toBeLessThan(40)
    expect(sentence).toMatch(
      /not published|model’s choice|is not\.|so that|order of rows is chosen/,
    )
  }
})
