/**
 * Captions, hints, reasons and the law of Serverless v2 beside its control loop: out of memory,
 * moving to another host, stopped.
 */
import type { Sentences } from './template.ts'

const frozen =
  '{instance} moves live from {from} to {to}, {leftMicros} more: {acu} ACU are frozen, nobody ' +
  'loses a connection.'

export const serverlessV2Sentences: Sentences = {
  'serverless.incompatible':
    '{instance} ran out of memory and restarted: it needs {memory} ACU of it and may have {max}. ' +
    'Its status is incompatible-parameters.',
  'serverless.short':
    '{instance} needs {memory} ACU of memory and may have {max}: if that stays, it runs out.',
  'serverless.migrating': frozen,
  'serverless.stopping': 'The cluster stops: what is under way ends, nobody new is let in.',
  'serverless.stopped':
    'The cluster is stopped: no compute, and connections are refused. The data stands in its six ' +
    'copies as before.',
  'serverless.starting': 'The stopped cluster starts: {leftMicros} more until it answers.',

  'serverless.hint.incompatible': 'Raise the maximum, or take connections away.',
  'serverless.hint.short': 'Raise the maximum, or take connections away.',
  'serverless.hint.migrating': 'Watch the host: what was reserved is the most it may have now.',
  'serverless.hint.stopping': 'A pause is quicker, and a connection ends it.',
  'serverless.hint.stopped': 'Start it: no connection does. After seven days it starts by itself.',
  'serverless.hint.starting': 'A paused cluster would be back in 15 s.',

  'light.serverless.stopped': 'stopped: nobody is let in',

  'reason.v2Only': 'No instance of this cluster is of Serverless v2.',
  'reason.unknownInstance': 'There is no instance {instance}.',
  'reason.notServerless': '{instance} is not serverless.',
  'reason.neighbours': 'A host has {size} ACU; {acu} cannot be reserved on it.',
  'reason.featureEdition': 'This edition does not have that feature.',
  'reason.featureRole': 'A cluster is the primary or a secondary of a global database, not both.',
  'reason.samePlatform': 'It runs on platform {platform} already.',
  'reason.isStopped': 'The cluster is stopped, or about to be.',
  'reason.isNotStopped': 'The cluster is not stopped.',

  'law.sessionsSurviveScaling':
    'A change of capacity took connections: {consoles} consoles are left, {errors} errors came.',
}
