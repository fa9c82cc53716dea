/** What the lint rules of the project must refuse: the planted line and a part of the message. */
export interface LintMistake {
  path: string
  text: string
  message: string
}

function inEngine(text: string, message: string): LintMistake {
  return { path: 'src/engine/planted.ts', text, message }
}

const words = 'leave words and numbers for people to src/words'
const timers = 'schedule an event with kernel/eventQueue'
const exact = 'use ln and exp of kernel/exactMath'
const synchronous = 'The engine is synchronous: schedule an event'

export const lintMistakes: LintMistake[] = [
  inEngine('export const a = Math.random()', 'draw with nextUint32 of kernel/streams'),
  ...['log', 'exp', 'pow', 'sin', 'cos', 'tan', 'cbrt', 'hypot', 'atan2', 'log2'].map(name =>
    inEngine(`export const a = Math.${name}(2, 3)`, exact),
  ),
  inEngine('export const a = Math.LN2', exact),
  inEngine("export const a = Math['pow'](2, 3)", 'Name the function where it is used'),
  inEngine('const { log } = Math; export const a = log(2)', 'Name the function where it is used'),
  inEngine('export const a = 2 ** 3', 'multiply, or use exp of kernel/exactMath'),
  inEngine('export let a = 2; a **= 3', 'The operator **= differs'),
  inEngine('export const a = Date.now()', 'use the instant of the event, world.now'),
  inEngine('export const a = new Date()', 'use the instant of the event, world.now'),
  inEngine('export const a = performance.now()', 'use the instant of the event, world.now'),
  inEngine('setTimeout(() => 1, 2)', timers),
  inEngine('setInterval(() => 1, 2)', timers),
  inEngine('queueMicrotask(() => 1)', timers),
  inEngine('requestAnimationFrame(() => 1)', timers),
  inEngine("console.log('a')", 'The engine does not print: emit a fact'),
  inEngine('export const a = new Intl.NumberFormat()', words),
  inEngine("export const a = 'a'.localeCompare('b')", 'compare with < and >'),
  inEngine('export const a = (1).toLocaleString()', 'compare with < and >'),
  inEngine("export const a = 'a'.toLocaleUpperCase()", 'compare with < and >'),
  inEngine('for (const a in { b: 1 }) String(a)', 'use for…of over an array or over sorted keys'),
  inEngine('await Promise.resolve(1)', 'The engine never waits: schedule an event'),
  inEngine('for await (const a of []) String(a)', 'The engine never waits: schedule an event'),
  inEngine('export async function a() {}', synchronous),
  inEngine('export const a = async () => 1', synchronous),
  inEngine('export const a = { async b() {} }', synchronous),
  inEngine('export const a = [2, 1].sort()', 'pass a comparator, such as (a, b) => a - b'),
  inEngine('export const a = [2, 1].toSorted()', 'pass a comparator, such as (a, b) => a - b'),
  {
    path: 'src/ui/panels/planted.ts',
    text: "export const a = new Worker('a.js', { type: 'module' })",
    message: 'Only src/ui/engine starts a worker',
  },
  {
    path: 'src/workers/planted.ts',
    text: "import { expose } from 'comlink'\nexpose({})",
    message: 'Only engine.worker.ts and lab.worker.ts in src/workers expose',
  },
  {
    path: 'src/workers/planted.ts',
    text: "import * as comlink from 'comlink'\ncomlink.expose({})",
    message: 'Only engine.worker.ts and lab.worker.ts in src/workers expose',
  },
  {
    path: 'src/ui/planted.ts',
    text: "import { Frame } from '../engine/contract/frame.ts'\nexport const a = {} as Frame",
    message: 'only used as types',
  },
  { path: 'src/ui/planted.ts', text: 'export default 1', message: 'default export' },
  { path: 'src/ui/planted.ts', text: "export { a } from './planted'", message: 'extension' },
  { path: 'src/ui/planted.ts', text: 'export const a: any = 1', message: 'any' },
  {
    path: 'src/ui/planted.tsx',
    text: 'export const A = () => <img src="a.png" />',
    message: 'alt',
  },
]

/** What looks like a mistake and is none. */
export const lintSound: Omit<LintMistake, 'message'>[] = [
  { path: 'src/engine/sound.ts', text: 'export const a = Math.floor(Math.sqrt(2)) + Math.PI' },
  { path: 'src/engine/sound.ts', text: 'export const a = [2, 1].sort((b, c) => b - c)' },
  { path: 'src/engine/sound.ts', text: 'export const a = Object.keys({ b: 1 }).sort()' },
  { path: 'src/engine/sound.test.ts', text: 'export const a = Math.log(2)' },
  { path: 'src/ui/charts/sound.ts', text: 'export const a = Math.log(2)' },
  { path: 'src/ui/engine/sound.ts', text: "export const a = new Worker('a.js')" },
  { path: 'src/workers/engine.worker.ts', text: "import { expose } from 'comlink'\nexpose({})" },
]
