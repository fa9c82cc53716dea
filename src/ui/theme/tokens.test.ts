/**
 * Every pair of colours that stands on each other can be told apart, in every theme: words at 4.5
 * to 1 (WCAG AA), with more contrast at 7 to 1 (AAA), marks that carry meaning at 3 to 1.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const pair = /--([\w]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g

type Colours = Record<string, string>

function blockOf(selector: string): string {
  const start = css.indexOf(`${selector} {`)
  return css.slice(start, css.indexOf('\n  }', start))
}

function coloursOf(selector: string, scheme: 2 | 3): Colours {
  const found = [...blockOf(selector).matchAll(pair)]
  return Object.fromEntries(found.map(match => [match[1] ?? '', match[scheme] ?? '']))
}

const more = ':root[data-contrast="more"]'
const usual = { light: coloursOf('\n  :root', 2), dark: coloursOf('\n  :root', 3) }
const themes = [
  { theme: 'light', least: 4.5, colours: usual.light },
  { theme: 'dark', least: 4.5, colours: usual.dark },
  { theme: 'light with more contrast', least: 7, colours: coloursOf(more, 2) },
  { theme: 'dark with more contrast', least: 7, colours: coloursOf(more, 3) },
]

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(from => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a = '', b = ''): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['bg', 'panel', 'raise']
const writers = ['writer1', 'writer2', 'writer3', 'writer4']
const words = ['text', 'muted', 'durable', 'accent', ...writers, 'ok', 'wait', 'bad']
/** What is drawn and not written: the glow; with more contrast also lines and old cells. */
const marks = { usual: ['glow'], more: ['glow', 'line', 'older'] }

function pairsOf(names: string[], over: string[]): [string, string][] {
  return names.flatMap(name => over.map(ground => [name, ground] as [string, string]))
}

function tooFaint(colours: Colours, pairs: [string, string][], least: number): string[] {
  return pairs
    .map(([name, ground]) => ({ name, ground, is: contrast(colours[name], colours[ground]) }))
    .filter(({ is }) => !(is >= least))
    .map(({ name, ground, is }) => `${name} on ${ground}: ${is.toFixed(2)}`)
}

describe.each(themes)('$theme', ({ theme, least, colours }) => {
  test('has a value for every colour of the light theme', () => {
    expect(Object.keys(colours)).toEqual(Object.keys(usual.light))
  })

  test(`writes every word at ${least} to 1 on every ground`, () => {
    expect(tooFaint(colours, pairsOf(words, grounds), least)).toEqual([])
  })

  test('writes the ground on what is filled: a strong button, a full cell', () => {
    const filled = ['text', ...writers, 'durable', 'accent']
    expect(tooFaint(colours, pairsOf(['bg'], filled), 4.5)).toEqual([])
  })

  test('draws every mark at 3 to 1 on every ground', () => {
    const drawn = theme.includes('more') ? marks.more : marks.usual
    expect(tooFaint(colours, pairsOf(drawn, grounds), 3)).toEqual([])
  })

  test('leaves no colour untried', () => {
    const decoration = ['line', 'older']
    const tried = [...grounds, ...words, ...marks.usual, ...decoration].sort()
    expect(Object.keys(colours).sort()).toEqual(tried)
  })
})

test('a registered colour starts as its dark value, for browsers that ask before the layer', () => {
  for (const [name, dark] of Object.entries(usual.dark))
    expect(css).toMatch(new RegExp(`--${name} \\{[^}]*${dark}`))
})
