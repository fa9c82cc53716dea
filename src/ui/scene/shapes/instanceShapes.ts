/**
 * Database instances: a circle in its zone whose ring is the CPU in use, and nothing else. One that
 * breathes (Serverless) is drawn by `serverless/breathingShapes`.
 */
import type { Frame, InstanceView } from '../../../engine/contract/frame.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import type { Box } from '../geometry.ts'
import { fitText, type Label, label, textWidth, type Tone } from '../label.ts'
import { dropOf, isForWall, stepOf } from '../letters.ts'
import { hueOf } from '../hueOf.ts'
import type { InstancePlace, Layout } from '../layout/layout.ts'
import { arcPath } from './paths.ts'

export interface InstanceShape {
  id: string
  x: number
  y: number
  radius: number
  status: InstanceView['status']
  ring: string
  /** Which of the colours of writers; 1 unless there are several. */
  hue: number
  labels: Label[]
}

const wordSize = 13
/** In a smaller circle, and without words beside it, its name stands in place of its role. */
const smallest = 20

interface Line {
  text: string
  tone: Tone
  isBold?: boolean
}

type Phase = NonNullable<InstanceView['opening']>['phase']

const phases: Record<Phase, readonly [long: string, short: string]> = {
  creating: ['being created', 'created'],
  restarting: ['restarting', 'restarts'],
  scanning: ['asking the copies', 'asking'],
  truncating: ['annulling the tail', 'annulling'],
  recovering: ['opening the volume', 'opening'],
}

/** Commits wait while no write set is within reach, and are on their way otherwise. */
function commitsLine(count: number, canCommit: boolean, words: Box | null): Line {
  const one = count === 1
  const wait = [`${count} ${one ? 'commit waits' : 'commits wait'}`, `${count} wait`]
  const fly = [
    `${count} ${one ? 'commit' : 'commits'} in flight`,
    `${count} in flight`,
    `${count} going`,
  ]
  const choices = canCommit ? fly : wait
  const room = words?.width ?? 0
  const isNarrow = room < 70
  const fitting = choices.find(text => !isNarrow && textWidth(text, wordSize) <= room)
  return { text: fitting ?? choices.at(-1) ?? '', tone: canCommit ? 'muted' : 'wait' }
}

function openLines(instance: InstanceView, canCommit: boolean, words: Box | null): Line[] {
  const cpu: Line = { text: `CPU ${Math.round(instance.cpuPpm / 10_000)} %`, tone: 'muted' }
  const { parkedCommits } = instance
  if (parkedCommits === 0) return [cpu, ...cacheLines(instance)]
  return [cpu, commitsLine(parkedCommits, canCommit, words)]
}

/** A cache that is not full, as after a restart on another host. */
function cacheLines({ cachedPages, bufferPoolPages }: InstanceView): Line[] {
  const percent = Math.round((cachedPages * 100) / bufferPoolPages)
  return percent < 90 ? [{ text: `cache ${percent} %`, tone: 'muted' }] : []
}

/** What outlives the process: a page cache of its own. */
function downLines({ cachedPages }: InstanceView): Line[] {
  const down: Line = { text: 'down', tone: 'bad', isBold: true }
  return cachedPages > 0 ? [down, { text: 'cache kept', tone: 'muted' }] : [down]
}

/** A reader says how far behind it is, and what it does to become the writer. */
function failoverLines({ id, status }: InstanceView, frame: Frame, words: Box | null) {
  const { failover } = frame
  const reader = failover?.readers.find(its => its.id === id)
  if (failover === null || reader === undefined || status === 'down') return null
  const room = words?.width ?? 0
  const firstFitting = (texts: string[]) =>
    texts.find(text => textWidth(text, wordSize, true) <= room)
  const lag = formatTime(reader.lagMicros)
  const behind: Line = { text: firstFitting([`${lag} behind`]) ?? lag, tone: 'muted' }
  const isPromoted = failover.promoted === id && failover.phase !== null
  if (!isPromoted) return [behind]
  const text = firstFitting(['becomes the writer', 'takes over']) ?? 'promoted'
  return [{ text, tone: 'wait' as const, isBold: true }, behind]
}

function statusLines(instance: InstanceView, frame: Frame, words: Box | null): Line[] {
  const { status, opening } = instance
  const takingOver = failoverLines(instance, frame, words)
  if (takingOver !== null) return takingOver
  const canCommit = frame.lights.commits.state === 'on'
  if (status === 'open') return openLines(instance, canCommit, words)
  if (status === 'down' || opening === null) return downLines(instance)
  const [long, short] = phases[opening.phase]
  const isNarrow = words === null || words.width < textWidth(long, wordSize, true)
  return [
    { text: isNarrow ? short : long, tone: 'wait', isBold: true },
    { text: formatTime(frame.at - opening.since), tone: 'muted' },
  ]
}

function roleWord(instance: InstanceView): string {
  return instance.role === 'writer' ? 'Writer' : 'Reader'
}

function wordsBeside(instance: InstanceView, place: InstancePlace, lines: Line[]): Label[] {
  const { words } = place
  if (words === null) return []
  const isLow = words.height < 70
  const size = words.width < 70 ? 10.5 : isLow ? 11.5 : wordSize
  const step = stepOf(size + (isLow ? 3.5 : 5))
  const most = isForWall() ? Math.floor(words.height / step) : lines.length
  const middle = place.centre.y - (isLow ? 4 : 0)
  const shown = lines.slice(0, most)
  const first = middle - ((shown.length - 1) * step) / 2 + size * 0.35
  return shown.map((line, index) =>
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

/** A writer among several goes by its name; what it does is said by `multimaster/writerShapes`. */
function labelsOf(instance: InstanceView, place: InstancePlace, frame: Frame): Label[] {
  const { centre: at, radius, words } = place
  const isOneOfMany = frame.multiMaster !== null
  const isTooWide = isForWall() && textWidth(roleWord(instance), 15, true) > 2 * radius - 8
  const isNameless =
    isTooWide || radius < smallest || (words === null && instance.role === 'reader')
  const role = label({
    id: `${instance.id}-role`,
    text: isOneOfMany || isNameless ? instance.id : roleWord(instance),
    x: at.x,
    y: at.y + dropOf(5) + (isOneOfMany && isForWall() ? 4 : 0),
    size: radius >= 34 ? 15 : radius >= 28 ? 12 : radius >= 11 ? 10.5 : 9,
    anchor: 'middle',
    tone: 'text',
    isBold: true,
  })
  if (isOneOfMany) return [role]
  const name: Line = {
    text: isTooWide ? roleWord(instance) : instance.id,
    tone: 'text',
    isBold: true,
  }
  const lines = [name, ...statusLines(instance, frame, words)]
  return [role, ...wordsBeside(instance, place, lines)]
}

function instanceShape(instance: InstanceView, place: InstancePlace, frame: Frame): InstanceShape {
  const { centre: at, radius } = place
  const cpu = instance.status === 'down' ? 0 : instance.cpuPpm / 1_000_000
  return {
    id: instance.id,
    x: at.x,
    y: at.y,
    radius,
    status: instance.status,
    ring: cpu <= 0.002 ? '' : arcPath(at.x, at.y, radius, cpu),
    hue: hueOf(frame, instance.id),
    labels: labelsOf(instance, place, frame),
  }
}

export function instanceShapes(frame: Frame, layout: Layout): InstanceShape[] {
  const breathing = frame.serverless?.instances ?? []
  return layout.instances.flatMap(place => {
    const instance = frame.instances.find(({ id }) => id === place.id)
    const isBreathing = breathing.some(({ id }) => id === place.id)
    const isAlone = !isBreathing && place.isFolded !== true
    return instance === undefined || !isAlone ? [] : [instanceShape(instance, place, frame)]
  })
}
