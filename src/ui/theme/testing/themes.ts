/** The colours of every theme as the tokens have them, and how strongly two stand out. */
const pair = /--([\w]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g

export type Colours = Record<string, string>

function coloursOf(css: string, selector: string, scheme: 2 | 3): Colours {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n  }', start))
  const found = [...block.matchAll(pair)]
  return Object.fromEntries(found.map(match => [match[1] ?? '', match[scheme] ?? '']))
}

const usual = '\n  :root'
const more = ':root[data-contrast="more"]'

/** Of the style sheet of the tokens; `word` is the least contrast of words. */
export function themesOf(css: string) {
  return [
    { theme: 'light', word: 4.5, least: 0, colours: coloursOf(css, usual, 2) },
    { theme: 'dark', word: 4.5, least: 0, colours: coloursOf(css, usual, 3) },
    { theme: 'light with more contrast', word: 7, least: 1, colours: coloursOf(css, more, 2) },
    { theme: 'dark with more contrast', word: 7, least: 1, colours: coloursOf(css, more, 3) },
  ]
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(from => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(a = '', b = ''): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** So much of one colour over another; both as #rrggbb. */
export function mixed(top = '', under = '', share = 1): string {
  const channel = (from: number) => {
    const [a, b] = [top, under].map(colour => Number.parseInt(colour.slice(from, from + 2), 16))
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${[1, 3, 5].map(channel).join('')}`
}
