/** A seed as it is written behind an option. */
import { refuse } from './refusal.ts'

const mostSeed = 0xffffffff

export function readSeed(option: string, text: string | null, otherwise: number): number {
  if (text === null) return otherwise
  const isSeed = /^\d{1,10}$/.test(text) && Number(text) <= mostSeed
  if (isSeed) return Number(text)
  return refuse(option, `${JSON.stringify(text)} is none`, `a whole number from 0 to ${mostSeed}`)
}
