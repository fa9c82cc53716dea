/**
 * The tank beside a breathing instance: straight from nothing to the maximum, filled to what it
 * has, with the growth allowance attached above that and marks at minimum, need and maximum.
 */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import { type Box, bottom, round } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import { stepOf } from '../letters.ts'
import { needOf } from '../../../words/capacityPhase.ts'
import { levelOf } from './capacityScale.ts'
import { formatAcu } from '../../../words/formatAcu.ts'

export interface TankShape {
  box: Box
  /** What it has now. */
  fill: Box
  /** What it may still grow by at once, above what it has. */
  allowance: Box
  /** A pointer at what it needs, and whether that is more than the maximum. */
  need: string
  isNeedAbove: boolean
  /** A stroke across the tank at its minimum. */
  minimum: string
  labels: Label[]
}

const labelSize = 11

/** Moves words apart from the foot up, and back down where the head is reached. */
export function spread(wanted: number[], low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[b]! - wanted[a]!)
  const placed = [...wanted]
  const labelStep = stepOf(13)
  let limit = low
  for (const index of order) {
    placed[index] = Math.min(placed[index]!, limit)
    limit = placed[index]! - labelStep
  }
  limit = high
  for (const index of order.reverse()) {
    placed[index] = Math.max(placed[index]!, limit)
    limit = placed[index]! + labelStep
  }
  return placed
}

function heightAt(box: Box, level: number): number {
  return round(bottom(box) - box.height * level)
}

function between(box: Box, from: number, to: number): Box {
  const top = heightAt(box, to)
  return { x: box.x, y: top, width: box.width, height: round(heightAt(box, from) - top) }
}

interface TankWord {
  name: string
  value: number
  tone: Label['tone']
}

function tankWords(view: CapacityView): TankWord[] {
  const now: TankWord = { name: 'now', value: view.reported, tone: 'text' }
  const needed: TankWord = { name: 'need', value: needOf(view), tone: 'glow' }
  return [
    { name: 'min', value: view.min, tone: 'muted' },
    ...(view.state === 'active' ? [now, needed] : [now]),
    { name: 'max', value: view.max, tone: 'muted' },
  ]
}

function tankLabels(view: CapacityView, box: Box): Label[] {
  const words = tankWords(view)
  const wanted = words.map(({ value }) => heightAt(box, levelOf(value, view.max)) + 4)
  const heights = spread(wanted, bottom(box) + 2, box.y + 6)
  return words.map(({ name, value, tone }, index) =>
    label({
      id: `${view.id}-tank-${name}`,
      text: `${name} ${formatAcu(value)}`,
      x: box.x + box.width + 11,
      y: round(heights[index]!),
      size: labelSize,
      tone,
    }),
  )
}

/** A triangle that points at the tank; smaller beside a slim one. */
function pointer({ width }: Box): string {
  return width < 10 ? 'l4 -3v6z' : 'l7 -4v8z'
}

export function tankShape(view: CapacityView, box: Box, hasWords: boolean): TankShape {
  const { exact, allowance, max, min } = view
  const now = levelOf(view.state === 'active' ? exact : view.reported, max)
  const grown = view.state === 'active' ? levelOf(exact + allowance, max) : now
  const need = needOf(view)
  const needY = heightAt(box, levelOf(need, max))
  const minY = heightAt(box, levelOf(min, max))
  const right = round(box.x + box.width)
  return {
    box,
    fill: between(box, 0, now),
    allowance: between(box, now, grown),
    need: view.state === 'active' ? `M${right + 1} ${needY}${pointer(box)}` : '',
    isNeedAbove: need > max,
    minimum: `M${round(box.x)} ${minY}H${right}`,
    labels: hasWords ? tankLabels(view, box) : [],
  }
}
