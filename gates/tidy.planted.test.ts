/** Every tidy rule refuses a planted mistake, in a sentence that says what to do instead. */
import { expect, test } from 'vitest'
import { findMistakes, rules } from './tidy/findMistakes.ts'

interface Case {
  rule: string
  path?: string
  text: string
  message: string
}

const header = '/** What this file is. */\n'
const path = 'src/ui/panels/inspector.ts'

const cases: Case[] = [
  { rule: 'header', text: 'export const inspector = 1', message: 'open it with /**' },
  { rule: 'header', path: 'src/ui/a.css', text: 'a { b: c }', message: 'open it with /*' },
  {
    rule: 'mainExport',
    text: `${header}export const other = 1`,
    message: 'give the file and its main export the same name',
  },
  {
    rule: 'mainExport',
    path: 'src/ui/panels/Inspector.tsx',
    text: `${header}export const a = 1\nexport const b = 2`,
    message: 'give the file and its main export the same name',
  },
  ...[
    ['FrameManager', 'session, pacer, catalogue'],
    ['ClockService', 'endpoint, session, network'],
    ['pathHelpers', 'name the one thing it does'],
    ['pathUtils', 'one idea a file'],
    ['frameData', 'frame, record, segment'],
    ['nodeInfo', 'description, status, reason'],
    ['handleVote', 'receiveVote'],
    ['processRedo', 'apply, receive, fold'],
    ['doCrash', 'use the verb itself'],
  ].map(([name = '', message = '']) => ({
    rule: 'emptyWords',
    text: `${header}export const inspector = 1\nexport function ${name}() {}`,
    message,
  })),
  {
    rule: 'emptyWords',
    path: 'src/ui/panels/utils.ts',
    text: `${header}export const a = 1\nexport const b = 1`,
    message: 'one idea a file',
  },
  { rule: 'lineLength', text: `${header}// ${'a'.repeat(99)}`, message: 'break it' },
  {
    rule: 'functionLength',
    text: `${header}export function inspector() {\n${'  call()\n'.repeat(60)}}`,
    message: 'give its parts names of their own',
  },
  {
    rule: 'parameters',
    text: `${header}export function inspector(a, b, c, d, e) {}`,
    message: 'pass a record',
  },
  { rule: 'fileLength', text: header + '\n'.repeat(300), message: 'a file of its own' },
  { rule: 'leftovers', text: `${header}// TODO later`, message: 'finish it' },
  { rule: 'leftovers', path: 'README.md', text: 'See ../shared/a.md', message: 'bring in what' },
  { rule: 'leftovers', text: `${header}// FIXME later`, message: 'finish it' },
  { rule: 'leftovers', text: `${header}// ------ panels`, message: 'a file of its own' },
  { rule: 'leftovers', text: `${header}const a = '/tmp/a'`, message: 'make it relative' },
  ...[
    ['skip', 'mend or delete it'],
    ['todo', 'mend or delete it'],
    ['only', 'take .only away'],
  ].map(([word = '', message = '']) => ({
    rule: 'honestTests',
    path: 'src/ui/panels/inspector.test.ts',
    text: `${header}test.${word}('a', () => 1)`,
    message,
  })),
  {
    rule: 'honestTests',
    path: 'e2e/opening.spec.ts',
    text: `${header}await page.waitForTimeout(1)`,
    message: 'wait for what happens',
  },
  {
    rule: 'honestTests',
    path: 'e2e/opening.spec.ts',
    text: `${header}const options = { retries: 2 }`,
    message: 'find out why it fails',
  },
  { rule: 'defaultExport', text: `${header}export default 1`, message: 'export it by its name' },
  {
    rule: 'defaultExport',
    text: `${header}export default function inspector() {}`,
    message: 'export it by its name',
  },
  {
    rule: 'barrel',
    path: 'src/ui/panels/index.ts',
    text: `${header}export { a } from './a.ts'`,
    message: 'import the file that has it',
  },
  {
    rule: 'classes',
    path: 'src/engine/kernel/clock.ts',
    text: `${header}export class Clock {}`,
    message: 'plain records and functions',
  },
]

function planted({ rule, path: where = path, text }: Case) {
  return findMistakes({ [where]: text }, where).filter(mistake => mistake.rule === rule)
}

test.each(cases)('$rule refuses the planted $text', mistake => {
  expect(
    planted(mistake)
      .map(({ message }) => message)
      .join('\n'),
  ).toContain(mistake.message)
})

test('every rule has a planted mistake', () => {
  const proven = new Set(cases.map(({ rule }) => rule))
  expect(Object.keys(rules).filter(rule => !proven.has(rule))).toEqual([])
})

test('a dead file is refused, also when its own test or another dead file imports it', () => {
  const files = {
    'index.html': '<script type="module" src="/src/ui/main.ts"></script>',
    'src/ui/main.ts': `${header}import './alive.ts'`,
    'src/ui/alive.ts': `${header}export const alive = 1`,
    'src/ui/dead.ts': `${header}export const dead = 1`,
    'src/ui/dead.test.ts': `${header}import './dead.ts'`,
    'src/ui/deader.ts': `${header}import './deadest.ts'`,
    'src/ui/deadest.ts': `${header}import './deader.ts'`,
  }
  const dead = findMistakes(files, '')
  expect(dead.map(({ rule, path: where }) => `${rule} ${where}`)).toEqual([
    'deadFiles src/ui/dead.ts',
    'deadFiles src/ui/deader.ts',
    'deadFiles src/ui/deadest.ts',
  ])
})

test('a tidy file passes', () => {
  const text = `${header}export function inspector(doubled: number) {\n  return doubled\n}\n`
  expect(findMistakes({ [path]: text }, path)).toEqual([])
})
