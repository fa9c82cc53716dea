/** The write and read quorum of the group at hand, and how far its newest record has come. */
import type { Phrase } from '../../../engine/contract/frame.ts'
import type { WatchedRecordView } from '../../../engine/contract/volumeDetailView.ts'
import { say } from '../../../words/say.ts'
import { Formula } from './Formula.tsx'
import { lettersIn } from './memberRows.ts'
import type { VolumeSubject } from './volumeSubject.ts'
import styles from './VolumePanel.module.css'

function watchedPhrase(watched: WatchedRecordView | null, letters: string[]): Phrase {
  if (watched === null) return { key: 'volume.watched.none', parameters: {} }
  const { lsn, isDurable, acknowledged, heldBy } = watched
  const parameters = {
    lsn,
    acknowledged: lettersIn(acknowledged, letters),
    onDisk: lettersIn(heldBy & ~acknowledged, letters),
  }
  return { key: `volume.watched.${isDurable ? 'durable' : 'open'}`, parameters }
}

/** A writer cannot know who is within its reach, only who answers. */
const asKnown = '● not silent · ✓ and has acknowledged that record · … silent, not failed'
const asItIs =
  '● within reach · ✓ and has acknowledged that record · ◌ within reach, does not count · ✕ out ' +
  'of reach'

export function Quorums({ group, detail, rows, known }: VolumeSubject) {
  const { writeQuorum, readQuorum } = group
  return (
    <>
      <Formula kind="write" quorum={writeQuorum} sets={detail.write} rows={rows} />
      <p className={styles.quiet}>{say(watchedPhrase(detail.watched, detail.letters))}</p>
      <Formula kind="read" quorum={readQuorum} sets={detail.read} rows={rows} />
      <p className={styles.key}>{known ? asKnown : asItIs}</p>
    </>
  )
}
