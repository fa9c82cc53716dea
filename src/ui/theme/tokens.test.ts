/**
 * Every pair of colours that stands on each other can be told apart, in every theme: words at 4.5
 * to 1 (WCAG AA), with more contrast at 7 to 1 (AAA), marks that carry meaning at 3 to 1.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Colours, contrast, themesOf } from './testing/themes.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const themes = themesOf(css)
const [light = {}, dark = {}] = themes.map(({ colours }) => colours)

const grounds = ['bg', 'panel', 'raise']
const writers = ['writer1', 'writer2', 'writer3', 'writer4']
const words = ['text', 'muted', 'durable', 'accent', ...writers, 'ok', 'wait', 'bad']
/** What is drawn and not written; with more contrast also lines and old cells. */
const drawnColours = ['glow', 'edge']

function pairsOf(names: string[], over: string[]): [string, string][] {
  return names.flatMap(name => over.map(ground => [name, ground] as [string, string]))
}

function tooFaint(colours: Colours, pairs: [string, string][], least: number): string[] {
  return pairs
    .map(([name, ground]) => ({ name, ground, is: contrast(colours[name], colours[ground]) }))
    .filter(({ is }) => !(is >= least))
    .map(({ name, ground, is }) => `${name} on ${ground}: ${is.toFixed(2)}`)
}

describe.each(themes)('$theme', ({ theme, word, colours }) => {
  test('has a value for every colour of the light theme', () => {
    expect(Object.keys(colours)).toEqual(Object.keys(light))
  })

  test(`writes every word at ${word} to 1 on every ground`, () => {
    expect(tooFaint(colours, pairsOf(words, grounds), word)).toEqual([])
  })

  test('writes the ground on what is filled: a strong button, a full cell', () => {
    const filled = ['text', ...writers, 'durable', 'accent']
    expect(tooFaint(colours, pairsOf(['bg'], filled), 4.5)).toEqual([])
  })

  test('draws every mark at 3 to 1 on every ground', () => {
    const drawn = theme.includes('more') ? [...drawnColours, 'line', 'older'] : drawnColours
    expect(tooFaint(colours, pairsOf(drawn, grounds), 3)).toEqual([])
  })

  test('leaves no colour untried', () => {
    const tried = [...grounds, ...words, ...drawnColours, 'line', 'older'].sort()
    expect(Object.keys(colours).sort()).toEqual(tried)
  })
})

test('a registered colour starts as its dark value, for browsers that ask before the layer', () => {
  for (const [name, colour] of Object.entries(dark))
    expect(css).toMatch(new RegExp(`--${name} \\{[^}]*${colour}`))
})
