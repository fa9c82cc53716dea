/**
 * A stage for a wall. It is laid out as a small one, with the letters that a wall needs, and
 * magnified as far as all of it stays in sight. Words that find no room all the same are left out,
 * by what is drawn, so that every layer of the stage is seen.
 */
import { layOutWithLetters } from '../stage/layOutWithLetters.ts'
import { type Word, wordsThatFit } from './wordsThatFit.ts'

/** The least height of a letter that is read from the last row, in pixels of 1920 × 1080. */
const leastPixels = 28
const mostZoom = 2.4
const leastZoom = 1
const step = 0.1

const wordSelector = 'svg text, .stage-term'

/** New words find their room so often; they are large at once. */
const everyMillis = 200

/** The size it was drawn in: an attribute of SVG, or the style of the place of a term. */
function sizeOf(word: HTMLElement): number {
  const size = word.getAttribute('font-size') ?? word.style.fontSize
  return Number.parseFloat(size) || 0
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
    const wished = stands[place] ? '' : 'hidden'
    if (word.style.visibility !== wished) word.style.visibility = wished
  })
}

/** The style sheet makes all words as large as they must be; those that were larger stay so. */
function enlargeWords(stage: HTMLElement, zoom: number): void {
  const words = [...stage.querySelectorAll<HTMLElement>(wordSelector)]
  const sizes = words.map(sizeOf)
  stage.style.setProperty('--wall-letter', `${leastPixels / zoom}px`)
  words.forEach((word, place) => {
    const own = `${sizes[place] ?? 0}px`
    if (word.style.getPropertyValue('--own') !== own) word.style.setProperty('--own', own)
  })
  showThoseThatFit(words, sizes, stage)
}

function leaveAsDrawn(stage: HTMLElement): void {
  layOutWithLetters(0)
  stage.style.zoom = ''
  stage.style.removeProperty('--wall-letter')
  for (const word of stage.querySelectorAll<HTMLElement>(wordSelector)) {
    word.style.removeProperty('--own')
    word.style.visibility = ''
  }
}

/** Its letters stay as large, so that all of it never needs less than this. */
function smaller(zoom: number, share: number): number {
  const steps = Math.max(1, Math.floor((zoom * (1 - share)) / step))
  return Math.max(leastZoom, Math.round((zoom - steps * step) * 10) / 10)
}

/** Magnifies until told to stop; `refit` starts again with the largest, for another story. */
export function magnify(stage: HTMLElement): { refit: () => void; stop: () => void } {
  let zoom = mostZoom
  let isWaiting = false
  const show = () => {
    layOutWithLetters(leastPixels / zoom)
    stage.style.zoom = zoom.toFixed(2)
    enlargeWords(stage, zoom)
  }
  const shrink = () => {
    isWaiting = false
    const share = stage.clientHeight / stage.scrollHeight
    if (stage.scrollHeight <= stage.clientHeight + 1 || zoom <= leastZoom) return
    zoom = smaller(zoom, share)
    show()
    look()
  }
  /** The stage is laid out anew two pictures after its size changed. */
  const look = () => {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(shrink)))
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      enlargeWords(stage, zoom)
      look()
    }, everyMillis)
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
    clearTimeout(timer)
    leaveAsDrawn(stage)
  }
  return { refit, stop }
}
