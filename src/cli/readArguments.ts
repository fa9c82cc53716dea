/** The words behind a verb: one source and options, each option known and given a value. */
import { parseArgs } from 'node:util'
import { refuse } from './refusal.ts'

export interface RunArguments {
  source: string
  until: string | null
  seed: string | null
  facts: string | null
}

const options = {
  until: { type: 'string' },
  seed: { type: 'string' },
  facts: { type: 'string' },
} as const

const allowed = 'run FILE|NAME|LINK [--until 60s] [--seed N] [--facts FILE]'

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    return refuse('run', sentence.replace(/\.$/, ''), allowed)
  }
}

export function readArguments(words: string[]): RunArguments {
  const { values, positionals } = parse(words)
  const [source, ...rest] = positionals
  if (source === undefined) return refuse('run', 'the scenario is missing', allowed)
  if (rest.length > 0) return refuse('run', `"${rest[0]}" is one word too many`, allowed)
  const { until = null, seed = null, facts = null } = values
  return { source, until, seed, facts }
}
