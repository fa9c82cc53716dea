/**
 * What a run can be compared with: each preset as a recording of its own, with the same load,
 * script and commands, or the reason why there is none. Nothing is played here. Rules A1–A4.
 */
import type { CommandName, StampedCommand } from '../contract/commands.ts'
import type { NoOtherSide, OtherSide, PresetName } from '../contract/compare.ts'
import type { Recording } from '../contract/recording.ts'
import type { Scenario } from '../contract/scenario.ts'
import { recordingOf } from '../formats/recordingOf.ts'
import { isOfTheLoad, otherCluster, whyNot } from '../sameload/otherCluster.ts'
import { toMultiMaster, toSingleMaster, withCopies, withReadMode } from './changedClusters.ts'
import { behindLostZones } from './behindLostZones.ts'
import { withoutProblems } from './withoutProblems.ts'

interface Preset {
  /** Null: nothing is in its way. */
  whyNot: (scenario: Scenario) => NoOtherSide | null
  change: (scenario: Scenario) => Scenario
  keepsFrom?: readonly CommandName[]
}

type ClusterPreset = Exclude<PresetName, 'withoutLast' | 'otherBranch' | 'threeOfFour'>

/** These make a cluster another one, or exist on one kind of it only. */
const ofElastic: readonly CommandName[] = [
  ...(['SetCapacityRange', 'SetCapacity', 'SetPlatform', 'SetFeature', 'SetNeighbours'] as const),
  ...(['BeginMaintenance', 'CallCluster', 'StopCluster', 'StartCluster'] as const),
  ...(['ModifyCluster', 'StartMigration', 'AbortMigration'] as const),
]

/** Where both generations of Serverless begin when the run has no range of its own. */
const usualRange = { min: 2, max: 16 }
const usualClass = 'db.r5.large'

const presets: Record<ClusterPreset, Preset> = {
  singleMaster: {
    whyNot: ({ cluster }) => (isMulti(cluster) ? null : 'isSo'),
    change: toSingleMaster,
    keepsFrom: ['SetReadMode', 'SetHealthCheck'],
  },
  multiMaster: {
    whyNot: whyNoWriters,
    change: toMultiMaster,
    keepsFrom: ofElastic,
  },
  provisioned: {
    whyNot: ({ cluster }) => (isElastic(cluster) ? null : 'isSo'),
    change: scenario => elastic(scenario, 'provisioned'),
    keepsFrom: ofElastic,
  },
  v1: { whyNot: noElastic('v1'), change: its => elastic(its, 'v1'), keepsFrom: ofElastic },
  v2: { whyNot: noElastic('v2'), change: its => elastic(its, 'v2'), keepsFrom: ofElastic },
  fourOfSix: {
    whyNot: scenario => (copiesOf(scenario) === 6 ? 'isSo' : null),
    change: scenario => withCopies(scenario, 6),
  },
  twoOfThree: {
    whyNot: scenario => {
      if (copiesOf(scenario) === 3) return 'isSo'
      return isMulti(scenario.cluster) ? 'membersAreFixed' : null
    },
    change: scenario => withCopies(scenario, 3),
    keepsFrom: ['ChangeQuorum', 'ReplaceSegment'],
  },
  instanceRaw: readsAs('INSTANCE_RAW'),
  regionalRaw: readsAs('REGIONAL_RAW'),
}

export function otherSides(recording: Recording): OtherSide[] {
  const names = Object.keys(presets) as ClusterPreset[]
  return [
    ...names.map(name => changedCluster(recording, name)),
    behindLostZones(recording, commandsOf(recording)),
    withoutLast(recording),
    otherBranch(recording),
  ]
}

function changedCluster(recording: Recording, preset: ClusterPreset): OtherSide {
  const scenario = { ...recording.scenario, seed: recording.seed }
  const { whyNot: ask, change, keepsFrom = [] } = presets[preset]
  const because = ask(scenario)
  if (because !== null) return noSide(preset, because)
  const { expect: _, ...changed } = change(scenario)
  const read = withoutProblems(changed)
  if (!read.ok) return { ...noSide(preset, 'unreadable'), problem: read.problem }
  const given = commandsOf(recording)
  const commands = given.filter(({ command }) => !keepsFrom.includes(command.do))
  const gone = given.filter(its => !commands.includes(its)).map(({ command }) => command.do)
  const before = (recording.scenario.script ?? []).map(its => its.do)
  const left = (read.scenario.script ?? []).map(its => its.do)
  return {
    preset,
    recording: recordingOf(read.scenario, recording.seed, commands),
    because: null,
    problem: null,
    leftOut: [...without(before, left), ...gone],
    keepsFrom: [...keepsFrom],
  }
}

/** What of the first is not in the second, each as often as it is missing. */
function without(names: CommandName[], others: CommandName[]): CommandName[] {
  const rest = [...others]
  return names.filter(name => {
    const place = rest.indexOf(name)
    if (place >= 0) rest.splice(place, 1)
    return place < 0
  })
}

function noSide(preset: PresetName, because: NoOtherSide): OtherSide {
  return { preset, recording: null, because, problem: null, leftOut: [], keepsFrom: [] }
}

/** Before a fork: as if the last command had not been given. */
function withoutLast(recording: Recording): OtherSide {
  const commands = commandsOf(recording).slice(0, -1)
  if (commandsOf(recording).length === 0) return noSide('withoutLast', 'noCommand')
  return sameCluster(recording, 'withoutLast', commands)
}

/** The branch that this one left, or else the newest beside it. */
function otherBranch(recording: Recording): OtherSide {
  const { branch, branches } = recording
  const own = branches.find(({ id }) => id === branch)
  const from = branches.find(({ id }) => id === own?.from?.branch)
  const other = from ?? branches.filter(({ id }) => id !== branch).at(-1)
  if (other === undefined) return noSide('otherBranch', 'noBranch')
  return sameCluster(recording, 'otherBranch', other.commands)
}

function sameCluster(
  { scenario, seed }: Recording,
  preset: PresetName,
  commands: StampedCommand[],
): OtherSide {
  const recording = recordingOf(scenario, seed, commands)
  return { ...noSide(preset, 'isSo'), because: null, recording }
}

function commandsOf({ branch, branches }: Recording): StampedCommand[] {
  return branches.find(({ id }) => id === branch)?.commands ?? []
}

function isMulti({ topology }: Scenario['cluster']): boolean {
  return topology === 'multi-master'
}

function isElastic({ instances }: Scenario['cluster']): boolean {
  return instances.some(its => its.class === 'serverless' || its.spare === true)
}

function whyNoWriters(scenario: Scenario): NoOtherSide | null {
  const { cluster } = scenario
  if (isMulti(cluster)) return 'isSo'
  if (copiesOf(scenario) !== 6) return 'onlySix'
  if (cluster.edition === 'postgresql') return 'postgresql'
  return cluster.instances.filter(({ spare }) => spare !== true).length > 4 ? 'manyWriters' : null
}

function noElastic(kind: 'v1' | 'v2') {
  return (scenario: Scenario): NoOtherSide | null => {
    const { cluster } = scenario
    const { generation = 'v2' } = cluster.serverless ?? {}
    if (isElastic(cluster) && generation === kind) return 'isSo'
    const because = whyNot(scenario, kind)
    return because === 'multiMaster' || because === 'oneInstance' ? because : null
  }
}

function elastic(scenario: Scenario, kind: 'provisioned' | 'v1' | 'v2'): Scenario {
  const { min, max } = { ...usualRange, ...scenario.cluster.serverless }
  const range = kind === 'provisioned' ? null : { min, max }
  const { script = [] } = scenario
  const other = otherCluster(scenario, { kind, class: usualClass, range })
  return { ...other, script: script.filter(its => isOfTheLoad(its.do)) }
}

function copiesOf({ cluster }: Scenario): number {
  return Number(cluster.parameters?.['quorum.copies'] ?? 6)
}

function readsAs(mode: 'INSTANCE_RAW' | 'REGIONAL_RAW'): Preset {
  return {
    whyNot: ({ cluster, workload = [] }) => {
      if (!isMulti(cluster)) return 'onlyMultiMaster'
      const sessions = workload.filter(its => its.kind === 'sessions')
      return sessions.every(its => (its.mode ?? 'INSTANCE_RAW') === mode) ? 'isSo' : null
    },
    change: scenario => {
      const script = (scenario.script ?? []).filter(its => its.do !== 'SetReadMode')
      return withReadMode({ ...scenario, script }, mode)
    },
    keepsFrom: ['SetReadMode'],
  }
}
