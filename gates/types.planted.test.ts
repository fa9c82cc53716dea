/** One tsconfig per thread: each refuses what its thread does not have. */
import { expect, test } from 'vitest'
import { checkTypes } from '../scripts/checkTypes.mjs'
import { plant } from './planted/plant.ts'

const planted: [thread: string, text: string, message: string][] = [
  ['src/engine', 'document.title', "Cannot find name 'document'"],
  ['src/engine', 'window.name', "Cannot find name 'window'"],
  ['src/engine', 'setTimeout(() => 1, 1)', "Cannot find name 'setTimeout'"],
  ['src/engine', 'console.log(1)', "Cannot find name 'console'"],
  ['src/engine', 'process.exit()', "Cannot find name 'process'"],
  ['src/engine', 'performance.now()', "Cannot find name 'performance'"],
  ['src/words', 'document.title', "Cannot find name 'document'"],
  ['src/workers', 'document.title', "Cannot find name 'document'"],
  ['src/workers', 'process.exit()', "Cannot find name 'process'"],
  ['src/ui', 'process.exit()', "Cannot find name 'process'"],
  ['src/ui', "importScripts('a.js')", "Cannot find name 'importScripts'"],
]

const sound: [thread: string, text: string][] = [
  ['src/engine', 'export const a = Math.floor(1.5)'],
  ['src/words', 'export const a = new Intl.NumberFormat()'],
  ['src/workers', 'self.postMessage(1)'],
  ['src/ui', 'document.title'],
]

function threadWith(thread: string, texts: string[]) {
  const lines = texts.map((text, index) => [`${thread}/planted${index}.ts`, `${text}\nexport {}\n`])
  const copied = ['tsconfig.base.json', `${thread}/tsconfig.json`]
  return checkTypes(thread, plant({ files: Object.fromEntries(lines), copied }))
}

test.each(['src/engine', 'src/words', 'src/workers', 'src/ui'])('%s', thread => {
  const ofThread = planted.filter(([name]) => name === thread)
  const { isSound, report } = threadWith(
    thread,
    ofThread.map(([, text]) => text),
  )
  expect(isSound).toBe(false)
  ofThread.forEach(([, , message], index) => {
    const lines = report.split('\n').filter(line => line.includes(`planted${index}.ts`))
    expect(lines.join('\n')).toContain(message)
  })
  const texts = sound.filter(([name]) => name === thread).map(([, text]) => text)
  expect(threadWith(thread, texts).report).toBe('')
})
