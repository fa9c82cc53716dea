/** Applications and what each of them feels: answered, waiting, stalled, or cut off. */
import type { ApplicationView, Frame } from '../../../engine/contract/frame.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { type Box, centre } from '../geometry.ts'
import { fitText, type Label, label, type Tone } from '../label.ts'
import type { ApplicationPlace, Layout } from '../layout/layout.ts'

export interface ApplicationShape {
  id: string
  box: Box
  feels: ApplicationView['feels']
  words: string
  labels: Label[]
}

function waited(application: ApplicationView, now: Micros): string {
  const { oldestWaitingAt } = application
  return oldestWaitingAt === null ? '' : ` ${formatTime(now - oldestWaitingAt)}`
}

/** Its instance is open and the link to it whole. */
function isConnected({ id, on }: ApplicationView, { instances, links }: Frame): boolean {
  const isOpen = instances.some(instance => instance.id === on && instance.status === 'open')
  const isCut = links.some(
    link => link.isCut && [link.from, link.to].every(at => [id, on].includes(at)),
  )
  return isOpen && !isCut
}

/** Nothing new is answered now, or not for sure: the answer it has is one of the past. */
function isOldAnswer(application: ApplicationView, frame: Frame): boolean {
  return frame.lights.commits.state !== 'on' || !isConnected(application, frame)
}

function answered(application: ApplicationView, frame: Frame): string {
  const { lastLatencyMicros: latency, lastAnswerAt: at } = application
  if (at !== null && isOldAnswer(application, frame)) {
    return `answered ${formatTime(frame.at - at)} ago`
  }
  return latency === null ? 'answered' : `answered in ${formatTime(latency)}`
}

/** What one sees on the screen of the application. */
export function feelingOf(application: ApplicationView, frame: Frame): string {
  const feelings: Record<ApplicationView['feels'], string> = {
    idle: 'thinking',
    answered: answered(application, frame),
    inFlight: `waiting${waited(application, frame.at)}`,
    stalled: `stalled${waited(application, frame.at)}`,
    reconnecting: 'connection lost, trying again',
    retrying: `error ${application.lastError?.code ?? 1213}, retrying`,
    lost: `error ${application.lastError?.code ?? 2013}, given up`,
  }
  return feelings[application.feels]
}

/** Cut off, an application has no answer to be glad of. */
function looksLike(application: ApplicationView, frame: Frame): ApplicationView['feels'] {
  const { feels } = application
  return feels === 'answered' && !isConnected(application, frame) ? 'idle' : feels
}

const tones: Record<ApplicationView['feels'], Tone> = {
  idle: 'muted',
  answered: 'ok',
  inFlight: 'text',
  stalled: 'wait',
  reconnecting: 'bad',
  retrying: 'wait',
  lost: 'bad',
}

function applicationShape(
  application: ApplicationView,
  place: ApplicationPlace,
  frame: Frame,
): ApplicationShape {
  const { icon, words } = place
  const isSmall = words.width < 200
  const sizes = isSmall ? [12.5, 11] : [14, 13]
  const middle = centre(icon).y
  const text = feelingOf(application, frame)
  const feels = looksLike(application, frame)
  const line = (id: string, row: number, line: { text: string } & Partial<Label>) =>
    label({
      ...line,
      id: `${application.id}-${id}`,
      text: fitText(line.text, sizes[row] ?? 12, words.width),
      x: words.x + words.width,
      y: middle + (row === 0 ? -4 : 14),
      size: sizes[row] ?? 12,
      anchor: 'end',
    })
  return {
    id: application.id,
    box: icon,
    feels,
    words: text,
    labels: [
      line('name', 0, { text: `Application ${application.id}`, tone: 'text', isBold: true }),
      line('feels', 1, { text, tone: tones[feels] }),
    ],
  }
}

export function applicationShapes(frame: Frame, layout: Layout): ApplicationShape[] {
  return layout.applications.flatMap(place => {
    const application = frame.applications.find(({ id }) => id === place.id)
    return application === undefined ? [] : [applicationShape(application, place, frame)]
  })
}
