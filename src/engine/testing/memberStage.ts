/** For stories of members: a cluster that repairs within milliseconds, and its sets in letters. */
import type { QuorumExpression } from '../contract/quorum.ts'
import { type Cast, type Cluster, factsOf, look, run, startCluster } from './startCluster.ts'

export const milli = 1000
export const second = 1_000_000

/** Suspect after 100 ms, and 160 ms to fill a segment. */
const hurried = { 'repair.suspectAfter': '0.1s', 'repair.transfer': '0.16s' }

export function start(cast: Cast = {}): Cluster {
  const parameters = { ...hurried, ...cast.parameters }
  return startCluster({ sessions: 2, think: '10ms', ...cast, parameters })
}

export function changesOf(cluster: Cluster): string[] {
  return factsOf(cluster, 'MembershipChanged').map(({ parameters }) => parameters.change)
}

export function lettersOf(cluster: Cluster, group = 0): string {
  const members = look(cluster).membership!.groups[group]!.members
  return members.map(({ letter }) => letter).join('')
}

/** As 2018 §4.1 writes it, with letters. */
function written(letters: string, expression: QuorumExpression): string {
  if (expression.kind === 'atLeast') {
    const names = expression.members.map(slot => letters[slot])
    return `${expression.count}/${names.length}(${names.join('')})`
  }
  return expression.parts.map(part => written(letters, part)).join(` ${expression.kind} `)
}

/** `letters`: while nothing has changed, those of the start. */
export function sets(
  cluster: Cluster,
  letters = lettersOf(cluster),
): { write: string; read: string } {
  const { writeQuorum, readQuorum } = look(cluster).groups[0]!
  return {
    write: written(letters, writeQuorum.expression),
    read: written(letters, readQuorum.expression),
  }
}

/** Runs on in small steps until something was told; at most ten seconds. */
export function runUntilChange(cluster: Cluster, change: string): void {
  for (let step = 0; step < 1000 && !changesOf(cluster).includes(change); step++) {
    run(cluster, 10 * milli)
  }
  if (!changesOf(cluster).includes(change)) throw new Error(`no ${change} within ten seconds`)
}

/** The longest that nothing was acknowledged. */
export function longestSilence(cluster: Cluster): number {
  let longest = 0
  let before = 0
  for (const { at } of factsOf(cluster, 'TransactionCommitted')) {
    longest = Math.max(longest, at - before)
    before = at
  }
  return longest
}
