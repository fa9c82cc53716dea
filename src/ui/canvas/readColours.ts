/** The colours of the theme, read from the page once for each change of theme. */
import { type ColourName, colourNames } from './messageLook.ts'

export type Colours = Record<ColourName | 'bg', string>

export function readColours(element: Element): Colours {
  const style = getComputedStyle(element)
  const names = [...colourNames, 'bg'] as const
  const pairs = names.map(name => [name, style.getPropertyValue(`--${name}`).trim()] as const)
  return Object.fromEntries(pairs) as Colours
}
