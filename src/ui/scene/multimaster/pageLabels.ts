/** The words on the card of a page: its version, whose rows, and how old each memory of it is. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PageView } from '../../../engine/contract/multiMasterView.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import type { Box } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import { dropOf, isForWall, leastLetter } from '../letters.ts'
import { pageInside } from '../layout/mechanismBands.ts'
import { cacheBox } from './cacheBox.ts'
import { fittedText, fittingText } from './fittingText.ts'
import { cardName } from './pageName.ts'
import { isFenced, pageWishes } from './pageWishes.ts'

export const cardPad = 8

export function ageWords(cached: PageView['caches'][number]): string {
  if (cached === null) return 'not in memory'
  if (cached.version < 0) return 'not told'
  if (cached.staleMicros === null) return `v${cached.version}`
  if (cached.staleMicros === 0) return `v${cached.version}, current`
  const age = Math.max(1_000, Math.round(cached.staleMicros / 1_000) * 1_000)
  return `v${cached.version}, ${formatTime(age)} old`
}

/** The version gives way before its age does. */
function shortAges(cached: PageView['caches'][number]): string[] {
  if (cached === null) return ['not cached', '–']
  if (cached.version < 0) return ['?']
  if (!cached.staleMicros) return [`v${cached.version}`]
  const short = ageWords(cached).replace(/ old$/, '')
  return [short, short.replace(/^.*, /, ''), `v${cached.version} old`]
}

function cacheLabels(frame: Frame, page: PageView, box: Box): Label[] {
  return (frame.multiMaster?.writers ?? []).flatMap(({ id }, index) => {
    const cached = page.caches[index] ?? null
    const place = cacheBox(frame, box, index)
    const y = place.y + (isForWall() ? place.height / 2 + dropOf(0) : 10)
    const name = place.width < 5.5 * leastLetter() ? id.replace(/^\D+/, '') : id
    const room = place.width - 18 - textWidth(name, 10.5) - 4
    const bare = isForWall() && cached !== null ? [`v${cached.version}`] : []
    const text = fittingText([ageWords(cached), ...shortAges(cached), ...bare], 10.5, room)
    const tone = cached === null ? ('muted' as const) : ('text' as const)
    const key = `page-${page.page}-${id}`
    return [
      label({ id: key, text: name, x: place.x + 14, y, size: 10.5, tone: 'text' }),
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
  const { table, rows, owned, kind, index } = page
  if (kind === 'system') return [table === 'undo' ? 'undo of all writers' : 'of the system']
  const asking = [...new Set(pageWishes(frame, page).map(({ instance }) => instance))]
  if (kind === 'index' && asking.length > 1)
    return [`${asking.join(' ≠ ')}: ${index}`, asking.join(' ≠ ')]
  if (kind === 'index') return [`index ${index} of ${table}`, `index ${index}`]
  const wanted = pageWishes(frame, page).map(({ instance, rows: asked }) =>
    asked.length === 0 ? `${instance} asks` : `${instance} row ${asked.join(', ')}`,
  )
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
  const name = cardName(page)
  const by = lastWriter === '' ? [] : [`v${version} by ${lastWriter}`]
  const room = box.width - 2 * cardPad - textWidth(name, 12, true) - 6
  const key = `page-${number}`
  const tone = page.owned.length > 0 ? ('text' as const) : ('muted' as const)
  const y = box.y + pageInside().name
  const head = [
    label({
      id: key,
      text: name,
      x: box.x + cardPad,
      y,
      size: 12,
      tone: 'text',
      isBold: true,
    }),
    label({
      id: `${key}-version`,
      text: fittingText([...by, version > 0 ? `v${version}` : 'not told', '?'], 11, room),
      x: box.x + box.width - cardPad,
      y,
      size: 11,
      anchor: 'end',
    }),
  ]
  if (isForWall()) return head
  return [
    ...head,
    label({
      id: `${key}-rows`,
      text: fittedText(rowWords(frame, page), 10.5, box.width - 2 * cardPad),
      x: box.x + cardPad,
      y: box.y + 26,
      size: 10.5,
      tone,
    }),
    label({ id: `${key}-storage`, text: 'storage', x: box.x + cardPad, y: box.y + 48, size: 10 }),
  ]
}

export function pageLabels(frame: Frame, page: PageView, box: Box): Label[] {
  return [...headLabels(frame, page, box), ...cacheLabels(frame, page, box)]
}
