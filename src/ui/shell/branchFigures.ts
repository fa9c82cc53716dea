/**
 * What branches come to, as columns: each figure with its difference to the branch shown, by sign
 * and by word. A figure that is nothing on every branch has no column.
 */
import type { BranchFigures, BranchSummary } from '../../workers/api.ts'
import { formatCount, formatTime } from '../../words/formatNumbers.ts'
import { formatDollars } from '../../words/formatDollars.ts'

export interface FigureColumn {
  name: string
  cells: { value: string; difference: string }[]
}

interface Figure {
  name: string
  of: (figures: BranchFigures & { cost: string | null }) => number
  write: (value: number) => string
  more: string
  less: string
  isAlwaysShown?: boolean
}

const figures: Figure[] = [
  {
    name: 'Commits',
    of: ({ committed }) => committed,
    write: formatCount,
    more: 'more',
    less: 'fewer',
    isAlwaysShown: true,
  },
  {
    name: 'Rolled back',
    of: ({ rolledBack }) => rolledBack,
    write: formatCount,
    more: 'more',
    less: 'fewer',
  },
  {
    name: 'Connections lost',
    of: ({ lost }) => lost,
    write: formatCount,
    more: 'more',
    less: 'fewer',
  },
  {
    name: 'Without service',
    of: ({ downMicros }) => downMicros,
    write: formatTime,
    more: 'longer',
    less: 'shorter',
  },
  {
    name: 'Cost',
    of: ({ cost }) => Number(cost ?? 0),
    write: value => formatDollars(String(value)),
    more: 'dearer',
    less: 'cheaper',
  },
]

/** `+12 more`, `−3 fewer`, `the same`; nothing for the branch that is shown. */
function differenceOf({ write, more, less }: Figure, value: number, shown: number): string {
  const rounded = Math.round((value - shown) * 1e6) / 1e6
  if (rounded === 0) return 'the same'
  return rounded > 0 ? `+${write(rounded)} ${more}` : `−${write(-rounded)} ${less}`
}

export function figureColumns(branches: BranchSummary[]): FigureColumn[] {
  const shown = branches.find(({ isPresent }) => isPresent)?.figures
  return figures.flatMap(figure => {
    const values = branches.map(({ figures: its }) => (its === undefined ? null : figure.of(its)))
    const isNothing = values.every(value => value === null || value === 0)
    if (isNothing && figure.isAlwaysShown !== true) return []
    const cells = values.map((value, k) => {
      if (value === null) return { value: 'not known', difference: '' }
      const isCompared = branches[k]?.isPresent === false && shown !== undefined
      const difference = isCompared ? differenceOf(figure, value, figure.of(shown)) : ''
      return { value: figure.write(value), difference }
    })
    return [{ name: figure.name, cells }]
  })
}
