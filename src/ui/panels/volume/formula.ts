/** A quorum as it is printed, `4 of {A B C D E F} and …`, and as a tree of parts, met or not. */
import type { QuorumExpression } from '../../../engine/contract/quorum.ts'

export interface FormulaPart {
  /** `0`, `0.1`: its place in the tree. */
  path: string
  isMet: boolean
  kind: QuorumExpression['kind']
  /** Of `atLeast`: so many of these members, by bit. */
  count: number
  members: readonly number[]
  parts: FormulaPart[]
}

/** `met` has the whole first, then its parts, depth first. */
export function formulaTree(expression: QuorumExpression, met: readonly boolean[]): FormulaPart {
  let next = 0
  const build = (each: QuorumExpression, path: string): FormulaPart => {
    const isMet = met[next++] ?? false
    if (each.kind === 'atLeast') return { path, isMet, ...each, parts: [] }
    const parts = each.parts.map((part, index) => build(part, `${path}.${index}`))
    return { path, isMet, kind: each.kind, count: 0, members: [], parts }
  }
  return build(expression, '0')
}

export function printFormula(expression: QuorumExpression, letters: readonly string[]): string {
  if (expression.kind === 'atLeast') {
    const names = expression.members.map(member => letters[member] ?? '?')
    return `${expression.count} of {${names.join(' ')}}`
  }
  const parts = expression.parts.map(part => {
    const text = printFormula(part, letters)
    return part.kind === 'atLeast' ? text : `(${text})`
  })
  return parts.join(` ${expression.kind} `)
}
