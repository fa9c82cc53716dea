/**
 * The word beside a mark of the timeline: what broke or healed where there is room to say it, else
 * only its kind. Several marks in one place are told in the order in which they happened.
 */
import type { FaultKind } from '../../engine/contract/faults.ts'
import { namePlace } from '../../words/namePlace.ts'
import type { Mark } from '../../workers/api.ts'

const kinds: Record<Mark['shape'], string> = {
  fault: 'fault',
  heal: 'healed',
  stall: 'commits wait',
  resume: 'commits go on',
  crash: 'crash',
  recovery: 'recovery',
  command: 'change',
  law: 'law broken',
  refused: 'refused',
  conflict: 'conflict',
  scale: 'capacity turns',
  pause: 'asleep',
  failover: 'promotion',
}

export function markKind(shape: Mark['shape']): string {
  return kinds[shape]
}

type Said = readonly [broken: string, healed: string]

const faults: Record<FaultKind, (place: string) => Said> = {
  NodeCrash: place => [`${place} down`, `${place} back`],
  InstanceCrash: place => [`${place} down`, `${place} back`],
  AzOutage: place => [`${place} out`, `${place} back`],
  LinkCut: () => ['link cut', 'link whole'],
  SlowNode: place => [`${place} slow`, `${place} fast again`],
  PacketLoss: () => ['messages lost', 'no more lost'],
  SlowDisk: place => [`disk of ${place} slow`, `disk of ${place} fast`],
  DiskCongestion: place => [`disk of ${place} congested`, `disk of ${place} free`],
  DiskFailure: place => [`disk of ${place} failing`, `disk of ${place} whole`],
  PageCorruption: place => [`page damaged at ${place}`, `page whole at ${place}`],
  ZoneIsolation: place => [`${place} cut off`, `${place} joined again`],
  NoCapacity: place => [`no hosts in ${place}`, `hosts in ${place} again`],
  RollingPatch: () => ['patch begins', 'patch done'],
  DispatcherCrash: place => [`dispatcher of ${place} down`, 'dispatcher back'],
  ReplicaFailure: place => [`${place} blocked`, `${place} hears again`],
  EnginePatch: place => [`${place} gets a new engine`, `${place} is patched`],
  NodeLoss: place => [`${place} lost`, `${place} empty`],
  HotNode: place => [`${place} hot`, `${place} cold again`],
}

/** Of facts that have no shape of their own. */
const facts: Record<string, (instance: string) => string> = {
  'fact.ClusterStopped': () => 'stopped',
  'fact.MigrationBegan': instance => `${instance} moves live`,
  'fact.OutOfMemory': instance => `${instance} out of memory`,
}

function fullWord({ shape, key, parameters }: Mark): string {
  const { fault, target, instance } = parameters
  if (Object.hasOwn(facts, key)) return facts[key]!(String(instance))
  if (shape === 'crash' && instance !== undefined) return `${instance} down`
  if (shape !== 'fault' && shape !== 'heal') return kinds[shape]
  if (typeof fault !== 'string' || !Object.hasOwn(faults, fault)) return kinds[shape]
  const place = namePlace(String(target)).replace(/^node /, '')
  const [broken, healed] = faults[fault as FaultKind](place)
  return shape === 'fault' ? broken : healed
}

/** The wordings of what stands in one place, the fullest first; `shown` is the worst of it. */
export function markWords(marks: Mark[], shown: Mark): string[] {
  const all = [...new Set(marks.map(fullWord))].join(', ')
  if (marks.length === 1) return [all, kinds[shown.shape]]
  const more = ` +${marks.length - 1}`
  return [all, `${fullWord(shown)}${more}`, `${kinds[shown.shape]}${more}`]
}
