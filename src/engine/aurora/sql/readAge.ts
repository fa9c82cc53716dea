/** How old what a session read last was, and how long `REGIONAL_RAW` kept it, for the picture. */
import type { SqlSessionView } from '../../contract/sqlView.ts'
import type { SqlWorld } from './sqlWorld.ts'

/** Earlier statements are not looked at. */
const looked = 64

export function readAge(
  { statements }: SqlWorld,
  client: number,
): Pick<SqlSessionView, 'staleMicros' | 'waitedMicros'> {
  for (let back = 1; back <= Math.min(looked, statements.length); back++) {
    const { record, client: its } = statements[statements.length - back]!
    if (its !== client || record.finishedAt === null) continue
    const { staleMicros, waitedMicros } = record
    return {
      ...(staleMicros !== undefined && { staleMicros }),
      ...(waitedMicros !== undefined && { waitedMicros }),
    }
  }
  return {}
}
