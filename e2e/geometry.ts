/**
 * What can be seen of the words of a page: which overlap, which are cut. Measured in the browser,
 * so that fonts and styles count; a word may reach into another's line gap.
 */
import type { Page } from '@playwright/test'

export interface WordFault {
  word: string
  fault: string
}

/** Runs in the page: it may use nothing from outside. */
function wordFaults(): WordFault[] {
  interface Seen {
    text: string
    box: DOMRect
    element: Element
  }

  function isSeen(element: Element): boolean {
    const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (!isShown || element.closest('.unseen, .stage-unseen, .skip, option') !== null) return false
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      if (getComputedStyle(each).clipPath !== 'none') return false
    }
    return true
  }

  function textsIn(root: Element): Seen[] {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found: Seen[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (element === null || text === '' || !isSeen(element)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) found.push({ text, box, element })
      }
    }
    return found
  }

  /** Outside of what scrolls a word is not seen; elsewhere it is cut. */
  function clipOf({ box, element }: Seen): 'whole' | 'cut' | 'scrolled' {
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(each)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const edge = each.getBoundingClientRect()
      const isBeyond =
        box.left < edge.left - 2 || box.right > edge.right + 2 || box.bottom > edge.bottom + 2
      if (!isBeyond && box.top >= edge.top - 2) continue
      if (textOverflow === 'ellipsis') return 'scrolled'
      const scrolls = /auto|scroll/.test(`${overflowX} ${overflowY}`)
      return scrolls ? 'scrolled' : 'cut'
    }
    return box.left < -1 || box.right > innerWidth + 1 ? 'cut' : 'whole'
  }

  function meet(a: DOMRect, b: DOMRect): boolean {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return across > 2 && down > 0.3 * Math.min(a.height, b.height)
  }

  const all = textsIn(document.body).map(seen => ({ ...seen, clip: clipOf(seen) }))
  const cut = all.filter(({ clip }) => clip === 'cut')
  const words = all.filter(({ clip }) => clip === 'whole')
  const over = words.flatMap((one, index) =>
    words.slice(index + 1).flatMap(other => {
      const isOne = one.element === other.element
      return !isOne && meet(one.box, other.box) ? [[one.text, other.text] as const] : []
    }),
  )
  return [
    ...cut.map(({ text }) => ({ word: text, fault: 'is cut' })),
    ...over.map(([word, other]) => ({ word, fault: `overlaps "${other}"` })),
  ]
}

/** Each fault once, as a sentence. */
export async function faultsOfWords(page: Page): Promise<string[]> {
  const found = await page.evaluate(wordFaults)
  return [...new Set(found.map(({ word, fault }) => `"${word}" ${fault}`))]
}

/** The smallest letters that can be seen, in pixels of the screen, with the word they write. */
export async function smallestLetters(page: Page): Promise<{ pixels: number; word: string }> {
  return page.evaluate(() => {
    let least = { pixels: Number.POSITIVE_INFINITY, word: '' }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const word = node.textContent?.trim() ?? ''
      if (element === null || word === '') continue
      const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      if (!isShown || element.closest('.unseen, .stage-unseen, .skip, h2.unseen') !== null) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      const pixels = size * (element.currentCSSZoom ?? 1)
      if (pixels > 0 && pixels < least.pixels) least = { pixels, word }
    }
    return least
  })
}
