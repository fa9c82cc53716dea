/**
 * Two write paths as boxes and links, for a picture 360 wide. A link is as broad as I/Os of one
 * transaction take it, and carries a dot for each of them.
 */
import { scaleSqrt } from 'd3-scale'
import type { WriteKind, WritePathAnswer, WriteSide } from '../../../engine/contract/writePath.ts'
import { iosEach } from './figures.ts'

interface Box {
  name: string
  x: number
  y: number
  width: number
  isDown?: boolean
}

export interface Link {
  key: string
  d: string
  width: number
  /** The step that a link is in the figure of 2017, and where its number stands. */
  step: { name: string; x: number; y: number } | null
}

export interface PathShapes {
  zones: Box[]
  boxes: Box[]
  links: Link[]
  /** One for each I/O of a transaction, in turn by kind. */
  dots: WriteKind[]
}

export const pathSize = { width: 360, height: 250, zoneTop: 8, boxHeight: 34, diskHeight: 30 }

const nodeY = 44
const diskY = 176
const mostDots = 24

export function mirroredShapes(answer: WritePathAnswer): PathShapes {
  const width = widthOf(answer)(iosEach(answer.mirrored))
  const [disk1, mirror1, disk2, mirror2] = [12, 98, 190, 276]
  const { isDiskDown } = answer.request
  const foot = nodeY + pathSize.boxHeight
  const down = (x: number) => `M${x} ${foot}V${diskY}`
  const across = (from: number, to: number, y: number) => `M${from} ${y}H${to}`
  const middle = diskY + pathSize.diskHeight / 2
  const nodeMiddle = nodeY + pathSize.boxHeight / 2
  const link = (name: string, d: string, x: number, y: number): Link => {
    return { key: name, d, width, step: { name, x, y } }
  }
  return {
    zones: [
      { name: 'Zone a', x: 4, y: 0, width: 172 },
      { name: 'Zone b', x: 184, y: 0, width: 172 },
    ],
    boxes: [
      { name: 'MySQL', x: disk1, y: nodeY, width: 110 },
      { name: 'Standby', x: disk2, y: nodeY, width: 110 },
      { name: 'Disk', x: disk1, y: diskY, width: 66 },
      { name: 'Mirror', x: mirror1, y: diskY, width: 72 },
      { name: 'Disk', x: disk2, y: diskY, width: 66 },
      { name: 'Mirror', x: mirror2, y: diskY, width: 72, isDown: isDiskDown },
    ],
    links: [
      link('1', down(disk1 + 33), disk1 + 33, 128),
      link('2', across(disk1 + 66, mirror1, middle), disk1 + 76, middle + 34),
      link('3', across(disk1 + 110, disk2, nodeMiddle), 156, nodeMiddle + 34),
      link('4', down(disk2 + 33), disk2 + 33, 128),
      link('5', across(disk2 + 66, mirror2, middle), disk2 + 76, middle + 34),
    ],
    dots: isDiskDown ? [] : dotsOf(answer.mirrored),
  }
}

export function auroraShapes(answer: WritePathAnswer): PathShapes {
  const width = widthOf(answer)(iosEach(answer.aurora))
  const zones = ['a', 'b', 'c'].map((zone, index) => {
    return { name: `Zone ${zone}`, x: 4 + index * 119, y: 0, width: 114 }
  })
  const segments = zones.flatMap(({ name, x }) =>
    [1, 2].map(copy => ({
      name: `${name.slice(-1)}${copy}`,
      ...{ x: x + 6 + (copy - 1) * 53, y: diskY, width: 48 },
      isDown: answer.request.isDiskDown && name === 'Zone b' && copy === 1,
    })),
  )
  const foot = nodeY + pathSize.boxHeight
  const links = segments.map(({ name, x }): Link => {
    const to = x + 24
    return {
      key: name,
      d: `M61 ${foot}C61 ${foot + 50} ${to} ${foot + 40} ${to} ${diskY}`,
      width,
      step: null,
    }
  })
  return {
    zones,
    boxes: [{ name: 'Writer', x: 10, y: nodeY, width: 102 }, ...segments],
    links,
    dots: dotsOf(answer.aurora),
  }
}

function widthOf({ aurora, mirrored }: WritePathAnswer) {
  const most = Math.max(1, iosEach(aurora), iosEach(mirrored))
  return scaleSqrt([0, most], [1, 9])
}

/** At least one of what was written at all. */
function dotsOf(side: WriteSide): WriteKind[] {
  const dots = side.kinds.flatMap(({ kind, ios }) => {
    if (ios === 0 || side.transactions === 0) return []
    return new Array<WriteKind>(Math.max(1, Math.round(iosEach(side, kind)))).fill(kind)
  })
  return dots.slice(0, mostDots)
}
