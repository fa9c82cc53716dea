/** The ruler of log points of the one writer, and the ranges that recoveries have annulled. */
import { say } from '../../../words/say.ts'
import { RulerBoard } from './RulerBoard.tsx'
import { rulerMarks } from './rulerMarks.ts'
import { StatusPoints } from './StatusPoints.tsx'
import type { VolumeSubject } from './volumeSubject.ts'
import styles from './Ruler.module.css'

export function Ruler(subject: VolumeSubject) {
  return (
    <>
      <RulerBoard marks={rulerMarks(subject)} ranges={subject.frame.volume.truncations} />
      <Ranges {...subject} />
      <StatusPoints points={subject.frame.volumeDetail?.statusPoints ?? []} />
    </>
  )
}

function Ranges({ frame }: VolumeSubject) {
  const { truncations } = frame.volume
  if (truncations.length === 0) return null
  return (
    <ul className={styles.told} aria-label="Annulled ranges">
      {truncations.map(({ epoch, above, upTo }) => (
        <li key={epoch}>
          {say({
            key: 'volume.wait.truncation',
            parameters: { epoch, above: above + 1, upTo },
          })}
        </li>
      ))}
    </ul>
  )
}
