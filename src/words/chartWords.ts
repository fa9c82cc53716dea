/** Words of the charts: causes of conflicts, and what each chart is called in the list of them. */

const causes: Readonly<Record<string, string>> = {
  inFlight: 'page in flight',
  staleBase: 'stale base',
  noWinner: 'no winner',
  rowOwned: 'row owned',
  deadlock: 'deadlock',
  lockTimeout: 'lock timeout',
  serialization: 'serialization',
}

export function causeWord(cause: string): string {
  return causes[cause] ?? cause
}

export const chartTitles = {
  commits: 'Commits per second',
  latency: 'Commit latency',
  capacity: 'Capacity and need',
  cost: 'Cost so far',
  bill: 'Cost so far',
  down: 'Without service, by application',
  conflicts: 'Conflicts by cause',
  lag: 'Lag of readers or writers',
  points: 'Log ahead of VDL',
} as const
