/**
 * Every mark that the style sheets of the stage can draw stands out from what it is drawn on, 3 to
 * 1 in every theme. What is fainter is a ground and is named with its reason; what is cut out of a
 * full mark is tried with the tokens.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { grounds } from '../../../e2e/grounds.ts'
import { type Colours, contrast, mixed, themesOf } from './testing/themes.ts'

const themes = themesOf(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'))

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

/** `var(--a)`, or so much of it and the rest of another: `color-mix(in srgb, var(--a) 72%, …)`. */
const paintText = /var\(--(\w+)\)(?: (\d+)%, var\(--(\w+)\))?/

const cutOut = new Set(['', 'bg', 'panel', 'raise'])

/** The colour of a fill or a stroke over a ground; null for what is cut out of a mark, or none. */
function paintOver(rule: Rule, what: 'fill' | 'stroke', look: Look): string | null {
  const { colours, least, ground } = look
  const [, token = '', percent = '100', rest] = paintText.exec(rule.body[what] ?? '') ?? []
  if (cutOut.has(token) || !(token in colours)) return null
  const ink = mixed(colours[token], colours[rest ?? token], Number(percent) / 100)
  return mixed(ink, colours[ground], shareOf(rule.body[`${what}-opacity`], least))
}

interface Look {
  colours: Colours
  least: number
  ground: 'bg' | 'panel'
}

/** The weakest it stands out, of fill and stroke the stronger; null for what draws no mark. */
function strengthOf(rule: Rule, colours: Colours, least: number): number | null {
  const over = (ground: Look['ground']) =>
    (['fill', 'stroke'] as const)
      .map(what => paintOver(rule, what, { colours, least, ground }))
      .filter(paint => paint !== null)
      .map(paint => contrast(paint, colours[ground]))
  const strengths = [over('bg'), over('panel')].map(found => Math.max(...found))
  return Number.isFinite(strengths[0]) ? Math.min(...strengths) : null
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
