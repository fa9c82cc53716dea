/** Availability as a ribbon an application: a line while it is served, a block while it is not. */
import { Askable } from './Askable.tsx'
import type { ChartPoint } from './chartPoints.ts'
import styles from './Charts.module.css'
import type { MoreChart } from './moreCharts.ts'
import { readingOf } from './readingOf.ts'
import { ribbonBlocks } from './ribbonBlocks.ts'

interface AvailabilityRibbonProps {
  chart: MoreChart
  points: ChartPoint[]
  here: ChartPoint | undefined
  axis: { scale: (at: number) => number; width: number; present: number }
}

const height = 16

export function AvailabilityRibbon({ chart, points, here, axis }: AvailabilityRibbonProps) {
  const { scale, width, present } = axis
  return chart.series.map(each => {
    const { name, value } = each
    const now = here === undefined ? null : value(here)
    const said = now === null ? '–' : now === 0 ? 'served' : `${chart.format(now)} of the time`
    return (
      <Askable
        key={name}
        figure={`down/${name}`}
        title={`${chart.title}: ${name}`}
        {...{ points, here, scale }}
        read={point => readingOf({ series: [each], format: chart.format }, point)}
        line={() => `down/${name}`}
      >
        <figure className={styles.chart}>
          <figcaption>
            {chart.title}: {name} <strong>{said}</strong>
          </figcaption>
          <svg width={width} height={height} role="img" aria-label={`${name}: ${said}`}>
            <line className={styles.served} x1={0} x2={width} y1={height / 2} y2={height / 2} />
            {ribbonBlocks(points, value, scale).map(({ x, width: wide, share }) => (
              <rect
                key={x}
                className={styles.down}
                x={x}
                y={2}
                width={wide}
                height={height - 4}
                fillOpacity={0.35 + 0.65 * share}
              />
            ))}
            <line className={styles.rule} x1={present} x2={present} y1={0} y2={height} />
          </svg>
        </figure>
      </Askable>
    )
  })
}
