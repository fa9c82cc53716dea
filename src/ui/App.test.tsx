/** The page before any engine: the same as the static shell, so that nothing jumps. */
import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { App } from './App.tsx'

const shell = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')
const page = renderToStaticMarkup(<App />)

function textOf(html: string, pattern: RegExp): string {
  return (pattern.exec(html)?.[1] ?? '').replace(/\s+/g, ' ').trim()
}

const sameParts: [string, RegExp][] = [
  ['question', /<h1[^>]*>([\s\S]*?)<\/h1>/],
  ['caption', /<p class="caption">([\s\S]*?)<\/p>/],
  ['mark of honesty', /<span class="honest">([\s\S]*?)<\/span>/],
  ['name', /<strong>([\s\S]*?)<\/strong>/],
]

test.each(sameParts)('the %s of the page is the one of the static shell', (_, pattern) => {
  expect(textOf(page, pattern)).not.toBe('')
  expect(textOf(page, pattern)).toBe(textOf(shell, pattern))
})

test('both begin with the writer and three zones of two copies', () => {
  for (const html of [shell, page]) {
    expect(html.match(/Zone/g)).toHaveLength(3)
    expect(html.match(/<i>/g)).toHaveLength(6)
    expect(html).toContain('waiting-writer')
  }
})

test('until there is an engine nothing can be pressed that needs one', () => {
  const names = ['Back to the opening instant', 'Step', 'Speed']
  for (const name of names) {
    const [control] = page.match(new RegExp(`<[^>]*aria-label="${name}"[^>]*>`)) ?? ['']
    expect(control, name).toContain('disabled=""')
  }
  expect(page).toContain('simulation, not AWS')
})

test('the static shell needs no script to be read, and sets the theme before it is painted', () => {
  const beforeStyles = shell.slice(0, shell.indexOf('rel="stylesheet"'))
  expect(beforeStyles).toContain('dataset.theme = theme')
  expect(shell).toContain('<noscript>')
})
