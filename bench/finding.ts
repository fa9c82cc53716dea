/** One line of the bench table: what was measured, what was asked, what was found. */
export interface Finding {
  what: string
  goal: string
  found: string
  /** null: nothing was asked, or it could not be measured here. */
  isMet: boolean | null
}

/** A row of the budget: some lines, measured when asked for. */
export interface BenchRow {
  id: string
  measure(): Finding[] | Promise<Finding[]>
}

const verdicts = { true: 'met', false: 'UNMET', null: '·' } as const

export function lineOf(finding: Finding): string {
  const verdict = verdicts[`${finding.isMet}`].padEnd(5)
  return `${verdict}  ${finding.what.padEnd(52)}  ${finding.goal.padEnd(18)}  ${finding.found}`
}
