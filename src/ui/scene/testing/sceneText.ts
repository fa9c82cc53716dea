/**
 * A picture as text: a line for each shape with its place, its state and its words, so that a
 * change of the picture can be read. Places are whole pixels; of a path its strokes are counted.
 */
import type { Control } from '../control.ts'
import type { Label } from '../label.ts'

type Shape = Record<string, unknown>

/** Said by the lines of words and controls instead. */
const saidElsewhere = new Set(['id', 'labels', 'segment', 'box'])

const isPath = (text: string) => /^M-?[\d.]/.test(text)

function pathText(path: string): string {
  const [, x, y] = /^M(-?[\d.]+)[ ,](-?[\d.]+)/.exec(path) ?? []
  const strokes = path.split('M').length - 1
  return `${strokes}× from ${Math.round(Number(x))},${Math.round(Number(y))}`
}

function placeText({ x, y, width, height }: Shape): string {
  const at = `${Math.round(Number(x))},${Math.round(Number(y))}`
  const size = `${Math.round(Number(width))}×${Math.round(Number(height))}`
  return width === undefined ? at : `${at} ${size}`
}

function isPlace(value: object): value is Shape {
  return 'x' in value && 'y' in value && Object.keys(value).every(key => key.length < 7)
}

function listText(list: readonly unknown[]): string {
  return `[${list.map(valueText).join(' · ')}]`
}

function objectText(value: object): string {
  if (Array.isArray(value)) return listText(value)
  const shape = value as Shape
  if (typeof shape.text === 'string') return shape.text
  return isPlace(value) ? placeText(shape) : `{${fieldsOf(shape).join(', ')}}`
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 100) / 100)
  if (typeof value === 'string') return isPath(value) ? pathText(value) : value
  return typeof value === 'object' && value !== null ? objectText(value) : String(value)
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || value === null || value === false || value === ''
}

function fieldsOf(shape: Shape): string[] {
  return Object.entries(shape)
    .filter(([name, value]) => !saidElsewhere.has(name) && !isNothing(value))
    .map(([name, value]) => (value === true ? name : `${name} ${valueText(value)}`))
}

function shapeLine(kind: string, shape: Shape): string {
  const { id, page, box } = shape
  const name = [kind, id ?? page].filter(part => part !== undefined).join(' ')
  const place = typeof box === 'object' && box !== null ? ` at ${placeText(box as Shape)}` : ''
  return `${name}${place}: ${fieldsOf(shape).join(', ')}`
}

function linesOf(kind: string, part: unknown): string[] {
  if (isNothing(part)) return []
  if (Array.isArray(part)) return part.map(shape => shapeLine(kind, shape as Shape))
  return [shapeLine(kind, part as Shape)]
}

function labelText({ text, x, tone, isBold, term }: Label): string {
  const how = `${tone}${isBold ? ' bold' : ''}${term === null ? '' : `, opens “${term}”`}`
  return `“${text}” ${Math.round(x)} ${how}`
}

/** Words of one height on one line, from the top down and from left to right. */
function rowsOfWords(labels: readonly Label[]): string[] {
  const heights = [...new Set(labels.map(({ y }) => Math.round(y)))].sort((a, b) => a - b)
  return heights.map(height => {
    const row = labels.filter(({ y }) => Math.round(y) === height).sort((a, b) => a.x - b.x)
    return `${height}: ${row.map(labelText).join(' | ')}`
  })
}

function controlLine({ name, description, isPressed }: Control): string {
  return `${name}${isPressed ? ' (pressed)' : ''}: ${description}`
}

export interface PictureParts {
  /** Shapes by what they are. */
  shapes: Record<string, unknown>
  labels: readonly Label[]
  controls: readonly Control[]
  /** What is said to those who do not see the picture. */
  unseen: readonly string[]
}

/** What is the matter with it is told; of links only what is drawn. */
function isTelling({ kind, description }: Control): boolean {
  return kind !== 'link' && description !== ''
}

export function sceneText({ shapes, labels, controls, unseen }: PictureParts): string {
  const drawn = Object.entries(shapes).flatMap(([kind, part]) => linesOf(kind, part))
  const pressable = controls.filter(isTelling).map(controlLine)
  const parts = { Drawn: drawn, Words: rowsOfWords(labels), Pressable: pressable, Said: unseen }
  return Object.entries(parts)
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map(line => `  ${line}`).join('\n')}\n`)
    .join('\n')
}
