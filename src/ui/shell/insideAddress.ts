/**
 * What one looks into in the address: `?inside=copy.pg1.a1` before the `#`, so that a link opens
 * it; also `page.12` and `transaction.345.1200000`, where the last is an instant in microseconds.
 */
import type { InsideSubject } from '../../engine/contract/inside.ts'

const forms: [RegExp, (...parts: string[]) => InsideSubject][] = [
  [/^copy\.(\w+)\.(\w+)$/, (group, node) => `copy:${group}/${node}`],
  [/^page\.(\d+)$/, page => `page:${page}`],
  [/^transaction\.(\d+)\.(\d+)$/, (number, at) => `transaction:${number}@${at}`],
  [/^transaction\.(\d+)$/, number => `transaction:${number}`],
]

/** Null where the address names none, or one that is not of these forms. */
export function readInside(search: string): InsideSubject | null {
  const text = new URLSearchParams(search).get('inside') ?? ''
  for (const [form, subject] of forms) {
    const [whole, ...parts] = form.exec(text) ?? []
    if (whole !== undefined) return subject(...parts)
  }
  return null
}

/** The query with it, or without one. */
export function writeInside(search: string, subject: InsideSubject | null): string {
  const parts = new URLSearchParams(search)
  parts.delete('inside')
  if (subject !== null) parts.set('inside', subject.replace(/[:/@]/g, '.'))
  const text = parts.toString()
  return text === '' ? '' : `?${text}`
}
