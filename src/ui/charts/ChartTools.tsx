/** Which charts are shown, as pictures or as a table, and all of them as a file. */
import type { ChartSeries } from '../../workers/api.ts'
import { chartTitles } from '../../words/chartWords.ts'
import { engineStore } from '../store/engineStore.ts'
import { type ChartName, timelineView } from '../store/timelineView.ts'
import { Button } from '../widgets/Button.tsx'
import { download } from '../widgets/download.ts'
import { Popup } from '../widgets/Popup.tsx'
import styles from './Charts.module.css'
import { chartCsv } from './chartCsv.ts'
import type { ChartPoint } from './chartPoints.ts'

interface ChartToolsProps {
  charts: ChartSeries[]
  points: ChartPoint[]
  /** Those that this run has. */
  known: ChartName[]
}

export function ChartTools({ charts, points, known }: ChartToolsProps) {
  const isTable = timelineView(state => state.isTable)
  const name = engineStore(({ opened }) => opened?.scenario.name ?? 'run')
  return (
    <div className={styles.chartTools}>
      <Popup name="Which charts" label="Which charts" icon="down" look="quiet">
        {() => <Choice known={known} />}
      </Popup>
      <Button
        look="quiet"
        isPressed={isTable}
        onClick={() => timelineView.setState({ isTable: !isTable })}
      >
        As a table
      </Button>
      <Button
        look="quiet"
        disabled={points.length === 0}
        onClick={() => download(chartCsv(charts, points), `${name}.csv`, 'text/csv')}
      >
        Save as CSV
      </Button>
    </div>
  )
}

function Choice({ known }: { known: ChartName[] }) {
  const shownCharts = timelineView(state => state.shownCharts)
  const toggle = (name: ChartName) => {
    const rest = shownCharts.filter(each => each !== name)
    timelineView.setState({ shownCharts: shownCharts.includes(name) ? rest : [...rest, name] })
  }
  return (
    <div className={styles.choice}>
      {known.map(name => (
        <label key={name}>
          <input
            type="checkbox"
            checked={shownCharts.includes(name)}
            onChange={() => toggle(name)}
          />{' '}
          {chartTitles[name]}
        </label>
      ))}
    </div>
  )
}
