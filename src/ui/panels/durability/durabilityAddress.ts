/**
 * The setting of this laboratory as it stands in an address. Times are whole seconds, under the
 * names that they have in its file; where an address says what cannot be set, it is as at first.
 */
import type { FailureTimes } from '../../../engine/contract/durability.ts'
import type { Setting } from '../../store/settingAddress.ts'
import { type DurabilityState, durabilityStore } from './durabilityStore.ts'
import { historyCounts } from './historyCounts.ts'
import { timeChoices } from './timeStops.ts'

const second = 1_000_000

const timeNames: Record<keyof FailureTimes, string> = {
  segmentMttf: 'segment_mttf_s',
  repair: 'repair_s',
  zoneMtbf: 'zone_mtbf_s',
  zoneOutage: 'zone_outage_s',
}

const times = Object.entries(timeNames) as [keyof FailureTimes, string][]

type Set = Pick<
  DurabilityState,
  'times' | 'along' | 'isZoneGone' | 'isOneAtATime' | 'histories' | 'seed' | 'measure'
>

function written(state: Set): Setting {
  return {
    ...Object.fromEntries(times.map(([time, name]) => [name, `${state.times[time] / second}`])),
    along: state.along,
    zones: state.isZoneGone ? 'two' : 'three',
    zones_fail: state.isOneAtATime ? 'one' : 'apart',
    histories: `${state.histories}`,
    seed: `${state.seed}`,
    shown: state.measure,
  }
}

const first = durabilityStore.getInitialState()

export const durabilityNames = Object.keys(written(first))

/** Only what is otherwise than at first. */
export function durabilitySetting(state: Set): Setting {
  const usual = written(first)
  return Object.fromEntries(
    Object.entries(written(state)).filter(([name, value]) => usual[name] !== value),
  )
}

function timesIn(setting: Setting): FailureTimes {
  const read = times.map(([time, name]) => {
    const stops = timeChoices.find(choice => choice.name === time)?.stops ?? []
    const asked = Number(setting[name]) * second
    return [time, stops.includes(asked) ? asked : first.times[time]] as const
  })
  return Object.fromEntries(read) as unknown as FailureTimes
}

export function readDurability(setting: Setting): Set {
  const seed = Number(setting.seed)
  return {
    times: timesIn(setting),
    along: times.find(([time]) => time === setting.along)?.[0] ?? first.along,
    isZoneGone: setting.zones === 'two',
    isOneAtATime: setting.zones_fail !== 'apart',
    histories: historyCounts.find(count => `${count}` === setting.histories) ?? first.histories,
    seed: Number.isSafeInteger(seed) && seed > 0 ? seed : first.seed,
    measure: setting.shown === 'stalled' ? 'stalled' : 'lost',
  }
}
