/**
 * What can be seen of the words of a page: which overlap, which are cut, how small they are.
 * Measured in the browser, so that fonts and styles count.
 */
import type { Page } from '@playwright/test'

interface SeenWord {
  text: string
  box: { left: number; top: number; right: number; bottom: number }
  /** The place of its element among all, so that the lines of one text are known as such. */
  owner: number
  /** Cut by what hides its overflow, or scrolled out of sight. */
  clip: 'whole' | 'cut' | 'scrolled'
  /** The size of its letters in pixels of the screen. */
  pixels: number
}

/** Runs in the page: it may use nothing from outside. */
function seenWords(place: string): SeenWord[] {
  const isSeen = (element: Element): boolean => {
    if (element.closest('.unseen, .stage-unseen, .skip, option') !== null) return false
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    for (let each: Element | null = element; each !== null; each = each.parentElement)
      if (getComputedStyle(each).clipPath !== 'none') return false
    return true
  }
  const clipOf = (element: Element, box: DOMRect): SeenWord['clip'] => {
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(each)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const { left, top, right, bottom } = each.getBoundingClientRect()
      const isAcross = box.left < left - 2 || box.right > right + 2
      if (!isAcross && box.top >= top - 2 && box.bottom <= bottom + 2) continue
      const isMeant = /auto|scroll/.test(`${overflowX} ${overflowY}`) || textOverflow === 'ellipsis'
      return isMeant ? 'scrolled' : 'cut'
    }
    return box.left < -1 || box.right > innerWidth + 1 ? 'cut' : 'whole'
  }
  const found: SeenWord[] = []
  const root = document.querySelector(place) ?? document.body
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let owner = 0, node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (element === null || text === '' || !isSeen(element)) continue
    owner += 1
    const range = document.createRange()
    range.selectNodeContents(node)
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const pixels = size * (element.currentCSSZoom ?? 1)
    for (const rect of range.getClientRects()) {
      if (rect.width <= 1 || rect.height <= 1) continue
      const { left, top, right, bottom } = rect
      const box = { left, top, right, bottom }
      found.push({ text, box, owner, clip: clipOf(element, rect), pixels })
    }
  }
  return found
}

/** A word may reach into another's line gap. */
function meet({ box: a }: SeenWord, { box: b }: SeenWord): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return across > 2 && down > 0.3 * Math.min(a.bottom - a.top, b.bottom - b.top)
}

function overlaps(words: SeenWord[]): string[] {
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter(other => other.owner !== one.owner && meet(one, other))
      .map(other => `"${one.text}" overlaps "${other.text}"`),
  )
}

/** Each fault once, as a sentence; `place`: only of what lies over all else. */
export async function faultsOfWords(page: Page, place = 'body'): Promise<string[]> {
  const all = await page.evaluate(seenWords, place)
  const cut = all.filter(({ clip }) => clip === 'cut').map(({ text }) => `"${text}" is cut`)
  return [...new Set([...cut, ...overlaps(all.filter(({ clip }) => clip === 'whole'))])]
}

/** Words written in letters smaller than this, in pixels of the screen. */
export async function smallerThan(page: Page, pixels: number): Promise<string[]> {
  const all = await page.evaluate(seenWords, 'body')
  return all
    .filter(word => word.pixels < pixels - 0.05)
    .map(word => `"${word.text}": ${word.pixels.toFixed(1)}`)
}

/** What a finger needs, in pixels; a browser may report a hair less. */
export const finger = 43.9

/** The buttons of the stage that are smaller than a finger; links are pressed along their way. */
export async function tooSmallForFingers(page: Page): Promise<string[]> {
  const found = page.locator('#stage .stage-control:not(.is-link)')
  return found.evaluateAll(
    (controls, least) =>
      controls
        .map(control => {
          const { width, height } = control.getBoundingClientRect()
          return { name: control.getAttribute('aria-label'), width, height }
        })
        .filter(({ width, height }) => Math.min(width, height) < least)
        .map(({ name, width, height }) => `${name}: ${width} × ${height}`),
    finger,
  )
}
