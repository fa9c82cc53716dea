/** A sign of the stage with its word: paths in a square of 20, in the stage’s own classes. */
import { messageLooks } from '../../canvas/messageLook.ts'
import { messagePath, openShapes } from '../../canvas/messagePath.ts'
import { shapeText } from './shapeText.ts'

export interface SignPath {
  d: string
  className?: string
  fill?: string
  stroke?: string
  strokeWidth?: number
  strokeDasharray?: string
}

export interface Sign {
  words: string
  /** Classes of the group around the paths. */
  className: string
  paths: SignPath[]
}

export interface SignSet {
  title: string
  signs: Sign[]
}

/** What travels, by its place in the list of looks. */
export function messageSign(look: number, words: string): Sign {
  const { shape, colour } = messageLooks[look] ?? { shape: 'dot', colour: 'muted' }
  const ink = `var(--${colour})`
  const isOpen = openShapes.has(shape)
  const paint = isOpen ? { fill: 'none', stroke: ink, strokeWidth: 2 } : { fill: ink }
  return { words, className: '', paths: [{ d: shapeText(messagePath[shape]), ...paint }] }
}

/** One path for each class, in a group of a class. */
export function drawnSign(words: string, paths: [string, string][], className = ''): Sign {
  return { words, className, paths: paths.map(([name, d]) => ({ d, className: name })) }
}
