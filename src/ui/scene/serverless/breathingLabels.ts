/** The words beside a breathing instance, as many lines as its room has. */
import type { Frame, InstanceView } from '../../../engine/contract/frame.ts'
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { fitText, type Label, label, textWidth, type Tone } from '../label.ts'
import { letterOf } from '../letters.ts'
import type { InstancePlace } from '../layout/layout.ts'
import type { BreathingPlace } from './breathingPlace.ts'
import { capacityPhase, needOf } from '../../../words/capacityPhase.ts'
import { pauseCountdown, phaseWords, wholeSeconds } from '../../../words/capacityWords.ts'
import { formatAcu } from '../../../words/formatAcu.ts'

interface Line {
  id: string
  text: string
  tone: Tone
  size?: number
  isBold?: boolean
  term?: string | null
}

interface Subject {
  frame: Frame
  view: CapacityView
  instance: InstanceView
  place: InstancePlace
  room: BreathingPlace
}

/** A reader of tier 0 or 1 breathes with the writer, so the tier belongs to the name. */
function nameLine({ frame, instance }: Subject, width: number): Line {
  const { id, role } = instance
  const long = `${role === 'writer' ? 'Writer' : 'Reader'} ${id}`
  const reader = frame.failover?.readers.find(its => its.id === id)
  const choices = reader ? [`${long}, tier ${reader.tier}`, `${id}, tier ${reader.tier}`] : []
  const text = [...choices, long, id].find(each => textWidth(each, 13, true) <= width) ?? id
  return { id: 'name', text, tone: 'text', isBold: true }
}

function capacityLines(view: CapacityView, width: number): Line[] {
  const number = formatAcu(view.reported)
  const whole = `${number} ACU`
  const size = [17, 14, 12, 10.5, 10].find(each => textWidth(whole, each, true) <= width) ?? 12
  const line: Line = { id: 'acu', text: whole, tone: 'text', isBold: true, size, term: 'ACU' }
  if (textWidth(whole, size, true) <= width) return [line]
  return [
    { ...line, text: number, term: null },
    { id: 'unit', text: 'ACU', tone: 'muted', term: 'ACU' },
  ]
}

const tones: Partial<Record<ReturnType<typeof capacityPhase>, Tone>> = {
  rising: 'glow',
  stinted: 'wait',
  asleep: 'accent',
  waking: 'wait',
}

function toneOf(view: CapacityView): Tone {
  if (view.v2?.isIncompatible) return 'bad'
  if (view.v2?.migration) return 'wait'
  return view.v2?.stop ? 'muted' : (tones[capacityPhase(view)] ?? 'muted')
}

function phaseLine({ frame, view, instance }: Subject, width: number): Line {
  if (instance.status === 'down') return { id: 'phase', text: 'down', tone: 'bad', isBold: true }
  if (instance.status === 'opening') return { id: 'phase', text: 'opening', tone: 'wait' }
  const [long, short] = phaseWords(view, frame.at)
  const text = firstFitting([long, short], width)
  return { id: 'phase', text, tone: toneOf(view) }
}

/** CPU of what it has, the monitoring figure of the maximum, and what it needs. */
function loadLines(view: CapacityView, width: number): Line[] {
  if (!isAtWork(view)) return []
  const share = `${Math.round((view.v2?.acuUtilizationPpm ?? view.utilizationPpm) / 10_000)} %`
  const used = firstFitting([`${share} of max`, `max ${share}`], width)
  return [
    ...busyLines(Math.round(view.busyPpm / 10_000), width),
    { id: 'share', text: used, tone: 'muted', term: 'ACU utilization' },
  ]
}

/** Where one line is too long for it, the name stands under its number, as that of ACU does. */
function busyLines(percent: number, width: number): Line[] {
  const text = firstFitting([`CPU ${percent} %`, `CPU ${percent}%`], width)
  if (textWidth(text, usualSize(width)) <= width) return [{ id: 'cpu', text, tone: 'muted' }]
  return [
    { id: 'cpu', text: `${percent} %`, tone: 'muted' },
    { id: 'busy', text: 'CPU', tone: 'muted' },
  ]
}

/** Awake, and not lost. */
function isAtWork({ state, v1 }: CapacityView): boolean {
  return state === 'active' && v1?.state !== 'recreating'
}

function needLine(view: CapacityView, width: number): Line[] {
  if (!isAtWork(view)) return []
  const need = formatAcu(needOf(view))
  const text = firstFitting([`needs ${need}`, `need ${need}`], width)
  const isFitting = textWidth(text, usualSize(width)) <= width
  return isFitting ? [{ id: 'need', text, tone: 'glow' }] : []
}

function usualSize(width: number): number {
  if (width < 45) return 9.5
  return width < 70 ? 10.5 : 12.5
}

/** The fullest wording that fits; the last one in any case. */
function firstFitting(choices: string[], width: number): string {
  const size = usualSize(width)
  return choices.find(text => textWidth(text, size) <= width) ?? choices.at(-1) ?? ''
}

/** In whole minutes while there are several: words that jump each second are no help. */
function countdown(micros: Micros): string {
  const minutes = Math.ceil(micros / 60_000_000)
  return minutes > 2 ? `${minutes} min` : wholeSeconds(micros)
}

function sleepLine(view: CapacityView, width: number): Line[] {
  const left = pauseCountdown(view)
  if (left !== null && view.idleMicros > 0) {
    const time = countdown(left)
    const text = firstFitting([`pauses in ${time}`, `sleep in ${time}`, `in ${time}`, time], width)
    return [{ id: 'sleep', text, tone: 'accent' }]
  }
  if (view.waking === 0) return []
  const verb = view.waking === 1 ? 'waits' : 'wait'
  const choices = [`${view.waking} waiting`, `${view.waking} ${verb}`, `${view.waking} …`]
  const text = firstFitting(choices, width)
  return [{ id: 'sleep', text, tone: 'wait' }]
}

/** What matters most comes first; what does not fit is left out from the end. */
function linesOf(subject: Subject, width: number, height: number): Line[] {
  const { view, room } = subject
  const inOrder = [
    nameLine(subject, width),
    ...capacityLines(view, width),
    phaseLine(subject, width),
    ...sleepLine(view, width),
    ...(room.hasTankWords ? [] : needLine(view, width)),
    ...loadLines(view, width),
  ]
  const kept: Line[] = []
  let used = 0
  for (const line of inOrder) {
    used += stepOf(line, width)
    if (used <= height) kept.push(line)
  }
  return kept
}

function sizeOf({ size }: Line, width: number): number {
  return letterOf(size ?? usualSize(width))
}

function stepOf(line: Line, width: number): number {
  return sizeOf(line, width) + (width < 70 ? 3 : 4)
}

export function breathingLabels(subject: Subject): Label[] {
  const { view, place } = subject
  const { words } = subject.room
  if (words === null) return []
  const lines = linesOf(subject, words.width, words.height)
  const total = lines.reduce((sum, line) => sum + stepOf(line, words.width), 0)
  let y = Math.min(place.centre.y - total / 2, words.y + words.height - total)
  return lines.map(line => {
    y += stepOf(line, words.width)
    const size = sizeOf(line, words.width)
    const text = fitText(line.text, line.isBold ? size * 1.08 : size, words.width)
    return label({ ...line, id: `${view.id}-${line.id}`, text, x: words.x, y: y - 4, size })
  })
}
