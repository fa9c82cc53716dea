/** Who the members of the group are, what is changing, in which epoch, and what one may ask for. */
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { Term } from '../../widgets/Term.tsx'
import { Changes } from './Changes.tsx'
import { Member } from './Member.tsx'
import rowStyles from './Rows.module.css'
import { useRefusal } from './useRefusal.ts'
import type { VolumeSubject } from './volumeSubject.ts'
import styles from './VolumePanel.module.css'

export function Members(subject: VolumeSubject) {
  const { frame, group, rows } = subject
  const { refusal, ask } = useRefusal()
  const isLocked = viewStore(state => state.isLocked)
  const groups = frame.membership?.groups
  const model = groups?.find(({ id }) => id === group.id)?.model ?? `4/${group.segments.length}`
  const wanted = model === '3/4' ? '4/6' : '3/4'
  return (
    <>
      <ul className={styles.members} aria-label={`Members of ${group.id}`}>
        {rows.map(row => (
          <Member
            key={row.segment.id}
            row={row}
            isLocked={isLocked}
            refusal={refusal?.asked === row.segment.id ? refusal.text : null}
            onReplace={segment => void ask(segment, { do: 'ReplaceSegment', segment })}
          />
        ))}
      </ul>
      <Changes {...subject} />
      <Epochs {...subject} />
      <div className={styles.acts}>
        <Button
          disabled={isLocked}
          onClick={() => void ask(wanted, { do: 'ChangeQuorum', model: wanted })}
        >
          {wanted === '3/4' ? 'Change the quorum to 3 of 4' : 'Change the quorum back to 4 of 6'}
        </Button>
        {refusal?.asked === wanted && <p className={styles.refusal}>{refusal.text}</p>}
        <p className={styles.key}>
          {wanted === '3/4'
            ? 'For a zone that is lost for long: three of the other four copies are then enough.'
            : 'When the zone is back: its two copies count again once they have everything.'}
        </p>
      </div>
    </>
  )
}

function Epochs({ frame, detail }: VolumeSubject) {
  return (
    <dl className={rowStyles.rows}>
      <div>
        <dt>
          <Term name="membership epoch">Membership epoch</Term>
        </dt>
        <dd>{detail.membershipEpoch}</dd>
      </div>
      <div>
        <dt>
          <Term name="geometry epoch">Geometry epoch</Term>
        </dt>
        <dd>{frame.volumeDetail?.geometryEpoch ?? 1}</dd>
      </div>
      <div>
        <dt>
          <Term name="volume epoch">Volume epoch</Term>
        </dt>
        <dd>{frame.volume.epoch}</dd>
      </div>
    </dl>
  )
}
