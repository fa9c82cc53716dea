/**
 * What stands around the payload of a link: the version, a check over everything behind it, and
 * the length, so that a link cut short can be told from a damaged one.
 */
import { checkOf } from './bitLetters.ts'
import { createBitReader, takeVarint } from './bitReader.ts'
import { createBitWriter, endBits, putVarint } from './bitWriter.ts'
import { linkPlace, type Problem, showValue } from './problem.ts'

export const linkVersion = '1'

const checkLetters = 4

export function wrapPayload(payload: string): string {
  const length = createBitWriter()
  putVarint(length, payload.length, 5)
  const body = endBits(length) + payload
  return `${linkVersion}${checkOf(linkVersion + body)}${body}`
}

function problem(path: string, message: string, allowed: string): { problem: Problem } {
  return { problem: { path, message, allowed } }
}

function otherVersion(first: string): { problem: Problem } {
  const message = `this is a link of another version, ${showValue(first)}`
  return problem(linkPlace(0), message, `version ${linkVersion}, or the name of a scenario`)
}

/** The payload and where it begins, or why the link is not whole. */
export function openEnvelope(
  text: string,
): { payload: string; from: number } | { problem: Problem } {
  if (text[0] !== linkVersion) return otherVersion(text[0] ?? '')
  const body = text.slice(1 + checkLetters)
  const reader = createBitReader(body)
  const length = takeVarint(reader, 5)
  const from = 1 + checkLetters + Math.ceil(reader.at / 6)
  const end = from + length
  if (reader.failedAt >= 0 || text.length < end) {
    const message = `the link is cut short: it ends after ${text.length} characters`
    return problem(linkPlace(text.length), message, `the whole link, ${end} characters`)
  }
  if (text.length > end) {
    return problem(linkPlace(end), 'the link goes on behind its end', `${end} characters`)
  }
  if (checkOf(linkVersion + body) !== text.slice(1, 1 + checkLetters)) {
    return problem(
      'link',
      'the link is damaged: its check does not fit',
      'the link as it was copied',
    )
  }
  return { payload: text.slice(from), from }
}
