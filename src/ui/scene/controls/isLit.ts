/**
 * Whether something on the stage is what a panel points at: it bears the name, it fails with the
 * one that does, or it is a copy of the group that does.
 */
import type { TargetId } from '../../../engine/contract/ids.ts'
import type { Control } from '../control.ts'

export function isLit({ kind, subject, toggle }: Control, lit: readonly TargetId[]): boolean {
  if (lit.length === 0 || kind === 'details') return false
  const isNamed = lit.includes(subject) || (toggle !== null && lit.includes(toggle.target))
  return isNamed || (kind === 'copy' && lit.includes(subject.split('/')[0] ?? ''))
}
