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
import { formatTime } from '../../../words/formatNumbers.ts'
import { type AssumptionId, assumptionTerm, mmAssumptions } from '../../../words/mmAssumptions.ts'
import { type Box, round } from '../geometry.ts'
import { hueOf } from '../hueOf.ts'
import { fitText, type Label, label, textWidth } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import {
  cacheColumns,
  pageCardHeight,
  pageLine,
  pageRows,
  pageTitleHeight,
} from '../layout/mechanismBands.ts'
import { rectanglePath } from '../shapes/paths.ts'

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
  box: Box
  isContested: boolean
  isFenced: boolean
  /** The rows, and of those the ones that open transactions own, with the owner's colour. */
  rows: string
  owned: { path: string; hue: number }[]
  /** Rows that changes in the contest want, with the colour of who wants them. */
  wanted: { path: string; hue: number }[]
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
const pad = 8
const oldMicros = 100_000

export function pagesPerRow({ width }: Box, writers: number): number {
  const leastWidth = leastWidths[cacheColumns(writers) - 1] ?? 132
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
  const width = Math.min(mostWidth, (pages.width - 16 - gap * (inRow - 1)) / inRow)
  const left = (pages.width - inRow * width - gap * (inRow - 1)) / 2
  return {
    x: round(left + (index % inRow) * (width + gap)),
    y: round(pages.y + pageTitleHeight + Math.floor(index / inRow) * (height + 6)),
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

function rowBox(box: Box, index: number, squares: number): Box {
  const width = (box.width - 2 * pad) / squares
  return { x: box.x + pad + index * width, y: box.y + 31, width: width - 1.5, height: 7 }
}

/** Changes of the page that an application wants and that do not stand, or not yet. */
function wishes({ multiMaster }: Frame, { page }: PageView): ProposalView[] {
  const all = multiMaster?.proposals ?? []
  return all.filter(its => its.page === page && its.reason === 'user' && its.verdict !== 'accepted')
}

type Rows = Pick<PageShape, 'rows' | 'owned' | 'wanted'>

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
    wanted: wishes(frame, page).flatMap(({ rows, instance }) =>
      rows.map(row => ({ path: path(at(row)), hue: hueOf(frame, instance) })),
    ),
  }
}

function copiesOf(page: PageView, box: Box): Pick<PageShape, 'newest' | 'older' | 'inFlight'> {
  const paths = { newest: '', older: '', inFlight: '' }
  page.copies.forEach(({ version, tentative }, index) => {
    const x = box.x + box.width - pad - (page.copies.length - index) * 9
    const square = rectanglePath({ x, y: box.y + 41, width: 7, height: 7 }, 1.5)
    if (version >= page.version) paths.newest += square
    else paths.older += square
    if (tentative !== 0)
      paths.inFlight += rectanglePath({ x: x - 1.5, y: box.y + 39.5, width: 10, height: 10 }, 2)
  })
  return paths
}

/** Of the memory of a writer by its place in the list. */
function cacheBox({ multiMaster }: Frame, box: Box, index: number): Box {
  const columns = cacheColumns(multiMaster?.writers.length ?? 0)
  const width = (box.width - 8 - 4 * (columns - 1)) / columns
  const x = box.x + 4 + (index % columns) * (width + 4)
  const y = box.y + 50 + Math.floor(index / columns) * pageLine
  return { x: round(x), y, width: round(width), height: pageLine - 1 }
}

function cachesOf(frame: Frame, page: PageView, box: Box): CacheShape[] {
  return (frame.multiMaster?.writers ?? []).map(({ id }, index) => {
    const cached = page.caches[index] ?? null
    const place = cacheBox(frame, box, index)
    const age = cached === null ? 0 : Math.min(1, cached.staleMicros / oldMicros)
    return {
      id,
      hue: hueOf(frame, id),
      box: place,
      dot: rectanglePath({ x: place.x + 4, y: place.y + 3, width: 7, height: 7 }, 3.5),
      age: round(age),
      isAbsent: cached === null,
    }
  })
}

function ageWords(cached: PageView['caches'][number]): string {
  if (cached === null) return 'not in memory'
  if (cached.staleMicros === 0) return `v${cached.version}, current`
  const age = Math.max(1_000, Math.round(cached.staleMicros / 1_000) * 1_000)
  return `v${cached.version}, ${formatTime(age)} old`
}

/** The version gives way before its age does. */
function shortAges(cached: PageView['caches'][number]): string[] {
  if (cached === null) return ['not cached', '–']
  if (cached.staleMicros === 0) return [`v${cached.version}`]
  const short = ageWords(cached).replace(/ old$/, '')
  return [short, short.replace(/^.*, /, ''), `v${cached.version} old`]
}

/** Its table's definition is being changed: writers may only read it. */
function isFenced({ multiMaster }: Frame, { table }: PageView): boolean {
  return multiMaster?.ddl.table === table
}

/** The last is shortened when none fits. */
function fitted(choices: string[], size: number, room: number): string {
  return fitting(choices, size, room) || fitText(choices.at(-1) ?? '', size, room)
}

function fitting(choices: string[], size: number, room: number): string {
  return choices.find(text => textWidth(text, size) <= room) ?? ''
}

function cacheLabels(frame: Frame, page: PageView, box: Box): Label[] {
  return (frame.multiMaster?.writers ?? []).flatMap(({ id }, index) => {
    const cached = page.caches[index] ?? null
    const place = cacheBox(frame, box, index)
    const y = place.y + 10
    const room = place.width - 18 - textWidth(id, 10.5) - 4
    const text = fitting([ageWords(cached), ...shortAges(cached)], 10.5, room)
    const tone = cached === null ? ('muted' as const) : ('text' as const)
    const key = `page-${page.page}-${id}`
    return [
      label({ id: key, text: id, x: place.x + 14, y, size: 10.5, tone: 'text' }),
      label({
        id: `${key}-version`,
        text,
        x: place.x + place.width - 4,
        y,
        size: 10.5,
        anchor: 'end',
        tone,
      }),
    ]
  })
}

/** Whose rows: who wants or owns some is said before the name of the table. */
function rowWords(frame: Frame, page: PageView): string[] {
  if (isFenced(frame, page)) return [`${page.table}: only read, DDL`, 'only read, DDL']
  const { table, rows, owned } = page
  const wanted = wishes(frame, page).map(its => `${its.instance} row ${its.rows.join(', ')}`)
  if (wanted.length > 1) return [wanted.join(' ≠ '), wanted.join(' ').replaceAll('row ', '')]
  const owner = owned[0]
  const span = `${rows[0]}–${rows[1]}`
  if (owner === undefined)
    return [...wanted, `${table}, rows ${span}`, `${table} ${span}`, `rows ${span}`]
  const more = owned.length > 1 ? ` +${owned.length - 1}` : ''
  return [`row ${owner.row}: T${owner.transaction}@${owner.instance}${more}`]
}

function headLabels(frame: Frame, page: PageView, box: Box): Label[] {
  const { page: number, version, lastWriter } = page
  const by = lastWriter === '' ? [] : [`v${version} by ${lastWriter}`]
  const room = box.width - 2 * pad - textWidth(`Page ${number}`, 12, true) - 6
  const key = `page-${number}`
  const tone = page.owned.length > 0 ? ('text' as const) : ('muted' as const)
  return [
    label({
      id: key,
      text: `Page ${number}`,
      x: box.x + pad,
      y: box.y + 14,
      size: 12,
      tone: 'text',
      isBold: true,
    }),
    label({
      id: `${key}-version`,
      text: fitting([...by, `v${version}`], 11, room),
      x: box.x + box.width - pad,
      y: box.y + 14,
      size: 11,
      anchor: 'end',
    }),
    label({
      id: `${key}-rows`,
      text: fitted(rowWords(frame, page), 10.5, box.width - 2 * pad),
      x: box.x + pad,
      y: box.y + 26,
      size: 10.5,
      tone,
    }),
    label({ id: `${key}-storage`, text: 'storage', x: box.x + pad, y: box.y + 48, size: 10 }),
  ]
}

function wordsOf({ writers }: MultiMasterView, page: PageView): string {
  const caches = writers.map(({ id }, index) => `${id}: ${ageWords(page.caches[index] ?? null)}`)
  const owners = page.owned.map(
    ({ row, transaction, instance }) =>
      `row ${row} is owned by transaction ${transaction} at ${instance}`,
  )
  return [`version ${page.version} in storage`, ...caches, ...owners].join(', ')
}

/** Refused somewhere, or wanted by two writers at once. */
function isContested({ proposals }: MultiMasterView, { page }: PageView): boolean {
  const own = proposals.filter(its => its.page === page && its.verdict !== 'accepted')
  const writers = new Set(own.map(({ instance }) => instance))
  return writers.size > 1 || own.some(({ answers }) => answers.some(its => its.answer === 'no'))
}

function pageShape(frame: Frame, view: MultiMasterView, page: PageView, box: Box): PageShape {
  return {
    page: page.page,
    box,
    isContested: isContested(view, page),
    isFenced: isFenced(frame, page),
    ...rowsOf(frame, page, box),
    ...copiesOf(page, box),
    caches: cachesOf(frame, page, box),
    words: wordsOf(view, page),
    labels: [...headLabels(frame, page, box), ...cacheLabels(frame, page, box)],
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

/** What the row of pages is, and at its end what is assumed in this picture. */
export function pagesTitle(
  frame: Frame,
  layout: Layout,
  shown: number,
  assumed: AssumptionId | null,
): Label[] {
  const { multiMaster: view } = frame
  const all = view?.pages.length ?? 0
  if (layout.multiMaster === null || view === null) return []
  const { pages } = layout.multiMaster
  const count = shown < all ? `, ${shown} of ${all}` : ''
  const long = `Pages${count}: rows, version in storage and in each writer’s memory`
  const text = all === 0 ? 'Pages: none in play yet' : long
  const y = pages.y + 11
  const aside = assumptionLabel(assumed, pages, y)
  const room = pages.width - 36 - (aside === null ? 0 : textWidth(aside.text, 12))
  const fits = fitting([text, `Pages${count}`], 12, room)
  const title = label({ id: 'pages', text: fits, x: 12, y, size: 12, term: 'page' })
  return aside === null ? [title] : [title, aside]
}

function assumptionLabel(id: AssumptionId | null, pages: Box, y: number): Label | null {
  if (id === null) return null
  const choices = [`≈ assumption ${id}: ${mmAssumptions[id].gist}`, `≈ assumption ${id}`]
  const text = fitting(choices, 12, pages.width * 0.6)
  const x = pages.x + pages.width - 12 - textWidth(text, 12)
  return label({ id: 'pages-assumption', text, x, y, size: 12, term: assumptionTerm(id) })
}
