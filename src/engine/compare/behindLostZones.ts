/**
 * The same run in which every lost zone is answered by the model of three of four, as if nobody
 * hoped that it came back soon. Rule A4.
 */
import type { Command, StampedCommand } from '../contract/commands.ts'
import type { NoOtherSide, OtherSide } from '../contract/compare.ts'
import type { Recording } from '../contract/recording.ts'
import type { Scenario } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'
import { parseDuration } from '../formats/duration.ts'
import { formatDuration } from '../formats/formatDuration.ts'
import { recordingOf } from '../formats/recordingOf.ts'

type Entry = NonNullable<Scenario['script']>[number]

/** Long enough that the copies of the zone are suspect: an *assumption*. */
const waitedMicros = 180_000
const toThree: Command = { do: 'ChangeQuorum', model: '3/4' }

const none: OtherSide = {
  preset: 'threeOfFour',
  recording: null,
  because: 'noZoneLost',
  problem: null,
  leftOut: [],
  keepsFrom: ['ChangeQuorum'],
}

export function behindLostZones(
  { scenario, seed }: Recording,
  commands: StampedCommand[],
): OtherSide {
  const because = whyNot(scenario)
  if (because !== null) return { ...none, because }
  const { expect: _, ...rest } = scenario
  const script = scenario.script ?? []
  const added = lossesIn(script).map((at): Entry => {
    return { at: formatDuration(at + waitedMicros), ...toThree }
  })
  const answers = commands.filter(({ command }) => losesZone(command))
  if (added.length + answers.length === 0) return none
  const given = [...commands, ...answers.map(answerTo)]
  given.sort((one, other) => one.at - other.at)
  const changed = { ...rest, script: [...script, ...added] }
  return { ...none, because: null, recording: recordingOf(changed, seed, given) }
}

function whyNot({ cluster }: Scenario): NoOtherSide | null {
  if (cluster.topology === 'multi-master') return 'membersAreFixed'
  const isSix = (cluster.parameters?.['quorum.copies'] ?? 6) === 6
  return isSix && cluster.volume?.segments !== 'full-tail' ? null : 'onlySix'
}

function losesZone(command: Command | Entry): boolean {
  return command.do === 'InjectFault' && command.fault === 'AzOutage'
}

/** When zones are lost; an entry with `+` counts from the one before. */
function lossesIn(script: readonly Entry[]): Micros[] {
  let at: Micros = 0
  return script.flatMap(entry => {
    const length = parseDuration(entry.at.replace('+', '')) ?? 0
    at = entry.at.endsWith('+') ? at + length : length
    return losesZone(entry) ? [at] : []
  })
}

function answerTo({ at }: StampedCommand): StampedCommand {
  return { at: at + waitedMicros, command: toThree }
}
