/** The state of an application or of a link in words. */
import type { ApplicationView, Frame } from '../../../engine/contract/frame.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'
import { formatCount, formatShare, formatTime } from '../../../words/formatNumbers.ts'
import type { StateRow } from './stateRow.ts'

function sessionsOf({ sessions, thinking, waiting, reconnecting }: ApplicationView): string {
  const parts = [
    [thinking, 'thinking'],
    [waiting, 'waiting'],
    [reconnecting, 'connecting again'],
  ] as const
  const doing = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return doing.length === 0
    ? formatCount(sessions)
    : `${formatCount(sessions)}: ${doing.join(', ')}`
}

export function applicationRows(application: ApplicationView, { at }: Frame): StateRow[] {
  const { answered, lost, lastLatencyMicros, lastAnswerAt, on } = application
  const last =
    lastLatencyMicros === null || lastAnswerAt === null
      ? 'none yet'
      : `took ${formatTime(lastLatencyMicros)}, ${formatTime(at - lastAnswerAt)} ago`
  return [
    { name: 'Sessions', value: sessionsOf(application), term: 'session' },
    { name: 'Last answer', value: last },
    { name: 'Answered', value: formatCount(answered) },
    { name: 'Outcome unknown', value: formatCount(lost) },
    { name: 'Connected to', value: on },
  ]
}

/** An end of a link in force may also be the zone of the actor. */
function endsOf({ nodes, instances }: Frame, actor: string): string[] {
  const place = [...nodes, ...instances].find(({ id }) => id === actor)
  return place === undefined ? [actor] : [actor, place.zone]
}

export function linkRows(frame: Frame, selection: TargetId): StateRow[] {
  const [from = [], to = []] = selection.split('<>').map(actor => endsOf(frame, actor))
  const there = frame.links.filter(link => from.includes(link.from) && to.includes(link.to))
  const back = frame.links.filter(link => to.includes(link.from) && from.includes(link.to))
  const state = (links: Frame['links']): string => {
    if (links.some(({ isCut }) => isCut)) return 'cut'
    const lossPpm = Math.max(0, ...links.map(link => link.lossPpm))
    return lossPpm > 0 ? `loses ${formatShare(lossPpm)} of the messages` : 'whole'
  }
  return [
    { name: 'The way there', value: state(there) },
    { name: 'The way back', value: state(back) },
  ]
}
