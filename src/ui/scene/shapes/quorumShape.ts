/** The quorum of the large group beside its columns: pips, "4 of 6" and what that allows. */
import type { GroupView } from '../../../engine/contract/frame.ts'
import { bottom } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import { leastLetter, letterOf, stepOf } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'
import { neededOf, type PipShape, pipShapes, reachableCount } from './pipShapes.ts'

export interface QuorumShape {
  pips: PipShape[]
  /** On a narrow stage: the sign of the bracket beside its word. */
  sign: string
  labels: Label[]
  words: string
}

type Drawn = Omit<QuorumShape, 'words'>
type Verdict = Pick<Label, 'text' | 'tone'>

function writeVerdict({ writeQuorum }: GroupView): Verdict {
  const needed = neededOf(writeQuorum)
  const need = needed === null ? 'write quorum' : `${needed} needed`
  if (writeQuorum.isMet) return { text: `✓ ${need}`, tone: 'ok' }
  return { text: `✕ ${need}`, tone: 'bad' }
}

function readVerdict({ readQuorum }: GroupView): Verdict {
  const text = `${neededOf(readQuorum) ?? ''} to recover`
  if (readQuorum.isMet) return { text: `✓ ${text}`, tone: 'muted' }
  return { text: `✕ ${text}`, tone: 'bad' }
}

function countWords(group: GroupView): string {
  return `${reachableCount(group.writeQuorum)} of ${group.segments.length}`
}

/** More than six take the room of six. */
function radiusOf({ segments }: GroupView): number {
  return Math.min(7, 42 / segments.length)
}

function nameOfVolume(lane: number): string {
  const [long, short] = ['One shared volume', 'Shared volume'] as const
  return textWidth(long, 13) <= lane - 8 ? long : short
}

function besideColumns(group: GroupView, layout: Layout, isUnfolded: boolean): Drawn {
  const { left, foot } = layout
  if (left === null) return { pips: [], sign: '', labels: [] }
  const line = (id: string, y: number, rest: Partial<Label> & { text: string }) =>
    label({ id, x: left.x + 8, y: left.y + y, ...rest })
  const top = Math.max(-2, 0.85 * leastLetter() - 14)
  const signs = top + Math.max(18, 0.35 * leastLetter() + 9)
  const count = signs + 10 + letterOf(22)
  const verdict = count + stepOf(20)
  const labels = [
    line('volume', top, { text: nameOfVolume(left.width), term: 'volume' }),
    line('count', count, { text: countWords(group), size: 22, isBold: true, tone: 'text' }),
    line('quorum', verdict, { isBold: true, term: 'write quorum', ...writeVerdict(group) }),
  ]
  const last = verdict + 2 * stepOf(19)
  const isInside = left.y + last < bottom(foot) - 4
  const hasName = isInside && (layout.groups.length > 0 || isUnfolded)
  const name = line('group', last, { text: `group ${group.id}`, term: 'protection group' })
  const read = line('read', verdict + stepOf(19), { term: 'read quorum', ...readVerdict(group) })
  return {
    pips: pipShapes(group, left.x + 8, left.y + signs, radiusOf(group)),
    sign: '',
    labels: [...labels, ...(isUnfolded ? [read] : []), ...(hasName ? [name] : [])],
  }
}

/** On a narrow stage the quorum stands below the lights; the key is under the columns. */
function belowLights(group: GroupView, layout: Layout, isUnfolded: boolean): Drawn {
  const { key, lights } = layout
  const [light] = lights
  if (key === null || light === undefined) return { pips: [], sign: '', labels: [] }
  const line = (id: string, x: number, y: number, rest: Partial<Label> & { text: string }) =>
    label({ id, x, y, ...rest })
  const top = bottom(light)
  const isOneLog = layout.multiMaster === null
  const mark = isUnfolded ? `PGCL ${group.pgcl}` : 'safe up to here'
  const term = isUnfolded ? 'PGCL' : 'safe up to here'
  const safe = { tone: 'durable', isBold: true, term } as const
  const labels = [
    line('count', 150, top + 15, { text: countWords(group), size: 15, isBold: true, tone: 'text' }),
    line('quorum', 230, top + 15, { isBold: true, term: 'write quorum', ...writeVerdict(group) }),
    ...(isOneLog ? [line('pgcl', 44, key.y + 26, { text: mark, ...safe })] : []),
  ]
  const sign = isOneLog ? `M14 ${key.y + 28}v-7h20v7` : ''
  return { pips: pipShapes(group, 14, top + 10, radiusOf(group)), sign, labels }
}

/** As a screen reader says it. */
function quorumWords(group: GroupView): string {
  const isMet = group.writeQuorum.isMet ? 'met' : 'not met'
  return `Write quorum of ${group.id}: ${countWords(group)} copies within reach, ${isMet}`
}

export function quorumShape(group: GroupView, layout: Layout, isUnfolded: boolean): QuorumShape {
  const place = layout.isNarrow ? belowLights : besideColumns
  return { ...place(group, layout, isUnfolded), words: quorumWords(group) }
}
