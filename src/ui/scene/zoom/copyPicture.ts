/**
 * One copy of a protection group from the inside (2017 §3.3, figure 4): two stations in the
 * foreground with what is on its way to them and back, the newest records with their gaps, and six
 * stations behind. Pure: answer × place → shapes.
 */
import type { CopyInside } from '../../../engine/contract/inside.ts'
import { copyGaps, copyTitles } from '../../../words/insideWords.ts'
import { bottom, type Box } from '../geometry.ts'
import { stepOf } from '../letters.ts'
import { foregroundShapes } from './foregroundShapes.ts'
import { logShapes } from './logShapes.ts'
import {
  add,
  below,
  boxShape,
  columns,
  emptyPicture,
  type InsidePicture,
  isNarrow,
  linesHeight,
  linesIn,
  pad,
  type Place,
} from './picture.ts'
import { cardHeight, stationShapes } from './stationShapes.ts'
import { background, type Station, stationsOf } from './stations.ts'
import { tentativeShapes } from './tentativeShapes.ts'

export function copyPicture(copy: CopyInside, place: Place): InsidePicture {
  const picture = emptyPicture()
  const across = { x: pad, y: pad / 2, width: place.width - 2 * pad, height: 0 }
  const stations = stationsOf(copy)
  const first = foregroundShapes(copy, stations.slice(0, 2), across, isNarrow(place))
  add(picture, first)
  const middle = { ...across, y: first.end + pad }
  const log = copy.tentative === null ? logShapes(copy, middle) : tentativeShapes(copy, middle)
  add(picture, log)
  addBackground(picture, copy, stations.slice(2), { ...across, y: log.end + pad })
  return picture
}

/** Why there are no six stations; null = there are. */
function gapOf({ tentative, work, isUp }: CopyInside): string | null {
  if (tentative !== null) return copyGaps.severalWriters
  if (work === null) return isUp ? copyGaps.asleep : copyGaps.down
  return null
}

function addBackground(
  picture: InsidePicture,
  copy: CopyInside,
  stations: Station[],
  across: Box,
): void {
  const { rows, each } = rowsOf(across.width)
  const width = (across.width - 24 - (each - 1) * 10) / each
  const height = Math.max(...stations.map(its => cardHeight(its, width)))
  const title = linesHeight(1, 13) + 6
  const gap = gapOf(copy)
  const whole = gap === null ? rows * height + (rows - 1) * 10 : linesHeight(2)
  const band = { ...across, height: title + whole + 20 }
  const words = { ...band, x: band.x + 12, y: band.y + 6, width: band.width - 24 }
  const { background: said } = copyTitles
  add(picture, {
    shapes: [boxShape('background', 'cool', band)],
    labels: linesIn('background', words, [{ text: said, size: 13, tone: 'text', isBold: true }]),
  })
  const inner = { ...words, y: band.y + title + 8, height }
  if (gap === null) addStations(picture, stations, { inner, each })
  else add(picture, gapLabels(gap, inner))
  below(picture, band)
}

/** Six, three, two or one beside each other, as wide as their words need. */
function rowsOf(width: number): { rows: number; each: number } {
  const least = stepOf(17) * 11
  const each = [6, 3, 2].find(count => width / count >= least) ?? 1
  return { rows: background / each, each }
}

function addStations(
  picture: InsidePicture,
  stations: Station[],
  { inner, each }: { inner: Box; each: number },
): void {
  stations.forEach((station, place) => {
    const row = Math.floor(place / each)
    const line = { ...inner, y: inner.y + row * (inner.height + 10) }
    const box = columns(line, each)[place % each]
    if (box !== undefined) add(picture, stationShapes(station, box))
  })
}

function gapLabels(gap: string, box: Box): Partial<InsidePicture> {
  const [first = '', second = ''] = halves(gap, box.width)
  const labels = linesIn('gap', box, [{ text: first }, { text: second }])
  const place = { ...box, height: bottom(box) - box.y }
  const thing = { id: 'gap', name: 'Background', state: gap, box: place }
  return {
    labels: labels.filter(({ text }) => text !== ''),
    things: [{ ...thing, opens: null, chooses: null }],
  }
}

/** On a phone a sentence takes two lines. */
function halves(text: string, width: number): [string, string] {
  if (width > 640) return [text, '']
  const middle = text.indexOf(' ', Math.floor(text.length / 2))
  return middle < 0 ? [text, ''] : [text.slice(0, middle), text.slice(middle + 1)]
}
