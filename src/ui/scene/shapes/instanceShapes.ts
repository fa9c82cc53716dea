/** Database instances: a circle in its zone whose ring is the CPU in use, and nothing else. */
import type { Frame, InstanceView } from '../../../engine/contract/frame.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import type { Box } from '../geometry.ts'
import { fitText, type Label, label, textWidth, type Tone } from '../label.ts'
import type { InstancePlace, Layout } from '../layout/layout.ts'
import { arcPath } from './paths.ts'

export interface InstanceShape {
  id: string
  x: number
  y: number
  radius: number
  status: InstanceView['status']
  ring: string
  labels: Label[]
}

const wordSize = 13

interface Line {
  text: string
  tone: Tone
  isBold?: boolean
}

type Phase = NonNullable<InstanceView['opening']>['phase']

const phases: Record<Phase, readonly [long: string, short: string]> = {
  restarting: ['restarting', 'restarts'],
  scanning: ['asking the copies', 'asking'],
  truncating: ['annulling the tail', 'annulling'],
  recovering: ['opening the volume', 'opening'],
}

/** The long form where it fits. */
function commitsText(count: number, words: Box | null): string {
  const long = `${count} ${count === 1 ? 'commit waits' : 'commits wait'}`
  return words !== null && textWidth(long, wordSize) <= words.width ? long : `${count} wait`
}

function openLines(instance: InstanceView, words: Box | null): Line[] {
  const cpu: Line = { text: `CPU ${Math.round(instance.cpuPpm / 10_000)} %`, tone: 'muted' }
  const { parkedCommits } = instance
  if (parkedCommits === 0) return [cpu]
  return [cpu, { text: commitsText(parkedCommits, words), tone: 'muted' }]
}

function statusLines(instance: InstanceView, now: Micros, words: Box | null): Line[] {
  const { status, opening } = instance
  if (status === 'open') return openLines(instance, words)
  if (status === 'down' || opening === null) return [{ text: 'down', tone: 'bad', isBold: true }]
  const [long, short] = phases[opening.phase]
  const isNarrow = words === null || words.width < textWidth(long, wordSize, true)
  return [
    { text: isNarrow ? short : long, tone: 'wait', isBold: true },
    { text: formatTime(now - opening.since), tone: 'muted' },
  ]
}

function roleWord(instance: InstanceView): string {
  return instance.role === 'writer' ? 'Writer' : 'Reader'
}

function wordsBeside(instance: InstanceView, place: InstancePlace, lines: Line[]): Label[] {
  const { words } = place
  if (words === null) return []
  const isNarrow = words.width < 70
  const size = isNarrow ? 10.5 : wordSize
  const step = size + 5
  const first = place.centre.y - ((lines.length - 1) * step) / 2 + size * 0.35
  return lines.map((line, index) =>
    label({
      ...line,
      id: `${instance.id}-${index}`,
      text: fitText(line.text, size, words.width),
      x: words.x,
      y: first + index * step,
      size,
    }),
  )
}

function instanceShape(instance: InstanceView, place: InstancePlace, now: Micros): InstanceShape {
  const { centre: at, radius, words } = place
  const name: Line = { text: instance.id, tone: 'text', isBold: true }
  const lines = [name, ...statusLines(instance, now, words)]
  const role = label({
    id: `${instance.id}-role`,
    text: roleWord(instance),
    x: at.x,
    y: at.y + 5,
    size: radius >= 34 ? 15 : radius >= 28 ? 12 : 10.5,
    anchor: 'middle',
    tone: 'text',
    isBold: true,
  })
  const cpu = instance.status === 'down' ? 0 : instance.cpuPpm / 1_000_000
  return {
    id: instance.id,
    x: at.x,
    y: at.y,
    radius,
    status: instance.status,
    ring: cpu <= 0.002 ? '' : arcPath(at.x, at.y, radius, cpu),
    labels: [role, ...wordsBeside(instance, place, lines)],
  }
}

export function instanceShapes(frame: Frame, layout: Layout): InstanceShape[] {
  return layout.instances.flatMap(place => {
    const instance = frame.instances.find(({ id }) => id === place.id)
    return instance === undefined ? [] : [instanceShape(instance, place, frame.at)]
  })
}
