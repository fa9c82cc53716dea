/** One member: its letter, node and kind, its state with how far it is filled, and *Replace*. */
import type { Phrase } from '../../../engine/contract/frame.ts'
import { say } from '../../../words/say.ts'
import { Button } from '../../widgets/Button.tsx'
import { type MemberRow, plainPlace } from './memberRows.ts'
import styles from './VolumePanel.module.css'

interface MemberProps {
  row: MemberRow
  isLocked: boolean
  refusal: string | null
  onReplace: (segment: string) => void
}

function statePhrase({ state, counts, member }: MemberRow): Phrase {
  const share = member?.hydratedPpm ?? null
  if (state === 'hydrating' && share === null) {
    const parameters = { countsFrom: member?.countsFrom ?? 0 }
    return { key: 'volume.state.hydrating.log', parameters }
  }
  const key = `volume.state.${state === 'member' && !counts ? 'hydrated' : state}`
  return { key, parameters: { sharePpm: share ?? 0 } }
}

function powerWords({ isUp, isReachable }: MemberRow): string {
  if (!isUp) return ' · no power'
  return isReachable ? '' : ' · out of reach'
}

export function Member({ row, isLocked, refusal, onReplace }: MemberProps) {
  const { letter, segment, kind, member, counts, isReachable } = row
  const share = member?.hydratedPpm ?? null
  return (
    <li data-state={row.state}>
      <b className={counts && isReachable ? styles.counting : styles.waiting}>{letter}</b>
      <div>
        <p>
          {plainPlace(segment)}
          <span className={styles.kind}>{kind === 'tail' ? 'tail: log only' : 'full'}</span>
        </p>
        <p className={styles.quiet}>
          {say(statePhrase(row))}
          {powerWords(row)}
        </p>
        {share !== null && (
          <meter
            min={0}
            max={1_000_000}
            value={share}
            aria-label={`Filled share of copy ${letter}`}
          />
        )}
        {refusal !== null && <p className={styles.refusal}>{refusal}</p>}
      </div>
      <Button
        name={`Replace copy ${letter}`}
        disabled={isLocked}
        onClick={() => onReplace(segment.id)}
      >
        Replace
      </Button>
    </li>
  )
}
