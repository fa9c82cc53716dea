/**
 * Changing a cluster while it runs, in sentences: facts, what is true of an instant, reasons, and
 * the law of places.
 */
import { formatTime } from './formatNumbers.ts'
import type { Parameters, Sentences } from './template.ts'

const began: Record<string, string> = {
  add: '{instance} is being created as {class}: {takesMicros}.',
  remove: '{instance} is deleted.',
  class: '{instance} stops, to start again as {class}: {takesMicros}.',
  failover: 'A failover to {instance} is asked for.',
  tier: 'Another failover order is asked for {instance}.',
  upgrade: '{instance} stops, to start again with a newer engine: {takesMicros}.',
}

const ended: Record<string, string> = {
  add: '{instance} ({class}) serves, {tookMicros} after it was asked for.',
  remove: '{instance} is gone. The volume has not noticed.',
  class: '{instance} serves again as {class}, {tookMicros} after it stopped.',
  failover: '{instance} is the writer.',
  upgrade: '{instance} serves again with a newer engine, {tookMicros} after it stopped.',
  tier: '{instance} has another place in the failover order. Nobody noticed.',
}

/** What a step of a plan is, as a heading says it. */
export const stepNames: Record<string, string> = {
  range: 'Set the capacity range',
  add: 'Add the new instance',
  join: 'Let it follow the writer',
  failover: 'Fail over',
  restart: 'Restart with the new class',
  settle: 'Wait for the clients',
  remove: 'Delete the old instance',
  backup: 'Take a snapshot, to be safe',
  snapshot: 'Take a snapshot',
  restore: 'Restore it as a new cluster',
  cutover: 'Turn the applications to it',
  upgrade: 'Upgrade the engine in place',
  green: 'Create the green copy',
  catchUp: 'Let green catch up',
  switchover: 'Switch over: hold the writes, move the name',
  removeBlue: 'Delete the blue cluster',
}

const planNames: Record<string, string> = {
  addFailover: 'add and fail over',
  inPlace: 'change the class in place',
  snapshot: 'snapshot and restore',
  engineMode: 'change the engine mode',
  threeStages: 'engine mode, newer engine, serverless',
  blueGreen: 'blue/green',
}

function stepEnded({ step, downMicros }: Parameters): string {
  const felt = Number(downMicros) > 0 ? 'no answers for {downMicros}' : 'nobody noticed'
  return `${stepNames[String(step)] ?? String(step)}: done in {tookMicros}, ${felt}.`
}

function planEnded({ plan, outcome, overlapMicros, notCarried }: Parameters): string {
  const name = planNames[String(plan)] ?? String(plan)
  const how = outcome === 'aborted' ? 'called off' : 'done'
  const both =
    Number(overlapMicros) > 0 ? `, ${formatTime(Number(overlapMicros))} billed twice` : ''
  const left = Number(notCarried) > 0 ? ' {notCarried|commit is|commits are} not carried over.' : ''
  return `Migration (${name}) ${how} after {tookMicros}: no answers for {downMicros}${both}.${left}`
}

const step = ({ steps }: Parameters) => (Number(steps) > 0 ? 'Step {step} of {steps}: ' : '')

export const migrationSentences: Sentences = {
  'fact.ModificationBegan': ({ change }) => began[String(change)] ?? '',
  'fact.ModificationEnded': ({ change }) => ended[String(change)] ?? '',
  'fact.PlanBegan': ({ plan }) =>
    `Migration to {class} begins: ${planNames[String(plan)] ?? ''}, {steps} steps.`,
  'fact.PlanStepEnded': stepEnded,
  'fact.PlanEnded': planEnded,
  'modify.range': given => `${step(given)}the capacity range is stored with the cluster.`,
  'modify.add': given =>
    `${step(given)}{instance} is being created as {class}, {inMicros} left; nobody notices.`,
  'modify.join': given => `${step(given)}the new instance follows the writer’s redo.`,
  'modify.failover': given => `${step(given)}the new instance takes over.`,
  'modify.restart': given => `${step(given)}{instance} restarts as {class}, {inMicros} left.`,
  'modify.settle': given => `${step(given)}clients ask the name again and connect.`,
  'modify.remove': given => `${step(given)}the old instance leaves.`,
  'modify.backup': given => `${step(given)}a snapshot is taken first, to be safe.`,
  'modify.snapshot': given =>
    `${step(given)}a snapshot is taken; {notCarried|commit|commits} came after it began.`,
  'modify.restore': given =>
    `${step(given)}a new cluster is made of the snapshot. It lacks {notCarried|commit|commits}.`,
  'modify.cutover': given =>
    `${step(given)}applications turn to the new cluster, which lacks {notCarried|commit|commits}.`,
  'modify.upgrade': given => `${step(given)}the engine is upgraded in place, {inMicros} left.`,
  'modify.green': given =>
    `${step(given)}the green copy {instance} is being created, {inMicros} left; nobody notices.`,
  'modify.catchUp': given => `${step(given)}green applies what blue has written.`,
  'modify.switchover': given => `${step(given)}writes are held until green is the writer.`,
  'modify.removeBlue': given => `${step(given)}the blue cluster is deleted.`,
  'modify.hint.upgrade': 'All instances stop together: there is nobody to take over.',
  'modify.hint.green':
    'In truth a cluster with a volume of its own, fed by the binary log; drawn here on one volume.',
  'modify.hint.catchUp': 'Green answers no reader, and does not take over by itself.',
  'modify.hint.switchover': 'This is the interruption: nothing that was acknowledged is lost.',
  'modify.hint.removeBlue': 'Until now both were billed. There is no way back any more.',
  'modify.hint.range': 'It works once there is a serverless instance.',
  'modify.hint.add': 'It will stand on the same volume: no data is copied.',
  'modify.hint.join': 'Two instances are billed from now on.',
  'modify.hint.failover': 'This is the interruption: watch the applications.',
  'modify.hint.restart': 'Without a reader there is nobody to answer meanwhile.',
  'modify.hint.settle': 'A name that clients remember for its time to live.',
  'modify.hint.remove': 'Billing for it ends.',
  'modify.hint.backup': 'What comes now cannot be taken back but by it.',
  'modify.hint.snapshot': 'What is committed from now on is not in it.',
  'modify.hint.restore': 'Stop the writes first if nothing may be missing.',
  'modify.hint.cutover': 'Both clusters are billed until the old one is deleted.',
  'reason.planRuns': 'A migration runs: wait for its end, or call it off.',
  'reason.beganAsV1':
    'This cluster is Serverless v1: change its engine mode to a class, go on to v2 in three ' +
    'stages, or go by snapshot.',
  'reason.onlyV1': 'Only Serverless v1 has an engine mode to change.',
  'reason.oldEngine':
    'The engine that Serverless v1 had does not run in Serverless v2: upgrade it first.',
  'reason.newEngine': 'The engine is of the newest version already.',
  'reason.noClassBetween': 'Serverless v1 goes to an instance class first: name the class between.',
  'reason.greenNeedsOne':
    'Blue/green copies every instance: here it can be run only of a cluster of one.',
  'reason.v1Left': 'This cluster was Serverless v1, and is no more.',
  'reason.noPlanRuns': 'No migration runs.',
  'reason.noPlace': 'There is no place {instance} in this cluster.',
  'reason.placeTaken': 'At {instance} there is an instance already.',
  'reason.noSuchClass': '{class} is no instance class: serverless, or one as db.r6g.large.',
  'reason.noSuchTier': 'A tier is a whole number from 0 to 15; 0 takes over first.',
  'reason.writerHasNoTier': '{instance} is the writer: only readers have a tier.',
  'reason.sameClass': 'It is of class {class} already.',
  'reason.zoneIsOut': 'The zone of {instance} is out: nothing can be created there.',
  'reason.writerStays': '{instance} is the writer: fail over first.',
  'reason.isWriter': '{instance} is the writer already.',
  'reason.failoverRuns': 'A failover is under way.',
  'reason.notServing': '{instance} does not serve just now.',
  'reason.asleepBeside': 'A serverless instance sleeps or wakes: wait until it is awake.',
  'law.placesAgree.runs': '{instance} runs where there is no instance.',
  'law.placesAgree.capacity': '{instance} has not the one capacity that its class gives it.',
  'law.placesAgree.class': '{instance} is not of the class that its place has.',
  'law.placesAgree.writer': 'The writer {instance} has no place.',
}
