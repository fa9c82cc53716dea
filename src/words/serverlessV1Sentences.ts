/**
 * Captions, hints, reasons and laws of Serverless v1: at its capacity, looking for a scaling point
 * and who blocks it, switching, asleep, waking, lost.
 */
import type { Sentences } from './template.ts'

const blocked =
  '{instance} shall have {target} ACU, but {session} stands in the way: open for {openMicros}.'

export const serverlessV1Sentences: Sentences = {
  'serverlessV1.running': '{instance} has {acu} ACU; CPU is {cpuPpm} busy.',
  'serverlessV1.rolledBack':
    'No scaling point came in time: {instance} stays at {acu} ACU and looks at its load again.',
  'serverlessV1.idle':
    'Nobody is connected. {instance} keeps its {acu} ACU and pauses in {pauseMicros}.',
  'serverlessV1.attaching':
    '{instance} shall have {target} ACU: a host comes from the warm pool, {attachMicros} more.',
  'serverlessV1.emptyPool':
    '{instance} shall have {target} ACU, but no host is left in its zone: the warm pool is empty.',
  'serverlessV1.noHosts':
    '{instance} is lost, and no other zone has a host. It waits until one has.',
  'serverlessV1.searching':
    '{instance} has a host of {target} ACU and waits for an instant without transactions.',
  'serverlessV1.blocked.transaction': blocked,
  'serverlessV1.blocked.statement': blocked,
  'serverlessV1.blocked.tableLock':
    '{instance} shall have {target} ACU, but {session} has locked the table {table}.',
  'serverlessV1.blocked.temporaryTable':
    '{instance} shall have {target} ACU, but {session} holds the temporary table {table}.',
  'serverlessV1.switching':
    'Scaling point: the router holds what comes and moves all sessions to {target} ACU.',
  'serverlessV1.paused':
    '{instance} is paused: no compute, nothing billed for it. It will come back with {acu} ACU.',
  'serverlessV1.resuming':
    'Somebody called: {instance} wakes in {leftMicros}. Clients that wait less fail first.',
  'serverlessV1.recreating':
    '{instance} is lost, and there is no reader. It is re-created in another zone in {leftMicros}.',

  'serverlessV1.hint.running': 'Each minute the means of CPU and connections decide.',
  'serverlessV1.hint.rolledBack': 'End the transaction that blocked it, or force the change.',
  'serverlessV1.hint.idle': 'Any connection, even an idle one, keeps it awake and billed.',
  'serverlessV1.hint.attaching': 'Meanwhile the old instance works on, as overloaded as it is.',
  'serverlessV1.hint.emptyPool':
    'Nothing to force: in {leftMicros} the change is rolled back, unless a host is there.',
  'serverlessV1.hint.noHosts': 'Heal the missing capacity of a zone. The volume is whole.',
  'serverlessV1.hint.searching': 'It looks every second. Until then nothing changes.',
  'serverlessV1.hint.blocked.transaction': ({ onTimeout }) =>
    onTimeout === 'force'
      ? 'In {leftMicros} the change is forced and the transaction aborted.'
      : 'In {leftMicros} the change is rolled back, unless the transaction ends.',
  'serverlessV1.hint.blocked.statement': ({ onTimeout }) =>
    onTimeout === 'force'
      ? 'In {leftMicros} the change is forced and the statement aborted.'
      : 'In {leftMicros} the change is rolled back, unless the statement ends.',
  'serverlessV1.hint.blocked.tableLock': ({ onTimeout }) =>
    onTimeout === 'force'
      ? 'In {leftMicros} the change is forced, and the lock is lost with its session.'
      : 'In {leftMicros} the change is rolled back, unless the lock is given back.',
  'serverlessV1.hint.blocked.temporaryTable': ({ onTimeout }) =>
    onTimeout === 'force'
      ? 'In {leftMicros} the change is forced, and the table is lost with its session.'
      : 'In {leftMicros} the change is rolled back, unless the table is dropped.',
  'serverlessV1.hint.switching': 'The new instance begins with an empty cache.',
  'serverlessV1.hint.paused': 'Give an application a session: its first request wakes it.',
  'serverlessV1.hint.resuming':
    'A resume takes 30 s, 5 min after a week; a client gives up after 10 s and tries again.',
  'serverlessV1.hint.recreating': 'The volume stands in six copies as before.',

  'capacity.v1RangeNote':
    'Listed steps only: {steps} ACU. The next decision obeys; one step at a time.',

  'reason.noStep': '{acu} ACU cannot be had: take one of {allowed}.',
  'reason.noStepRange':
    '{min} to {max} ACU is no range of Serverless v1 with {edition}: take a minimum and a ' +
    'maximum of {allowed}.',
  'reason.searchTime': 'A search may take 10 s to 600 s, not {time}.',
  'reason.sameCapacity': 'It has {acu} ACU already.',
  'reason.v1.searching': 'It is looking for a scaling point already.',
  'reason.v1.switching': 'It is switching just now.',
  'reason.v1.paused': 'It is paused: a connection must wake it first.',
  'reason.v1.resuming': 'It is waking up.',
  'reason.v1.recreating': 'It is lost and being re-created.',

  'law.capacityIsAStep': 'The capacity is {current} and {reported} is reported, micro-ACU.',
  'law.noPointWhileBlocked': 'A switch began while {blockers} stood in its way.',
  'law.sessionsSurviveSwitches':
    'A switch took connections: {consoles} consoles are left, {reconnecting} sessions are without.',
}
