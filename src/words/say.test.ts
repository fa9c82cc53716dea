/** Formats §0: words stand in one catalogue; every key that the engine uses has its sentence. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { factKeys } from '../engine/formats/factFields.ts'
import { defineTerm, learnTerms } from './defineTerm.ts'
import { glossary } from './glossary.ts'
import { moreSentences } from './moreSentences.ts'
import { pointSentences } from './pointSentences.ts'
import { restTerms } from './restTerms.ts'
import { isKnown, learnSentences, say } from './say.ts'
import { sentences } from './sentences.ts'
import type { Parameters } from './template.ts'
import { multiMasterTerms } from './multiMasterTerms.ts'
import { serverlessTerms } from './serverlessTerms.ts'
import { whySentences } from './whySentences.ts'

learnSentences(whySentences)
learnSentences(moreSentences)
learnSentences(pointSentences)
learnTerms(serverlessTerms)
learnTerms(restTerms)
learnTerms(multiMasterTerms)

function sourcesUnder(folder: string): string[] {
  const root = new URL(`../${folder}/`, import.meta.url)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$|testing/.test(path))
    .map(path => readFileSync(new URL(path, root), 'utf8'))
}

const keyForm = /['"`]((?:caption|hint|light|reason|law|why|fact|mark|problem)\.[A-Za-z.]+)['"`]/g

function keysUsed(): string[] {
  const texts = [...sourcesUnder('engine'), ...sourcesUnder('workers')]
  const keys = texts.flatMap(text => [...text.matchAll(keyForm)].map(([, key = '']) => key))
  return [...new Set(keys)].sort()
}

test('every key used in the engine and the workers has a sentence', () => {
  expect(keysUsed().filter(key => !isKnown(key))).toEqual([])
})

test('every fact has a sentence', () => {
  expect(factKeys.filter(fact => !isKnown(`fact.${fact}`))).toEqual([])
})

test('an unknown key is said as it is', () => {
  expect(say({ key: 'caption.none', parameters: {} })).toBe('caption.none')
})

const four = { group: 'pg1', groups: 1, copies: 6, needed: 4, readNeeded: 3 }

test.each<[string, Parameters, string]>([
  [
    'caption.copiesGoneCommitsGoOn',
    { ...four, gone: 1, reachable: 5, spare: 1 },
    'One copy is gone and commits go on: five are left and four are enough.',
  ],
  [
    'caption.copiesGoneCommitsGoOn',
    { ...four, gone: 2, reachable: 4, spare: 0 },
    'Two copies are gone and commits go on: four are left and four are enough. Not ' +
      'one more may go.',
  ],
  [
    'caption.commitsWait',
    { ...four, groups: 3, group: 'pg2', reachable: 3, waiting: 2 },
    'pg2: Commits wait: three copies are left and four are needed. Reads go on, since one ' +
      'complete copy is enough; and three are enough to repair and recover.',
  ],
  [
    'caption.scanning',
    { ...four, instance: 'w1', epoch: 2, promised: 1 },
    'The writer w1 asks the copies what they hold. Three of each group must answer before it ' +
      'can know what is safe.',
  ],
  ['why.instance.down', { instance: 'w1' }, 'w1 is down.'],
  ['hint.healZone', { zone: 'az-c' }, 'Give zone c its power back.'],
  ['hint.repairLink', { target: 'w1>node-b1' }, 'Repair the link w1 to node b1.'],
  [
    'why.record.heldBy',
    { segments: ['pg1/a1', 'pg1/b2', 'pg2/c1'], count: 3 },
    'On disk at copy a1, copy b2 and copy c1 of pg2.',
  ],
  ['why.record.heldBy', { segments: [], count: 0 }, 'No copy has it on disk yet.'],
  [
    'caption.allSix',
    { ...four, groups: 2 },
    'Every copy of both groups is within reach. A commit is done when four copies have it.',
  ],
  [
    'why.commits.inFlight',
    { waiting: 1, oldestMicros: 1_250 },
    'One commit is on the way, the oldest for 1.25 ms; a write set is within reach.',
  ],
])('%s', (key, parameters, text) => {
  expect(say({ key, parameters })).toBe(text)
})

test.each<[Parameters, string]>([
  [{ do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' }, 'break node a1 (node crash)'],
  [{ do: 'HealFault', fault: 'AzOutage', target: 'az-c' }, 'heal zone c (zone outage)'],
  [{ do: 'HealAll' }, 'heal everything'],
  [{ do: 'SetWorkload', workload: 'shop', sessions: 3 }, 'change the work of shop'],
  [{ do: 'RunDdl', on: 'w1', table: 'account' }, 'change the definition of account'],
  [{ do: 'RunTransaction', session: 's1', table: 'account' }, 'run a transaction of s1'],
  [{ command: 'SetWorkload' }, 'change the work'],
  [{ command: 'InjectFault' }, 'break something'],
])('a command in words: %j', (given, words) => {
  expect(say({ key: 'fact.CommandGiven', parameters: given })).toBe(`Command: ${words}.`)
  expect(say({ key: 'fact.CommandRefused', parameters: given })).toBe(`Refused: ${words}.`)
})

test('every place in a sentence is well formed', () => {
  for (const catalogue of [sentences, whySentences]) {
    for (const [key, sentence] of Object.entries(catalogue)) {
      const text = typeof sentence === 'string' ? sentence : sentence({})
      const rest = text.replace(/\{\w+(~|\|[^|{}]+\|[^|{}]+)?\}/g, '')
      expect(rest, key).not.toMatch(/[{}|~]/)
    }
  }
})

test('the glossary: one line each, no term defined by itself', () => {
  for (const [term, definition] of Object.entries({ ...glossary, ...restTerms })) {
    expect(definition.length, term).toBeLessThanOrEqual(110)
    expect(definition, term).toMatch(/^[A-Z0-9].*[.…]$/s)
  }
  expect(defineTerm('Protection groups')).toBe(glossary['protection group'])
  expect(defineTerm('nonsense')).toBeUndefined()
})

const termForm = /(?:\bterm: |<Term name=)'([^']+)'|<Term name="([^"]+)"/g

test('every term that the page shows has a definition', () => {
  const terms = sourcesUnder('ui').flatMap(text =>
    [...text.matchAll(termForm)].map(([, one, other]) => one ?? other ?? ''),
  )
  expect([...new Set(terms)].filter(term => defineTerm(term) === undefined)).toEqual([])
})
