/**
 * A stage for a wall. It is laid out as a small one and magnified as far as all of it stays in
 * sight; then its words are made at least as large as a wall needs, and those without room are
 * left out. It works on what is drawn, so that every layer of the stage is seen by it.
 */
import { type Word, wordsThatFit } from './wordsThatFit.ts'

/** The least height of a letter that is read from the last row, in pixels of 1920 × 1080. */
const leastPixels = 28
const mostZoom = 2.4
const leastZoom = 1.1
const step = 0.1

const wordSelector = '.stage-place svg text, .stage-place .stage-term > *'

/** Sizes of words before they were made larger. */
function sizesOf(words: readonly HTMLElement[]): number[] {
  for (const word of words) word.style.fontSize = ''
  return words.map(word => Number.parseFloat(getComputedStyle(word).fontSize))
}

function isBold(word: Element): boolean {
  return word.closest('.is-bold') !== null
}

function showThoseThatFit(words: HTMLElement[], sizes: number[], stage: Element): void {
  const measured = words.map((word, place): Word => {
    const box = word.getBoundingClientRect()
    return { box, weight: (sizes[place] ?? 0) + (isBold(word) ? 2 : 0) }
  })
  const stands = wordsThatFit(measured, stage.getBoundingClientRect())
  words.forEach((word, place) => {
    word.style.visibility = stands[place] ? '' : 'hidden'
  })
}

function enlargeWords(stage: HTMLElement, zoom: number): void {
  const words = [...document.querySelectorAll<HTMLElement>(wordSelector)]
  const sizes = sizesOf(words)
  const least = leastPixels / zoom
  words.forEach((word, place) => {
    word.style.fontSize = `${Math.max(sizes[place] ?? 0, least)}px`
  })
  showThoseThatFit(words, sizes, stage)
}

function leaveAsDrawn(stage: HTMLElement): void {
  stage.style.zoom = ''
  for (const word of stage.querySelectorAll<HTMLElement>(wordSelector)) {
    word.style.fontSize = ''
    word.style.visibility = ''
  }
}

/** Magnifies until told to stop; `refit` starts again with the largest, for another story. */
export function magnify(stage: HTMLElement): { refit: () => void; stop: () => void } {
  let zoom = mostZoom
  let isWaiting = false
  const show = () => {
    stage.style.zoom = zoom.toFixed(2)
    enlargeWords(stage, zoom)
  }
  const shrink = () => {
    isWaiting = false
    if (stage.scrollHeight <= stage.clientHeight + 1 || zoom <= leastZoom) return
    zoom -= step
    show()
    look()
  }
  /** The stage is laid out anew two pictures after its size changed. */
  const look = () => {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(shrink)))
  }
  const observer = new MutationObserver(() => {
    enlargeWords(stage, zoom)
    look()
  })
  const attributeFilter = ['x', 'y', 'font-size', 'class']
  observer.observe(stage, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter,
  })
  const refit = () => {
    zoom = mostZoom
    show()
    look()
  }
  refit()
  const stop = () => {
    observer.disconnect()
    leaveAsDrawn(stage)
  }
  return { refit, stop }
}
