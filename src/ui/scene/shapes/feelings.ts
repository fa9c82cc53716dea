/**
 * What an application feels, in words and tones: answered, waiting, stalled, retrying, connection
 * lost, reconnecting; and what went wrong for it so far, counted.
 */
import type { ApplicationView, Frame } from '../../../engine/contract/frame.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import type { Tone } from '../label.ts'

type Feels = ApplicationView['feels']

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
  const feelings: Record<Feels, string> = {
    idle: application.sessions === 0 ? 'no sessions' : 'thinking',
    answered: answered(application, frame),
    inFlight: `waiting${waited(application, frame.at)}`,
    stalled: `stalled${waited(application, frame.at)}`,
    reconnecting: 'reconnecting',
    retrying: `error ${application.lastError?.code ?? 1213}, retrying`,
    lost: 'connection lost',
  }
  return feelings[application.feels]
}

/** Cut off, an application has no answer to be glad of. */
export function looksLike(application: ApplicationView, frame: Frame): Feels {
  const { feels } = application
  return feels === 'answered' && !isConnected(application, frame) ? 'idle' : feels
}

export const feelingTones: Record<Feels, Tone> = {
  idle: 'muted',
  answered: 'ok',
  inFlight: 'text',
  stalled: 'wait',
  reconnecting: 'bad',
  retrying: 'wait',
  lost: 'bad',
}

function counted(count: number, one: string, several: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]
}

/** How long it went without answers so far, the longest way of saying it first. */
export function lostTimes({ downMicros }: ApplicationView): string[] {
  if (downMicros === 0) return []
  const time = formatTime(downMicros)
  return [`${time} without answers`, `${time} unanswered`]
}

/** How often something went wrong so far, the longest way of saying it first. */
export function counts({ errors, retried }: ApplicationView): string[] {
  const failed = counted(errors, 'error', 'errors')
  const again = counted(retried, 'retry', 'retries')
  return [[...failed, ...again].join(' · '), ...failed].filter(text => text !== '')
}

/** All that went wrong so far, the longest way of saying it first; nothing when nothing did. */
export function tallies(application: ApplicationView): string[] {
  const [whole] = counts(application)
  const [time] = lostTimes(application)
  const both = [whole, time].filter(text => text !== undefined)
  return [both.join(' · '), ...counts(application)].filter(text => text !== '')
}

/** MySQL’s words for a refused page change mislead: no row was locked. */
export function isFalseDeadlock({ feels, lastError }: ApplicationView, frame: Frame): boolean {
  return frame.multiMaster !== null && feels === 'retrying' && (lastError?.code ?? 1213) === 1213
}
