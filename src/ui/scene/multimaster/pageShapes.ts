/**
 * The map of pages: each page with its rows, its version in storage, which copies hold that, and
 * the version in every writer's memory, tinted by how long storage has had a newer one.
 */
import type {
  MultiMasterView,
  PageView,
  ProposalView,
} from '../../../engine/contract/multiMasterView.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import { type Box, round } from '../geometry.ts'
import { hueOf } from '../hueOf.ts'
import type { Label } from '../label.ts'
import { isForWall, leastLetter } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'
import {
  cacheColumns,
  pageCardHeight,
  pageInside,
  pageRows,
  pageTitleHeight,
} from '../layout/mechanismBands.ts'
import { rectanglePath } from '../shapes/paths.ts'
import { cacheBox } from './cacheBox.ts'
import { ageWords, cardPad, pageLabels } from './pageLabels.ts'
import { isFenced, pageWishes } from './pageWishes.ts'

export interface CacheShape {
  id: string
  hue: number
  box: Box
  dot: string
  /** 0 is current, 1 is a tenth of a second old and more. */
  age: number
  isAbsent: boolean
}

export interface PageShape {
  page: number
  kind: PageView['kind']
  box: Box
  isContested: boolean
  isFenced: boolean
  /** The rows, and of those the ones that open transactions own, with the owner's colour. */
  rows: string
  owned: { path: string; hue: number }[]
  /** Rows that changes in the contest want, with the colour of who wants them. */
  wanted: { path: string; hue: number }[]
  /** Rows committed a moment ago, with the colour of who did, and a mark on each. */
  committed: { path: string; mark: string; hue: number }[]
  /** Over the rows while its table may only be read. */
  veil: Box
  /** The copies that hold the newest version, an older one, or a change in flight. */
  newest: string
  older: string
  inFlight: string
  caches: CacheShape[]
  words: string
  labels: Label[]
}

const gap = 8
/** Two caches on a line need more, or the age of an old one has no room. */
const leastWidths = [132, 160]
const mostWidth = 172
const oldMicros = 100_000

export function pagesPerRow({ width }: Box, writers: number): number {
  const leastWidth = Math.max(
    leastWidths[cacheColumns(writers) - 1] ?? 132,
    (cacheColumns(writers) > 1 ? 9 : 7.5) * leastLetter(),
  )
  return Math.max(1, Math.floor((width - 16 + gap) / (leastWidth + gap)))
}

/** Those in a contest or with owned rows stay when there is no room for all. */
function shownPages(view: MultiMasterView, most: number): PageView[] {
  if (view.pages.length <= most) return view.pages
  const contested = new Set(view.proposals.map(({ page }) => page))
  const rank = ({ page, owned }: PageView) =>
    (contested.has(page) ? 2 : 0) + (owned.length > 0 ? 1 : 0)
  const kept = new Set([...view.pages].sort((a, b) => rank(b) - rank(a)).slice(0, most))
  return view.pages.filter(page => kept.has(page))
}

function cardBox(pages: Box, index: number, inRow: number, height: number): Box {
  const width = Math.min(
    Math.max(mostWidth, 10 * leastLetter()),
    (pages.width - 16 - gap * (inRow - 1)) / inRow,
  )
  const left = (pages.width - inRow * width - gap * (inRow - 1)) / 2
  return {
    x: round(left + (index % inRow) * (width + gap)),
    y: round(pages.y + pageTitleHeight() + Math.floor(index / inRow) * (height + 6)),
    width: round(width),
    height,
  }
}

const mostRows = 16

/** So many rows of the page in each square. */
function squaresOf({ rows: [first, last] }: PageView) {
  const count = Math.max(1, last - first + 1)
  const squares = Math.min(mostRows, count)
  return { squares, squareOf: (row: number) => Math.floor(((row - first) / count) * squares) }
}

/** On a wall the copies stand at the end of the line of rows. */
const copiesWidth = 62

function rowBox(box: Box, index: number, squares: number): Box {
  const room = box.width - 2 * cardPad - (isForWall() ? copiesWidth : 0)
  const width = room / squares
  return {
    x: box.x + cardPad + index * width,
    y: box.y + pageInside().rows,
    width: width - 1.5,
    height: 7,
  }
}

/** As on a committed record in a lane. */
function markPath({ x, y, width, height }: Box): string {
  const r = round(Math.min(2, width / 4))
  const start = `M${round(x + width / 2 - r)} ${y + height / 2}`
  return `${start}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}

type Rows = Pick<PageShape, 'rows' | 'owned' | 'wanted' | 'committed'>

/** Rows stand on pages of their table; where they are in an index nobody says. */
function wishesOfRows(frame: Frame, page: PageView): ProposalView[] {
  return page.kind === 'table' ? pageWishes(frame, page) : []
}

function rowsOf(frame: Frame, page: PageView, box: Box): Rows {
  const { squares, squareOf } = squaresOf(page)
  const path = (index: number) => rectanglePath(rowBox(box, index, squares), 1.5)
  const at = (row: number) => Math.min(squares - 1, Math.max(0, squareOf(row)))
  return {
    rows: Array.from({ length: squares }, (_, index) => path(index)).join(''),
    owned: page.owned.map(({ row, instance }) => ({
      path: path(at(row)),
      hue: hueOf(frame, instance),
    })),
    committed: page.committed
      .filter(({ row }) => page.owned.every(its => its.row !== row))
      .map(({ row, instance }) => ({
        path: path(at(row)),
        mark: markPath(rowBox(box, at(row), squares)),
        hue: hueOf(frame, instance),
      })),
    wanted: wishesOfRows(frame, page).flatMap(({ rows, instance }) =>
      rows.map(row => ({ path: path(at(row)), hue: hueOf(frame, instance) })),
    ),
  }
}

/** The square of one copy. */
export function copyBox({ copies }: PageView, box: Box, index: number): Box {
  const x = box.x + box.width - cardPad - (copies.length - index) * 9
  return { x, y: box.y + pageInside().copies, width: 7, height: 7 }
}

function copiesOf(page: PageView, box: Box): Pick<PageShape, 'newest' | 'older' | 'inFlight'> {
  const paths = { newest: '', older: '', inFlight: '' }
  page.copies.forEach(({ version, tentative }, index) => {
    const place = copyBox(page, box, index)
    const { x, y } = place
    const square = rectanglePath(place, 1.5)
    if (version < 0) return
    if (version >= page.version) paths.newest += square
    else paths.older += square
    if (tentative !== 0)
      paths.inFlight += rectanglePath({ x: x - 1.5, y: y - 1.5, width: 10, height: 10 }, 2)
  })
  return paths
}

function cachesOf(frame: Frame, page: PageView, box: Box): CacheShape[] {
  return (frame.multiMaster?.writers ?? []).map(({ id }, index) => {
    const cached = page.caches[index] ?? null
    const place = cacheBox(frame, box, index)
    const age = Math.min(1, (cached?.staleMicros ?? 0) / oldMicros)
    return {
      id,
      hue: hueOf(frame, id),
      box: place,
      dot: rectanglePath(
        { x: place.x + 4, y: place.y + (place.height - 6) / 2 - 0.5, width: 7, height: 7 },
        3.5,
      ),
      age: round(age),
      isAbsent: cached === null,
    }
  })
}

function wordsOf({ writers }: MultiMasterView, page: PageView): string {
  const caches = writers.map(({ id }, index) => `${id}: ${ageWords(page.caches[index] ?? null)}`)
  const owners = page.owned.map(
    ({ row, transaction, instance }) =>
      `row ${row} is owned by transaction ${transaction} at ${instance}`,
  )
  const kind = page.kind === 'table' ? [] : [`${page.kind} page ${page.index}`.trim()]
  const version = page.version > 0 ? `version ${page.version}` : 'no version told of'
  return [...kind, `${version} in storage`, ...caches, ...owners].join(', ')
}

/** Refused somewhere, or wanted by two writers at once. */
function isContested({ proposals }: MultiMasterView, { page }: PageView): boolean {
  const open = proposals.filter(its => its.verdict !== 'accepted')
  const own = open.filter(({ pages }) => pages.some(its => its.page === page))
  const writers = new Set(own.map(({ instance }) => instance))
  const spoken = open.filter(its => its.page === page)
  return writers.size > 1 || spoken.some(({ answers }) => answers.some(its => its.answer === 'no'))
}

function pageShape(frame: Frame, view: MultiMasterView, page: PageView, box: Box): PageShape {
  return {
    page: page.page,
    kind: page.kind,
    box,
    veil: { x: box.x + 2, y: box.y + pageInside().rows - 14, width: box.width - 4, height: 23 },
    isContested: isContested(view, page),
    isFenced: isFenced(frame, page),
    ...rowsOf(frame, page, box),
    ...copiesOf(page, box),
    caches: cachesOf(frame, page, box),
    words: wordsOf(view, page),
    labels: pageLabels(frame, page, box),
  }
}

export function pageShapes(frame: Frame, layout: Layout): PageShape[] {
  const { multiMaster: view } = frame
  if (view === null || layout.multiMaster === null) return []
  const { pages } = layout.multiMaster
  const inRow = pagesPerRow(pages, view.writers.length)
  const shown = shownPages(view, inRow * pageRows(layout.isNarrow))
  const height = pageCardHeight(view.writers.length)
  const perRow = Math.min(inRow, Math.max(1, shown.length))
  return shown.map((page, index) =>
    pageShape(
      frame,
      view,
      page,
      cardBox(pages, index, Math.max(perRow, Math.min(inRow, 4)), height),
    ),
  )
}
