/**
 * Every mark that the style sheets of the stage can draw stands out from what it is drawn on, 3 to
 * 1 in every theme. What is fainter is a ground and is named with its reason; what is cut out of a
 * full mark is tried with the tokens.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { grounds } from './testing/grounds.ts'
import { type Colours, contrast, mixed, themes } from './testing/themes.ts'

const stage = new URL('../stage/', import.meta.url)
const sheets = ['stage.css', ...readdirSync(new URL('art/', stage)).map(name => `art/${name}`)]
  .filter(name => name.endsWith('.css') && name !== 'art/veil.css')
  .map(name => readFileSync(new URL(name, stage), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''))

interface Rule {
  selectors: string
  body: Record<string, string>
}

const rules = sheets.flatMap(css =>
  [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']): Rule => {
    const pairs = [...body.matchAll(/([\w-]+):\s*([^;]+);/g)]
    return {
      selectors: selectors.trim().replaceAll(/\s+/g, ' '),
      body: Object.fromEntries(pairs.map(([, name, value]) => [name, value])),
    }
  }),
)

/** A number, or what `max(0.7, var(--least))` comes to. */
function shareOf(text = '1', least: number): number {
  const numbers = text.replace(/var\(--least\)( \* [\d.]+)?/, String(least))
  return Math.max(...[...numbers.matchAll(/[\d.]+/g)].map(([number]) => Number(number)))
}

/** The token of a paint, and how much of it there is. */
function paintOf({ body }: Rule, what: 'fill' | 'stroke', least: number) {
  const [, token = '', percent = '100'] =
    /^(?:color-mix\(in srgb, )?var\(--(\w+)\)(?: (\d+)%)?/.exec(body[what] ?? '') ?? []
  return { token, share: (shareOf(body[`${what}-opacity`], least) * Number(percent)) / 100 }
}

const cutOut = new Set(['', 'bg', 'panel', 'raise'])

/** The weakest it stands out, of fill and stroke the stronger; null for what draws no mark. */
function strengthOf(rule: Rule, colours: Colours, least: number): number | null {
  const paints = [paintOf(rule, 'fill', least), paintOf(rule, 'stroke', least)]
  const drawn = paints.filter(({ token }) => !cutOut.has(token) && token in colours)
  if (drawn.length === 0) return null
  const over = (ground: string) =>
    drawn.map(({ token, share }) =>
      contrast(mixed(colours[token], colours[ground], share), colours[ground]),
    )
  return Math.min(...['bg', 'panel'].map(ground => Math.max(...over(ground))))
}

const namesOfGrounds = Object.keys(grounds).map(name => `.${name}`)

function isGround({ selectors }: Rule): boolean {
  return selectors
    .split(',')
    .every(selector => namesOfGrounds.some(name => selector.trim().endsWith(name)))
}

describe.each(themes)('$theme', ({ least, colours }) => {
  test('draws every mark at 3 to 1', () => {
    const faint = rules
      .filter(rule => !isGround(rule))
      .map(rule => ({ ...rule, is: strengthOf(rule, colours, least) }))
      .filter(({ is }) => is !== null && is < 3)
      .map(({ selectors, is }) => `${selectors}: ${is?.toFixed(2)}`)
    expect(faint).toEqual([])
  })
})

test('every ground is drawn somewhere', () => {
  const all = rules.map(({ selectors }) => selectors).join()
  expect(namesOfGrounds.filter(name => !all.includes(name))).toEqual([])
})

test('a mark as faint as a line is found', () => {
  const line: Rule = { selectors: '.a', body: { stroke: 'var(--line)' } }
  const half: Rule = { selectors: '.b', body: { fill: 'var(--ok)', 'fill-opacity': '0.3' } }
  const colours = themes[0]?.colours as Colours
  expect(strengthOf(line, colours, 0)).toBeLessThan(2)
  expect(strengthOf(half, colours, 0)).toBeLessThan(2)
  expect(strengthOf({ ...half, body: { fill: 'var(--ok)' } }, colours, 0)).toBeGreaterThan(4.5)
})
