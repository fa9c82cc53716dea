/** What a change of members is doing, why, and until when. */
import type { Phrase } from '../../../engine/contract/frame.ts'
import type { ChangeView, GroupMembersView } from '../../../engine/contract/membershipView.ts'
import { say } from '../../../words/say.ts'
import { lettersIn } from './memberRows.ts'
import type { VolumeSubject } from './volumeSubject.ts'
import styles from './VolumePanel.module.css'

function changePhrase(change: ChangeView, own: GroupMembersView, at: number): Phrase {
  const { kind, phase, leaving, joining, until } = change
  const young = own.members.find(({ letter }) => letter === joining)
  const giver = own.members.find(({ segment }) => segment === young?.from)
  const parameters = {
    leaving,
    joining,
    from: giver?.letter ?? '',
    sharePpm: young?.hydratedPpm ?? 0,
    untilMicros: until === null ? 0 : Math.max(0, until - at),
  }
  return { key: `volume.change.${kind === 'rebuild' ? kind : phase}`, parameters }
}

function writingPhrase(own: GroupMembersView, letters: string[], at: number): Phrase | null {
  const { writing } = own
  if (writing === null) return null
  const acknowledged = lettersIn(writing.acknowledged, letters)
  const parameters = { epoch: writing.epoch, forMicros: at - writing.since, acknowledged }
  return { key: 'volume.writingEpoch', parameters }
}

export function Changes({ frame, group, detail }: VolumeSubject) {
  const own = frame.membership?.groups.find(({ id }) => id === group.id)
  const writing = own === undefined ? null : writingPhrase(own, detail.letters, frame.at)
  return (
    <section aria-label="Change of members" className={styles.said}>
      {own?.changes.map(change => (
        <p key={change.joining}>
          {say(changePhrase(change, own, frame.at))}{' '}
          <span className={styles.quiet}>
            {say({ key: `volume.change.why.${change.why}`, parameters: {} })}
          </span>
        </p>
      ))}
      {writing !== null && <p>{say(writing)}</p>}
      {(own?.changes.length ?? 0) === 0 && writing === null && (
        <p className={styles.quiet}>{say({ key: 'volume.noChange', parameters: {} })}</p>
      )}
    </section>
  )
}
