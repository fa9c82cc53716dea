/** The picture and the sentence of whatever one looks into. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Inside } from '../../../engine/contract/inside.ts'
import { pageTitle, sayCopy, sayPage, sayTransaction } from '../../../words/insideWords.ts'
import { hueOf } from '../../scene/hueOf.ts'
import { copyPicture } from '../../scene/zoom/copyPicture.ts'
import { pagePicture } from '../../scene/zoom/pagePicture.ts'
import type { InsidePicture, Place } from '../../scene/zoom/picture.ts'
import type { PageRow } from '../../scene/zoom/rowShapes.ts'
import { type HeldLock, transactionPicture } from '../../scene/zoom/transactionPicture.ts'

export function sentenceOf(inside: Inside): string {
  if (inside.inside === 'copy') return sayCopy(inside)
  if (inside.inside === 'page') return `${pageTitle(inside)}. ${sayPage(inside)}`
  return sayTransaction(inside)
}

export function pictureOf(
  inside: Inside,
  place: Place,
  { frame, rows }: { frame: Frame; rows: PageRow[] },
): InsidePicture {
  if (inside.inside === 'copy') return copyPicture(inside, place)
  const more = { hueOf: (instance: string) => hueOf(frame, instance), rows }
  if (inside.inside === 'page') return pagePicture(inside, place, more)
  return transactionPicture(inside, place, locksOf(frame, inside.transaction))
}

/** Of typed SQL, and rows of pages that a transaction among several writers owns. */
function locksOf({ sql, multiMaster }: Frame, transaction: number): HeldLock[] {
  const typed = (sql?.locks ?? []).filter(lock => lock.transaction === transaction)
  const owned = (multiMaster?.pages ?? []).flatMap(({ page, owned: rows }) =>
    rows
      .filter(its => its.transaction === transaction)
      .map(({ row }) => ({ what: `Row ${row} of page ${page}`, isGranted: true })),
  )
  return [
    ...typed.map(({ mode, table, index, key, isGranted }) => {
      const on = [table, index, key].filter(part => part !== '').join(' ')
      return { what: `${mode} on ${on}`, isGranted }
    }),
    ...owned,
  ]
}
