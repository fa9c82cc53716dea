/** Facts as lines of JSON in a file, written in blocks, since a run may have millions. */
import { closeSync, openSync, writeSync } from 'node:fs'
import type { Fact } from '../engine/contract/facts.ts'
import { refuse } from './refusal.ts'

const blockLength = 1 << 20

export interface FactWriter {
  write: (fact: Fact) => void
  close: () => void
}

function open(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    return refuse('--facts', `cannot be written: ${(error as Error).message}`, 'a writable path')
  }
}

export function writeFacts(path: string): FactWriter {
  const file = open(path)
  let block = ''
  const flush = () => {
    writeSync(file, block)
    block = ''
  }
  const write = (fact: Fact) => {
    block += `${JSON.stringify(fact)}\n`
    if (block.length > blockLength) flush()
  }
  const close = () => {
    flush()
    closeSync(file)
  }
  return { write, close }
}
