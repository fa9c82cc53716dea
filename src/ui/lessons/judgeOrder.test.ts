/** Which facts a judgement names: the first failure, and evidence in the order of the run. */
import { expect, test, vi } from 'vitest'
import type { Fact } from '../../engine/contract/facts.ts'
import type { FactPattern } from '../../engine/contract/pattern.ts'
import { judgeGoal, judgePrediction } from './judge.ts'
import type { Goal, Prediction } from './lesson.ts'

vi.mock('./reasons.ts', () => ({
  reasons: {
    pageCheck: {
      evidence: ['VoteGiven', 'ProposalSent'],
      tell: (facts: readonly Fact[]) => facts.map(({ id }) => ({ key: `${id}`, parameters: {} })),
    },
  },
}))

/** An engine that tells these facts, as it finds them, whatever the stretch. */
function engineOf(...told: [Fact['fact'], number][]) {
  const facts = told.map(([fact, id]) => ({ fact, id }) as Fact)
  return { facts: async (asked?: FactPattern) => facts.filter(({ fact }) => fact === asked?.fact) }
}

const stretch = { from: 5, to: 9 }

test('of several failures the first in the run is named', async () => {
  const fails: FactPattern[] = [{ fact: 'TransactionRolledBack' }, { fact: 'LawBroken' }]
  const goal = { holds: [], fails } as unknown as Goal
  const engine = engineOf(
    ['TransactionRolledBack', 8],
    ['TransactionRolledBack', 6],
    ['LawBroken', 7],
  )
  expect(await judgeGoal(engine, goal, stretch)).toMatchObject({
    kind: 'failed',
    because: { id: 6 },
  })
})

function choice(id: string, ...holds: FactPattern[]): Prediction['choices'][number] {
  return { id, words: '', holds }
}

test('a choice holds when all its patterns do; its reason is told in order', async () => {
  const sent: FactPattern = { fact: 'ProposalSent' }
  const lost: FactPattern = { fact: 'TransactionRolledBack' }
  const choices = [choice('both', sent, lost), choice('sent', sent), choice('lost', lost)]
  const prediction = { choices, because: 'pageCheck' } as unknown as Prediction
  const engine = engineOf(['ProposalSent', 2], ['VoteGiven', 9], ['ProposalSent', 4])
  const { held, because } = await judgePrediction(engine, prediction, stretch)
  expect(held).toEqual(['sent'])
  expect(because.map(({ key }) => key)).toEqual(['2', '4', '9'])
})
