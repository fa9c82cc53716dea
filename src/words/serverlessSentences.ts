/**
 * Captions, hints, lights, reasons and laws of Serverless v2: which way the capacity goes just now,
 * and why.
 */
import { pauseBlockers } from './serverlessV2Facts.ts'
import type { Parameters, Sentences } from './template.ts'

const growing = '{instance} has {acu} ACU and needs {need}: it grows, the faster the larger it is.'

function whyAwake(because: Parameters[string] | undefined): string {
  const [first] = [because].flat()
  return pauseBlockers[first as keyof typeof pauseBlockers] ?? 'something keeps it from pausing'
}

export const serverlessSentences: Sentences = {
  'serverless.steady': '{instance} has {acu} ACU, which is what it needs.',
  'serverless.rising.cpu': `CPU binds. ${growing}`,
  'serverless.rising.memory': `Memory binds. ${growing}`,
  'serverless.rising.network': `The network binds. ${growing}`,
  'serverless.rising.floor': '{instance} has {acu} ACU, less than it must: it grows to {target}.',
  'serverless.allowanceEmpty':
    'The growth allowance is empty: {instance} has {acu} ACU, needs {need}, and now grows in a ' +
    'straight line, only as fast as the allowance refills.',
  'serverless.holding':
    '{instance} has {acu} ACU and needs {need}. It waits {leftMicros} more before it lets any ' +
    'go: the need may come back.',
  'serverless.falling': '{instance} has {acu} ACU, needs {need}, and lets go slowly.',
  'serverless.atMaximum':
    '{instance} needs {need} ACU and may have {max}: what comes on top is late.',
  'serverless.idle':
    'Nobody is connected. {instance} keeps half an ACU and falls asleep in {pauseMicros}.',
  'serverless.keptAwake': ({ connections, because }) =>
    Number(connections) > 0
      ? '{instance} has next to nothing to do, but {connections|connection is|connections are} ' +
        'open: so it cannot pause, and half an ACU is billed.'
      : `{instance} has nothing to do, and half an ACU is billed: ${whyAwake(because)}.`,
  'serverless.pausing':
    '{instance} is about to pause, from {acu} ACU straight to none. A connection would stop that.',
  'serverless.asleep':
    '{instance} is asleep: no compute, nothing billed for it. The data stands in its six copies ' +
    'as before.',
  'serverless.waking':
    'Somebody called: {instance} wakes up, which takes about 15 s, longer after a day. Whoever ' +
    'asks meanwhile waits.',

  'serverless.wakingTooSlow':
    'Nothing is wrong: {instance} needs {resumeMicros} to wake, and its clients wait ' +
    '{patienceMicros} for a connection. The first try has failed (error 2003); they try again.',

  'serverless.hint.steady': 'Move the demand and watch how soon the capacity follows.',
  'serverless.hint.rising.cpu': 'Watch the need above the capacity: until they meet, work is late.',
  'serverless.hint.rising.memory': 'Connections and cached pages take memory. Watch it grow.',
  'serverless.hint.rising.network': 'Redo goes out to six copies. Watch it grow.',
  'serverless.hint.rising.floor': 'Watch: a range takes effect at the same rate as need.',
  'serverless.hint.allowanceEmpty':
    'Watch the small gauge. The rates are fitted to measurements, not AWS’s constants.',
  'serverless.hint.holding': 'Move the demand up again, and nothing is lost.',
  'serverless.hint.falling': 'Watch the meter: what is reported is what is billed.',
  'serverless.hint.atMaximum': 'Raise the maximum, or lower the demand.',
  'serverless.hint.idle': 'Wait for it, or bring a session to keep it awake.',
  'serverless.hint.keptAwake': ({ connections, because }) => {
    if ([because].flat().includes('proxy')) {
      return 'RDS Proxy is attached: even without a session it cannot sleep.'
    }
    return Number(connections) > 0
      ? 'Take the sessions away, even those that only think, and it may sleep.'
      : 'Switch that off, and it may sleep.'
  },
  'serverless.hint.pausing': 'Bring a session now, or let it sleep.',
  'serverless.hint.asleep': 'Give an application a session: its first request wakes it.',
  'serverless.hint.wakingTooSlow':
    'Watch a later try succeed. A connect timeout above {resumeMicros} would only have waited.',
  'serverless.hint.waking': 'It comes back with about 2 ACU, whatever it had before.',

  'light.serverless.paused': 'asleep: whoever asks wakes {instance}',
  'light.serverless.resuming': 'soon: {instance} is waking up',

  'reason.unknownDemand': 'There is no demand {workload}.',
  'reason.demandLevel': '{workload} cannot be {level} {unit}; it may be 0 to {max}.',
  'reason.curveEmpty': 'The curve of {workload} has no point.',
  'reason.curveOrder': 'The points of {workload} must rise in time: {at} does not.',
  'reason.curveRepeat': 'The curve of {workload} ends at {at} and cannot begin anew at {repeat}.',
  'reason.noServerless': 'No instance of this cluster is serverless, so there is no range to set.',
  'reason.capacityGrid':
    'Capacity goes in steps of half an ACU; {min} to {max} is not on them. Take 0 to 256.',
  'reason.capacityLimits':
    '{min} to {max} ACU cannot be had: the minimum is at least 0, the maximum 1 to 256.',
  'reason.capacityOrder': 'The minimum, {min} ACU, lies above the maximum, {max} ACU.',

  'law.capacityInRange': '{instance} has a capacity of {exact} and reports {reported}, micro-ACU.',
  'law.allowanceInBounds': 'The allowance of {instance} is {tokens} of {burst} micro-ACU.',
  'law.meterIsExact.groups':
    'The meter says {metered}, and it is {added} microseconds times protection groups.',
  'law.meterIsExact': 'The meter says {metered}, and it is {added} micro-ACU seconds.',
  'law.asleepIsFree': 'Something worked, or {billed} were billed, while all slept.',
}
