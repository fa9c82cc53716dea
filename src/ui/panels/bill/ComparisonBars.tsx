/** What a month of such hours costs, row by row: the same items, Standard above I/O-Optimized. */
import { useMemo } from 'react'
import type { MonthItem } from '../../../engine/contract/bill.ts'
import { itemNames } from '../../../words/billWords.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { useWidth } from '../../widgets/useWidth.ts'
import { type Bar, barHeight, barShapes } from './barShapes.ts'
import styles from './BillCharts.module.css'
import { formatMonth } from './money.ts'
import type { PricedRow } from './rowsOf.ts'

const items: MonthItem[] = ['compute', 'storage', 'io', 'backup']

export function ComparisonBars({ rows }: { rows: PricedRow[] }) {
  const [place, width] = useWidth<HTMLElement>()
  const { groups, height } = useMemo(() => barShapes(rows, width), [rows, width])
  return (
    <figure ref={place} className={styles.chart}>
      <figcaption>
        A month of such hours: above Standard, below I/O-Optimized.{' '}
        <span className={styles.legend}>
          {items.map(item => (
            <span key={item} data-item={item}>
              {itemNames[item]}
            </span>
          ))}
        </span>
      </figcaption>
      <svg width={width} height={height} role="img" aria-label={told(rows)}>
        {groups.map(({ id, name, refused, y, bars }) => (
          <g key={id}>
            <text x={0} y={y}>
              {name}
              {refused > 0 && (
                <tspan className={styles.refuses}> · refuses {formatCount(refused)}</tspan>
              )}
            </text>
            {bars.map(bar => (
              <BarArt key={String(bar.isIoOptimized)} bar={bar} />
            ))}
          </g>
        ))}
      </svg>
    </figure>
  )
}

function BarArt({ bar }: { bar: Bar }) {
  const { y, parts, end, nano, isIoOptimized } = bar
  return (
    <g data-optimized={isIoOptimized || undefined}>
      {parts.map(({ item, x, width }) => (
        <rect key={item} data-item={item} x={x} y={y} width={width} height={barHeight} />
      ))}
      <text x={end + 6} y={y + barHeight - 1}>
        {formatMonth(nano)}
      </text>
    </g>
  )
}

/** For those who do not see it. */
function told(rows: readonly PricedRow[]): string {
  const words = rows.map(({ name, pair }) => `${name} ${formatMonth(pair[0].monthNano)}`)
  return `A month with Standard storage: ${words.join('; ')}`
}
