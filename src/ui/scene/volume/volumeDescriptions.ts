/** What the signs of the shared volume say to those who do not see them. */
import type { ActiveFault, FaultKind } from '../../../engine/contract/faults.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { formatShare, formatTime } from '../../../words/formatNumbers.ts'
import { namePlace } from '../../../words/namePlace.ts'
import { patchedZones } from '../../../words/patchedZones.ts'

export interface VolumeDescription {
  id: string
  text: string
}

const states = {
  member: '',
  suspect: 'is to be replaced; it still counts',
  hydrating: 'is new and gets pages and log; it does not count yet',
  hydrated: 'has all it needs and waits for the epoch that settles it',
  lost: 'is lost for good',
  apart: 'is not asked: the group runs as 3 of 4',
} as const

function memberDescriptions({ membership }: Frame): VolumeDescription[] {
  return (membership?.groups ?? []).flatMap(({ members }) =>
    members.flatMap(({ segment, letter, state, hydratedPpm, from }) => {
      if (state === 'member') return []
      const share = state === 'hydrating' ? `, ${formatShare(hydratedPpm ?? 0)} done` : ''
      const giver = from === null ? '' : `, from ${from}`
      return [{ id: segment, text: `Copy ${letter} (${segment}) ${states[state]}${share}${giver}` }]
    }),
  )
}

function knows(isFound: boolean): string {
  return isFound ? 'has found it' : 'does not know'
}

function damageDescriptions({ pipeline }: Frame): VolumeDescription[] {
  return (pipeline?.segments ?? []).flatMap(({ segment, corruptPages, throttledSince }) => {
    const held = { id: `${segment} held`, text: `${segment}: its acknowledgements are held back` }
    const damage = corruptPages.map(({ page, foundAt }) => ({
      id: `${segment} ${page}`,
      text: `${segment}: page ${page} is damaged, and its node ${knows(foundAt !== null)}`,
    }))
    return [...damage, ...(throttledSince === null ? [] : [held])]
  })
}

function zoneWords({ zone, done, cells }: ReturnType<typeof patchedZones>[number]): string {
  return `${namePlace(zone)} ${done} of ${cells.length}`
}

function patchDescriptions(frame: Frame): VolumeDescription[] {
  const { pipeline, at } = frame
  const patch = pipeline?.patch ?? null
  if (patch === null) return []
  const back = patch.until === null ? '' : `, back in ${formatTime(Math.max(0, patch.until - at))}`
  const away = patch.away === null ? '' : `; ${patch.away} is being patched${back}`
  const text = `${patch.done} of ${patch.nodes.length} nodes are patched${away}`
  return [{ id: 'patch', text: `${text}; ${patchedZones(frame).map(zoneWords).join(', ')}` }]
}

const ailments: Partial<Record<FaultKind, (fault: ActiveFault) => string>> = {
  NodeLoss: () => 'is lost for good, with its disk',
  HotNode: ({ factor }) => `is hot, ${factor ?? 1} times as slow`,
  SlowDisk: ({ factor }) => `has a slow disk, ${factor ?? 1} times as slow`,
  DiskCongestion: ({ ratioPpm }) =>
    `has a congested disk, ${formatShare(ratioPpm ?? 0)} of its reads and writes take longer`,
  DiskFailure: ({ ratioPpm }) =>
    `has a failing disk, ${formatShare(ratioPpm ?? 0)} of its writes fail`,
  ZoneIsolation: () => 'is alive, but cut off from the others',
}

function faultDescriptions({ faults }: Frame): VolumeDescription[] {
  return faults.flatMap(active => {
    const { fault, target } = active
    const ails = ailments[fault]
    return ails === undefined
      ? []
      : [{ id: `${fault} ${target}`, text: `${target} ${ails(active)}` }]
  })
}

export function volumeDescriptions(frame: Frame): VolumeDescription[] {
  return [
    ...memberDescriptions(frame),
    ...damageDescriptions(frame),
    ...patchDescriptions(frame),
    ...faultDescriptions(frame),
  ]
}
