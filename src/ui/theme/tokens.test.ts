/** Words are readable in both schemes: WCAG AA, 4.5 to 1, on every ground they stand on. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const pairs = [...css.matchAll(/--([\w]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
const schemes = [1, 2].map(scheme =>
  Object.fromEntries(pairs.map(([, name, light, dark]) => [name, scheme === 1 ? light : dark])),
)

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

const words = [
  'text',
  'muted',
  'durable',
  'writer1',
  'writer2',
  'writer3',
  'writer4',
  'ok',
  'wait',
  'bad',
]
const grounds = ['bg', 'panel', 'raise']
const cases = words.flatMap(word => grounds.map(ground => ({ word, ground })))

test.each(cases)('$word is readable on $ground, light and dark', ({ word, ground }) => {
  for (const scheme of schemes) {
    expect(contrast(scheme[word], scheme[ground])).toBeGreaterThanOrEqual(4.5)
  }
})

test.each(grounds)('the glow is seen on %s, light and dark', ground => {
  for (const scheme of schemes)
    expect(contrast(scheme.glow, scheme[ground])).toBeGreaterThanOrEqual(3)
})

test('a registered colour starts as its dark value, for browsers that ask before the layer', () => {
  for (const [, name, , dark] of pairs) expect(css).toMatch(new RegExp(`--${name} \\{[^}]*${dark}`))
})
