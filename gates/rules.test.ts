/**
 * SPEC.md and the engine speak of the same rules: whoever quotes a number finds it there, and no
 * rule stands there that neither code nor test quotes. Proven by planted mistakes.
 */
import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './planted/plant.ts'
import { readProject } from './tidy/readProject.ts'

/** The two papers, SIGMOD 2017 and 2018. */
const papers = ['S17', 'S18']

interface Rules {
  unknown: string[]
  unquoted: string[]
}

/** The numbers that head a row of a table. */
function rulesIn(spec: string): Set<string> {
  return new Set([...spec.matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, rule]) => rule!))
}

/** Numbers of facts of the papers stand in brackets after this word; they are no rules. */
const facts = /\(reference [^)]*\)/g

/** Every number quoted in a text; `R2–R4` quotes three. */
function quotedIn(text: string): string[] {
  const quotes = [
    ...text.replace(facts, '').matchAll(/\b([A-Z])(\d{1,2})b?(?:–[A-Z](\d{1,2}))?\b/g),
  ]
  return quotes.flatMap(([, letter, first, last]) =>
    Array.from({ length: Number(last ?? first) - Number(first) + 1 }, (_, index) => {
      return `${letter}${Number(first) + index}`
    }),
  )
}

function compareRules(spec: string, files: Record<string, string>): Rules {
  const rules = rulesIn(spec)
  const quoted = new Set<string>()
  const unknown: string[] = []
  for (const [path, text] of Object.entries(files)) {
    for (const rule of quotedIn(text)) {
      quoted.add(rule)
      if (!rules.has(rule) && !papers.includes(rule)) unknown.push(`${rule} in ${path}`)
    }
  }
  return { unknown, unquoted: [...rules].filter(rule => !quoted.has(rule)) }
}

const spec = readFileSync(join(project, 'src/engine/SPEC.md'), 'utf8')

function engineFiles(): Record<string, string> {
  const { files } = readProject()
  const engine = Object.entries(files).filter(
    ([path]) => path.startsWith('src/engine/') && path.endsWith('.ts'),
  )
  return Object.fromEntries(engine)
}

test('every rule that the engine quotes stands in SPEC.md, and every rule there is quoted', () => {
  expect(rulesIn(spec).size).toBeGreaterThan(60)
  expect(compareRules(spec, engineFiles())).toEqual({ unknown: [], unquoted: [] })
})

test('every rule has a source, or says that it is derived, defined here or an assumption', () => {
  const rows = [...spec.matchAll(/^\| ([A-Z]\d+) \|.*\| ([^|]*) \|$/gm)]
  const bare = rows.filter(([, , source]) => {
    return !/S1[78] §|assumption|derived|definition|D-[A-Z]+|conservation/.test(source!)
  })
  expect(rows).toHaveLength(rulesIn(spec).size)
  expect(bare.map(([, rule]) => rule)).toEqual([])
})

test('the gate refuses a number that is in no table, a range too, and a rule nobody quotes', () => {
  const planted = '| id | Rule |\n| Q1 | Six. |\n| Q2 | Sets. |\n| Q3 | They meet. |\n'
  const files = { 'a.ts': '/** Rules Q1–Q2, see S17. */', 'b.ts': '// as X4 says, and Q9–Q10' }
  expect(compareRules(planted, files)).toEqual({
    unknown: ['X4 in b.ts', 'Q9 in b.ts', 'Q10 in b.ts'],
    unquoted: ['Q3'],
  })
})
