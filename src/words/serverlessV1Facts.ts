/** The facts of Serverless v1, in sentences: searches for a scaling point, and how they end. */
import type { Parameters, Sentences } from './template.ts'

/** Why another capacity is looked for. */
export const wishes: Record<string, string> = {
  connections: 'connections run out',
  low: 'CPU and connections were low',
  command: 'an operator asked for it',
  maintenance: 'maintenance replaces the instance',
  cpu: 'CPU was above its limit',
}

const reasons: Record<string, string> = {
  transaction: 'an open transaction',
  statement: 'a statement that runs for more than a second',
  tableLock: 'a lock of a whole table',
  temporaryTable: 'a temporary table',
}

function blocked({ sessions, because }: Parameters): string {
  const whys = [because].flat()
  const named = [sessions].flat().map((session, place) => {
    return `${String(session)} (${reasons[String(whys[place])] ?? String(whys[place])})`
  })
  const shown = named.slice(0, 3).join(', ')
  const more = named.length > 3 ? ` and ${named.length - 3} more` : ''
  return `No scaling point at {instance}: ${shown}${more} in the way.`
}

const lost = '{dropped|temporary table or table lock is|temporary tables or table locks are}'

const ends: Record<string, string> = {
  rollback: 'No scaling point in {searchedMicros}: {instance} stays at {acu} ACU.',
  cancel: 'No scaling point in any attempt: {instance} stays at {acu} ACU.',
  abandon: 'The search at {instance} is given up: it pauses instead.',
  force: 'No scaling point in {searchedMicros}: the change at {instance} is forced.',
}

export const serverlessV1Facts: Sentences = {
  'fact.SearchBegan': ({ because }) =>
    `{instance} looks for a scaling point to go from {from} to {acu} ACU: ` +
    `${wishes[String(because)] ?? String(because)}.`,
  'fact.ScalingPointBlocked': blocked,
  'fact.ScalingPointFound':
    'The router switches {instance} to {acu} ACU, {searchedMicros} after the search began.',
  'fact.SearchEnded': ({ action }) => ends[String(action)] ?? '',
  'fact.ChangeForced': ({ dropped }) =>
    'The change of {instance} to {acu} ACU is forced: ' +
    '{aborted|transaction or statement is|transactions or statements are} aborted, error {error}' +
    (dropped === undefined ? '.' : `, and ${lost} lost.`),
  'fact.RecreationBegan':
    '{instance} is lost. Serverless v1 has no reader to take over: it is re-created in another ' +
    'zone within {takesMicros}.',
  'fact.FirstTryFailed':
    'The first try of {application} to connect failed after {waitedMicros}: {instance} needs ' +
    'longer to wake than its clients wait. They try again.',
}
