/** The stretches of hold and sleep behind the lines, with their word where it fits. */
import type { ReactNode } from 'react'
import styles from './Charts.module.css'
import { type PhaseBand, phaseNames } from './phaseBands.ts'

interface PhaseBandsArtProps {
  bands: PhaseBand[]
  scale: (at: number) => number
  height: number
}

const letterPixels = 6.2

export function PhaseBandsArt({ bands, scale, height }: PhaseBandsArtProps): ReactNode {
  return bands.map(band => {
    const x = scale(band.from)
    const width = Math.max(1, scale(band.to) - x)
    const name = phaseNames[band.phase]
    return (
      <g key={band.from} className={styles.band}>
        {band.phase !== 'holding' && <rect x={x} y={2} width={width} height={height - 4} />}
        {band.phase === 'holding' && (
          <path d={`M${x} ${height - 4}V3H${x + width}V${height - 4}`} fill="none" />
        )}
        {width > name.length * letterPixels + 8 && (
          <text
            x={x + width / 2}
            y={band.phase === 'holding' ? 13 : height / 2 + 4}
            textAnchor="middle"
          >
            {name}
          </text>
        )}
      </g>
    )
  })
}
