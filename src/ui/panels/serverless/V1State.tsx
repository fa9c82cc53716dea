/**
 * Serverless v1: what it does just now, the search for a scaling point with who is in its way, the
 * two waits as rings, and what an operator may do.
 */
import type { FactKey } from '../../../engine/contract/facts.ts'
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { V1View } from '../../../engine/contract/serverlessV1.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { acuOf, formatAcu } from '../../../words/formatAcu.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { blockerReason, searchWords, v1Countdown, v1Phase } from '../../../words/v1Words.ts'
import { wholeSeconds } from '../../../words/wholeSeconds.ts'
import { askWhyNewest } from '../../store/askWhyNewest.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { CountdownRing } from './CountdownRing.tsx'
import { RangeControl } from './RangeControl.tsx'
import styles from './ServerlessPanel.module.css'

const decisions: readonly FactKey[] = [
  'SearchBegan',
  'ScalingPointBlocked',
  'ScalingPointFound',
  'SearchEnded',
  'ChangeForced',
  'CapacityChanged',
  'RecreationBegan',
]

interface V1Props {
  view: CapacityView
  v1: V1View
  at: Micros
}

export function V1State({ view, v1, at }: V1Props) {
  const left = v1Countdown(v1, at)
  return (
    <section aria-label={`What ${view.id} does`} className={styles.instance}>
      <p>
        <strong>
          {view.id}: {v1Phase(view, v1)[0]}, {formatAcu(view.reported)} ACU
        </strong>
        {left !== null && v1.search === null && <> for another {wholeSeconds(left)}</>}
      </p>
      <Search v1={v1} at={at} />
      <p>
        What was decided last:{' '}
        <Button
          look="quiet"
          aria-label={`Why? What was decided last at ${view.id}`}
          onClick={() => void askWhyNewest(decisions, { instance: view.id })}
        >
          Why?
        </Button>
      </p>
      <Waits v1={v1} />
      <Rows view={view} v1={v1} />
      <Operator view={view} v1={v1} />
      <RangeControl instance={view} />
    </section>
  )
}

/** A bar that shrinks with the time left, and the sessions in the way, each with its reason. */
function Search({ v1, at }: Pick<V1Props, 'v1' | 'at'>) {
  const { search } = v1
  if (search === null) return null
  const share = (v1Countdown(v1, at) ?? 0) / search.timeoutMicros
  return (
    <div className={styles.reasons}>
      <p>{searchWords(v1, at).join(', ')}</p>
      <progress value={share} max={1} aria-label="Time left for the search" />
      {search.blockers.length > 0 && (
        <ul aria-label="In the way of a scaling point">
          {search.blockers.map(blocker => (
            <li key={`${blocker.session} ${blocker.because} ${at - blocker.openMicros}`}>
              <strong>{blocker.session}</strong>: {blockerReason(blocker)}, for{' '}
              {wholeSeconds(blocker.openMicros)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Waits({ v1 }: Pick<V1Props, 'v1'>) {
  const { upLeftMicros, upOfMicros, downLeftMicros, downOfMicros } = v1
  return (
    <ul className={styles.rings} aria-label="Waits before a step">
      <CountdownRing name="Step up" left={upLeftMicros} whole={upOfMicros} />
      <CountdownRing name="Step down" left={downLeftMicros} whole={downOfMicros} />
    </ul>
  )
}

function percent(ppm: number): string {
  return `${Math.round(ppm / 10_000)} %`
}

function Rows({ view, v1 }: Pick<V1Props, 'view' | 'v1'>) {
  const { means, uptimeMicros, held, switches, timeouts, owedMicros } = v1
  const { forced, aborted, dropped } = v1
  const rows: [string, string][] = [
    ['CPU in use', percent(view.busyPpm)],
    ['Connections', `${formatCount(view.connections)} of ${formatCount(view.maxConnections)}`],
    [
      'Means of the window',
      means ? `CPU ${percent(means.cpuPpm)}, connections ${percent(means.connectionsPpm)}` : 'none',
    ],
    ['Engine uptime', wholeSeconds(uptimeMicros)],
    ['Held at the router', formatCount(held)],
    ['Switches, searches without a point', `${switches}, ${timeouts}`],
    ['Forced, and transactions aborted', `${forced}, ${aborted}`],
    ['Temporary tables and locks lost', formatCount(dropped)],
    ['Billed at least for another', wholeSeconds(owedMicros)],
  ]
  return (
    <dl className={styles.rows}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Each listed capacity of the range, and maintenance. */
function Operator({ view, v1 }: Pick<V1Props, 'view' | 'v1'>) {
  const isLocked = viewStore(state => state.isLocked)
  const isBusy = isLocked || v1.state !== 'running'
  const steps = v1.steps.filter(step => step >= view.min && step <= view.max)
  return (
    <fieldset className={styles.control}>
      <legend>Set the capacity</legend>
      <p className={styles.steps}>
        {steps.map(step => (
          <Button
            key={step}
            disabled={isBusy || step === v1.saved}
            onClick={() => giveCommand({ do: 'SetCapacity', acu: acuOf(step) })}
          >
            {formatAcu(step)} ACU
          </Button>
        ))}
      </p>
      <Button disabled={isBusy} onClick={() => giveCommand({ do: 'BeginMaintenance' })}>
        Begin maintenance
      </Button>
      <p className={styles.note}>{say({ key: 'capacity.v1Operator', parameters: {} })}</p>
    </fieldset>
  )
}
