/**
 * How strongly every mark and word of the drawn stage stands out from what lies under it, by the
 * colours that the browser has worked out: painted layer by layer at points of each shape.
 */
import type { Page } from '@playwright/test'
import { grounds } from './grounds.ts'

/** Red, green and blue up to 255, and how much of it there is, up to 1. */
type Colour = readonly [number, number, number, number]

/** Of a hatching also its lines. */
interface Paint {
  colour: Colour
  lines: Colour | null
}

interface Shape {
  element: SVGGeometryElement
  name: string
  kin: string
  fill: Paint
  stroke: Paint
  toLocal: DOMMatrix
  box: DOMRect
}

interface Drawn {
  ground: Colour
  shapes: Shape[]
}

interface Standing {
  name: string
  strength: number
}

/** Of `rgb(…)`, `rgba(…)` and `color(srgb …)`. */
function colourOf(text: string): Colour {
  const numbers = [...text.matchAll(/[\d.]+(?:e-\d+)?/g)].map(([number]) => Number(number))
  const [r = 0, g = 0, b = 0, a = 1] = numbers
  if (text === 'none' || text === '') return [0, 0, 0, 0]
  return text.startsWith('color(') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a]
}

function faded([r, g, b, a]: Colour, by: number): Colour {
  return [r, g, b, a * by]
}

function laidOver([r, g, b, a]: Colour, under: Colour): Colour {
  const mix = (top: number, low: number) => top * a + low * (1 - a)
  return [mix(r, under[0]), mix(g, under[1]), mix(b, under[2]), 1]
}

function luminanceOf([r, g, b]: Colour): number {
  const share = (value: number) =>
    value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * share(r) + 0.7152 * share(g) + 0.0722 * share(b)
}

/** Of a colour laid over another to that other. */
function ratioOver(colour: Colour, under: Colour): number {
  const [one, other] = [luminanceOf(laidOver(colour, under)), luminanceOf(under)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function patternOf(id: string): Paint {
  const pattern = document.getElementById(id)
  const [ground, line] = [pattern?.querySelector('rect'), pattern?.querySelector('path')]
  const [full, thin] = [ground, line].map(it => (it ? getComputedStyle(it) : null))
  return {
    colour: full ? faded(colourOf(full.fill), Number(full.fillOpacity)) : [0, 0, 0, 0],
    lines: thin ? faded(colourOf(thin.stroke), Number(thin.strokeOpacity)) : null,
  }
}

function paintOf(text: string, opacity: number): Paint {
  const id = /url\("?#([^")]+)/.exec(text)?.[1]
  const { colour, lines } =
    id === undefined ? { colour: colourOf(text), lines: null } : patternOf(id)
  return { colour: faded(colour, opacity), lines: lines === null ? null : faded(lines, opacity) }
}

function opacityOf(element: Element): number {
  let product = 1
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    product *= Number(getComputedStyle(at).opacity)
  return product
}

function groundOf(element: Element): Colour {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const colour = colourOf(getComputedStyle(at).backgroundColor)
    if (colour[3] > 0.99) return colour
  }
  return [255, 255, 255, 1]
}

function nameOf(element: Element): string {
  const name = (at: Element | null) => at?.getAttribute('class') ?? at?.tagName ?? ''
  return `${name(element.parentElement)} > ${name(element)}`
}

/** Links cross each other, and rows of a page lie on one square: these are no ground. */
function kinOf(element: Element): string {
  if (element.closest('.stage-link') !== null) return 'stage-link'
  return nameOf(element).replaceAll(/ ?hue-\d/g, '')
}

function shapeOf(element: SVGGeometryElement): Shape {
  const style = getComputedStyle(element)
  const whole = opacityOf(element)
  const stroke = Number.parseFloat(style.strokeWidth) > 0 ? style.stroke : 'none'
  return {
    element,
    name: nameOf(element),
    kin: kinOf(element),
    fill: paintOf(style.fill, whole * Number(style.fillOpacity)),
    stroke: paintOf(stroke, whole * Number(style.strokeOpacity)),
    toLocal: element.getScreenCTM()?.inverse() ?? new DOMMatrix(),
    box: element.getBoundingClientRect(),
  }
}

function isPainted({ fill, stroke }: Shape): boolean {
  return fill.colour[3] + (fill.lines?.[3] ?? 0) + stroke.colour[3] > 0
}

/** A stroke reaches so far beyond the box of its shape. */
function isAround({ box }: Shape, { x, y }: DOMPoint): boolean {
  const across = x >= box.left - 6 && x <= box.right + 6
  return across && y >= box.top - 6 && y <= box.bottom + 6
}

/** What is painted at a point of the screen by the first shapes, those of a kin left out. */
function underAt({ ground, shapes }: Drawn, count: number, point: DOMPoint, kin: string): Colour {
  let colour = ground
  for (const shape of shapes.slice(0, count)) {
    if (shape.kin === kin || !isAround(shape, point)) continue
    const { element, fill, stroke, toLocal } = shape
    const local = point.matrixTransform(toLocal)
    if (fill.colour[3] > 0 && element.isPointInFill(local)) colour = laidOver(fill.colour, colour)
    if (stroke.colour[3] > 0 && element.isPointInStroke(local))
      colour = laidOver(stroke.colour, colour)
  }
  return colour
}

/** Points near the edge of the stroke, since its middle may lie on a thinner line. */
function pointsAlong({ element, toLocal }: Shape): DOMPoint[] {
  const length = element.getTotalLength()
  const toScreen = toLocal.inverse()
  const beside = Number.parseFloat(getComputedStyle(element).strokeWidth) * 0.36
  return [0.08, 0.22, 0.36, 0.5, 0.64, 0.78, 0.92].map(share => {
    const [here, next] = [share, share + 0.004].map(at => element.getPointAtLength(at * length))
    const { x = 0, y = 0 } = here ?? {}
    const turn = Math.atan2((next?.y ?? 0) - y, (next?.x ?? 0) - x) + Math.PI / 2
    const spot = new DOMPoint(x + beside * Math.cos(turn), y + beside * Math.sin(turn))
    return spot.matrixTransform(toScreen)
  })
}

function pointsInside({ element, toLocal, box }: Shape, along: DOMPoint[]): DOMPoint[] {
  const spots = along.flatMap(({ x, y }) =>
    [-2, 2].flatMap(dx => [-2, 2].map(dy => new DOMPoint(x + dx, y + dy))),
  )
  const middle = new DOMPoint(box.left + box.width / 2, box.top + box.height / 2)
  const isInside = (point: DOMPoint) => element.isPointInFill(point.matrixTransform(toLocal))
  return [middle, ...spots].filter(isInside).slice(0, 5)
}

function medianOf(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Of fill, lines and stroke the strongest; null when nothing of it is seen. */
function strengthOf(drawn: Drawn, place: number): number | null {
  const shape = drawn.shapes[place] as Shape
  if (shape.box.width + shape.box.height < 1) return null
  const along = pointsAlong(shape)
  const { fill, stroke, kin } = shape
  const shown = (points: DOMPoint[], colour: Colour | null) => {
    if (points.length === 0 || colour === null || colour[3] === 0) return []
    return [medianOf(points.map(at => ratioOver(colour, underAt(drawn, place, at, kin))))]
  }
  const inside = pointsInside(shape, along)
  const found = [fill.colour, fill.lines].flatMap(colour => shown(inside, colour))
  const strengths = [...found, ...shown(along, stroke.colour)]
  return strengths.length === 0 ? null : Math.max(...strengths)
}

/** The weakest of its beginning, its middle and its end. */
function strengthOfWord(drawn: Drawn, word: Element): number {
  const style = getComputedStyle(word)
  const isDrawn = word instanceof SVGElement
  const ink = faded(colourOf(isDrawn ? style.fill : style.color), opacityOf(word))
  const { left, top, width, height } = word.getBoundingClientRect()
  const isBefore = ({ element }: Shape) =>
    !isDrawn || (element.compareDocumentPosition(word) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const count = drawn.shapes.filter(isBefore).length
  const at = (share: number) => new DOMPoint(left + share * width, top + height / 2)
  const strengths = [0.15, 0.5, 0.85].map(share =>
    ratioOver(ink, underAt(drawn, count, at(share), '')),
  )
  return Math.min(...strengths)
}

function contrasts(): { marks: Standing[]; words: Standing[] } {
  const stage = document.querySelector('.stage-place') as HTMLElement
  const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
  const found = stage.querySelectorAll<SVGGeometryElement>(
    'svg :is(path, rect, circle):not(defs *)',
  )
  const shapes = [...found].filter(isSeen).map(shapeOf).filter(isPainted)
  const drawn = { ground: groundOf(stage), shapes }
  const marks = shapes.flatMap(({ name }, place) => {
    const strength = strengthOf(drawn, place)
    return strength === null ? [] : [{ name, strength }]
  })
  const words = [...stage.querySelectorAll('svg text, .stage-term')]
    .filter(word => isSeen(word) && word.textContent !== '')
    .map(word => ({ name: `"${word.textContent}"`, strength: strengthOfWord(drawn, word) }))
  return { marks, words }
}

/** What runs in the page; each knows the others by name. */
const parts = [
  ...[colourOf, faded, laidOver, luminanceOf, ratioOver, patternOf, paintOf, opacityOf, groundOf],
  ...[nameOf, kinOf, shapeOf, isPainted, isAround, underAt, pointsAlong, pointsInside, medianOf],
  ...[strengthOf, strengthOfWord, contrasts],
]

/** A class of shapes that is drawn faintly on purpose; a key names the shape, or its group too. */
function isGround(name: string): boolean {
  const [group = '', own = ''] = name.split(' > ')
  return Object.keys(grounds).some(key => {
    const [first = '', second] = key.split(' > ')
    if (second !== undefined) return group.split(' ').includes(first) && own === second
    return first.split('.').every(part => own.split(' ').includes(part))
  })
}

/** What of the stage is fainter than it should be: each class of marks once, and each word. */
export async function faint(page: Page): Promise<string[]> {
  const script = `(() => { ${parts.join('\n')}\n return contrasts() })()`
  const { marks, words }: ReturnType<typeof contrasts> = await page.evaluate(script)
  const weakest = new Map<string, number>()
  for (const { name, strength } of marks)
    weakest.set(name, Math.min(strength, weakest.get(name) ?? strength))
  const faintMarks = [...weakest].filter(([name, its]) => its < 3 && !isGround(name))
  const faintWords = words.filter(({ strength }) => strength < 4.5)
  return [
    ...faintMarks.map(([name, its]) => `${name}: ${its.toFixed(2)}`),
    ...faintWords.map(({ name, strength }) => `${name}: ${strength.toFixed(2)}`),
  ]
}
