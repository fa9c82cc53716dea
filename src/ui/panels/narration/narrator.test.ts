/** The run is told once, the weightiest first, and never in a flood. */
import { expect, test } from 'vitest'
import type { Fact } from '../../../engine/contract/facts.ts'
import { moreSentences } from '../../../words/moreSentences.ts'
import { type NarrationKind, narrationKinds } from '../../../words/narrationWords.ts'
import { learnSentences } from '../../../words/say.ts'
import { whySentences } from '../../../words/whySentences.ts'
import { nextUtterance, nothingTold } from './narrator.ts'
import { paragraphsOf } from './paragraphs.ts'

learnSentences(moreSentences)
learnSentences(whySentences)

const kinds = new Set(narrationKinds.map(([kind]) => kind))
const all = { kinds, detail: 'brief' } as const

function fact(id: number, at: number, name: Fact['fact'], parameters: object): Fact {
  return { id, at, fact: name, parameters } as Fact
}

const lost = { group: 'pg1', reachable: 3, needed: 4 }
const run = [
  fact(1, 100, 'FaultInjected', { fault: 'AzOutage', target: 'az-c' }),
  fact(2, 100, 'NodeCrashed', { node: 'node-c1' }),
  fact(3, 100, 'NodeCrashed', { node: 'node-c2' }),
  fact(4, 250, 'WriteQuorumLost', lost),
]

test('says the weightiest of what is new and counts the rest', () => {
  const { text } = nextUtterance(run, all, nothingTold)
  expect(text).toContain('pg1')
  expect(text).toMatch(/3 more things happened\.$/)
})

test('says nothing twice', () => {
  const { told } = nextUtterance(run, all, nothingTold)
  expect(nextUtterance(run, all, told).text).toBe('')
  const later = [...run, fact(5, 300, 'NodeRestarted', { node: 'node-c1' })]
  const next = nextUtterance(later, all, told)
  expect(next.text).toContain('c1')
  expect(next.text).not.toContain('more thing')
})

test('says nothing when one goes back, and goes on from there', () => {
  const { told } = nextUtterance(run, all, nothingTold)
  const back = nextUtterance(run.slice(0, 1), all, told)
  expect(back.text).toBe('')
  expect(nextUtterance(run, all, back.told).text).toMatch(/2 more things happened\.$/)
})

test('leaves out what is not wished, and the giving of a command', () => {
  const wished = { kinds: new Set<NarrationKind>(['breaks']), detail: 'brief' } as const
  const given = fact(0, 100, 'CommandGiven', { command: { do: 'HealAll' } })
  const { text } = nextUtterance([given, ...run], wished, nothingTold)
  expect(text).not.toContain('pg1')
  expect(text).toMatch(/2 more things happened\.$/)
})

test('tells up to three at once when much is wished, as they happened', () => {
  const { text } = nextUtterance(run, { ...all, detail: 'full' }, nothingTold)
  expect(text).toMatch(/^Zone c: zone outage\..*c1.*pg1.* One more thing happened\.$/)
})

test('an instant is a paragraph, and the same words stand in it once', () => {
  const again = [...run, fact(5, 250, 'WriteQuorumLost', lost)]
  const paragraphs = paragraphsOf(again)
  expect(paragraphs.map(({ at, sentences }) => [at, sentences.length])).toEqual([
    [100, 3],
    [250, 1],
  ])
})
