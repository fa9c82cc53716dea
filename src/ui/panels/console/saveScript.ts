/** The steps of the console as a file of interleavings (Formats §8), to be opened again. */
import type { InterleavingSetup } from '../../../engine/contract/interleaving.ts'
import type { Edition, IsolationLevel } from '../../../engine/contract/sql.ts'
import type { SqlSessionView } from '../../../engine/contract/sqlView.ts'
import type { ConsoleState } from './consoleStore.ts'
import { usualLevel } from './dialect.ts'
import type { TranscriptLine } from './transcript.ts'

interface Step {
  session: string
  sql: string
  gap?: string
}

/** What was typed, then what is still to come. */
export function stepsToSave(
  lines: readonly TranscriptLine[],
  { planned }: Pick<ConsoleState, 'planned'>,
): Step[] {
  return [
    ...lines.map(({ session, record }) => ({ session, sql: record.text })),
    ...planned.map(({ session, sql, gapMicros }) => ({ session, sql, ...gapOf(gapMicros) })),
  ]
}

function gapOf(micros: number | undefined): { gap?: string } {
  return micros === undefined ? {} : { gap: `${micros}us` }
}

function setupOf(setup: InterleavingSetup | undefined) {
  if (setup === undefined || setup.kind === 'none') return undefined
  if (setup.kind === 'statements') return setup.statements
  const { table, columns, rows } = setup
  return { table, columns, rows }
}

/** Sessions away from the first writer. */
function placesOf(running: readonly Pick<SqlSessionView, 'name' | 'on'>[]): Record<string, string> {
  const away = running.filter(({ on }) => on !== '' && on !== 'w1')
  return Object.fromEntries(away.map(({ name, on }) => [name, on]))
}

/** What the steps ran on. */
interface Ground {
  edition: Edition
  running: readonly Pick<SqlSessionView, 'name' | 'on'>[]
  /** Every instance writes. */
  isSeveral: boolean
}

function usualRelease(edition: Edition, isSeveral: boolean): string {
  if (isSeveral) return '5.6'
  return edition === 'mysql' ? '8.0' : '16'
}

export function scriptText(
  lines: readonly TranscriptLine[],
  state: Pick<ConsoleState, 'planned' | 'script' | 'sessions'>,
  { edition, running, isSeveral }: Ground,
): string {
  const { script, sessions } = state
  const read = script?.cases[script.chosen]
  const level: IsolationLevel = read?.isolation ?? sessions[0]?.level ?? usualLevel[edition]
  const single = {
    id: read?.id ?? 'from-the-console',
    edition,
    release: read?.release ?? usualRelease(edition, isSeveral),
    isolation: level,
    ...(read?.topology === 'multi-master' || isSeveral ? { topology: 'multi-master' } : {}),
    on: placesOf(running),
    setup: setupOf(read?.setup),
    steps: stepsToSave(lines, state),
  }
  return `${JSON.stringify({ format: 'interleaving/1', cases: [single] }, null, 2)}\n`
}
