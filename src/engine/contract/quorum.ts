/**
 * Quorums as boolean expressions over named members, never as a hard-coded count, so that full
 * and tail segments, membership changes and the 3/4 mode need no new code. Verbitski 2018 §4.
 */
export type QuorumExpression =
  | { readonly kind: 'atLeast'; readonly count: number; readonly members: readonly number[] }
  | { readonly kind: 'and'; readonly parts: readonly QuorumExpression[] }
  | { readonly kind: 'or'; readonly parts: readonly QuorumExpression[] }
