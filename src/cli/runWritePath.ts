/**
 * `writepath`: I/Os for each transaction of a mirrored MySQL and of Aurora under the same load, as
 * the page's laboratory counts them (rules Y1 to Y9).
 */
import { parseArgs } from 'node:util'
import type { WritePathAnswer } from '../engine/contract/writePath.ts'
import { everything, measureWritePath } from '../engine/answers.ts'
import { readSeed } from './readSeed.ts'
import { refuse } from './refusal.ts'

const options = {
  sessions: { type: 'string', default: '20' },
  writes: { type: 'string', default: '4' },
  pages: { type: 'string', default: '20000' },
  seed: { type: 'string' },
  'disk-down': { type: 'boolean', default: false },
} as const

const most = { sessions: 200, writes: 20, pages: 100_000 }
const least = { sessions: 1, writes: 1, pages: 10 }

export const writePathUsage =
  'writepath [--sessions N] [--writes N] [--pages N] [--disk-down] [--seed N]'

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options }).values
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    return refuse('writepath', sentence.replace(/\.$/, ''), writePathUsage)
  }
}

export function runWritePath(words: string[]): { output: WritePathAnswer; exitCode: number } {
  const values = parse(words)
  const request = {
    seed: readSeed('--seed', values.seed ?? null, 1),
    sessions: readCount('sessions', values.sessions),
    writes: readCount('writes', values.writes),
    pages: readCount('pages', values.pages),
    isDiskDown: values['disk-down'],
  }
  return { output: measureWritePath(request, everything), exitCode: 0 }
}

function readCount(name: keyof typeof most, text: string): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (count >= least[name] && count <= most[name]) return count
  const allowed = `a whole number from ${least[name]} to ${most[name]}`
  return refuse(`--${name}`, `${JSON.stringify(text)} is none`, allowed)
}
