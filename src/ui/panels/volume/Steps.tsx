/**
 * The eight steps of one copy on its node: two in the foreground, for which a commit waits, and six
 * behind it (2017 §3.3, figure 4). Below, how far each has come, and what is damaged.
 */
import { useState } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { SegmentWorkView, StepView } from '../../../engine/contract/volumeFrameView.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Term } from '../../widgets/Term.tsx'
import { Backlog } from './Backlog.tsx'
import { Damage } from './Damage.tsx'
import rowStyles from './Rows.module.css'
import { Station } from './Station.tsx'
import type { VolumeSubject } from './volumeSubject.ts'
import styles from './Steps.module.css'

type StepNumber = StepView['step']

const foreground: StepNumber[] = [1, 2]
const background: StepNumber[] = [3, 4, 5, 6, 7, 8]

export function Steps({ frame, group }: VolumeSubject) {
  const { pipeline } = frame
  const [asked, setAsked] = useState<string | null>(null)
  const selection = viewStore(state => state.selection)
  if (pipeline === null) {
    return (
      <>
        <Said name="volume.pipeline.asleep" />
        <Pipeline work={null} at={frame.at} />
      </>
    )
  }
  const { segments } = pipeline
  const own = segments.filter(({ segment }) => segment.startsWith(`${group.id}/`))
  const work =
    segments.find(({ segment }) => segment === asked) ??
    segments.find(({ segment }) => segment === selection) ??
    own.find(({ node }) => node === selection) ??
    own[0]
  if (work === undefined) return null
  return (
    <>
      <SegmentChoice frame={frame} chosen={work.segment} onChoose={setAsked} />
      {!pipeline.isOn && <Said name="volume.pipeline.off" />}
      <Pipeline work={work} at={frame.at} />
      <Points work={work} />
      <Backlog work={work} at={frame.at} />
      <Damage frame={frame} work={work} />
    </>
  )
}

function Said({ name }: { name: string }) {
  return <p className={styles.quiet}>{say({ key: name, parameters: {} })}</p>
}

function letterOf(frame: Frame, segment: string): string {
  const index = frame.groups.findIndex(({ id }) => segment.startsWith(`${id}/`))
  const bit = frame.groups[index]?.segments.findIndex(({ id }) => id === segment) ?? -1
  return frame.volumeDetail?.groups[index]?.letters[bit] ?? '?'
}

interface ChoiceProps {
  frame: Frame
  chosen: string
  onChoose: (segment: string) => void
}

function SegmentChoice({ frame, chosen, onChoose }: ChoiceProps) {
  const hosts = frame.nodes.filter(({ segments }) => segments.length > 0)
  return (
    <label className={styles.choice}>
      Copy
      <select value={chosen} onChange={event => onChoose(event.target.value)}>
        {hosts.map(({ id, segments }) => (
          <optgroup key={id} label={id.replace('node-', 'node ')}>
            {segments.map(segment => (
              <option key={segment} value={segment}>
                {letterOf(frame, segment)} · {segment}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

/** Without work the eight are shown all the same, so that one knows what is to come. */
function Pipeline({ work, at }: { work: SegmentWorkView | null; at: number }) {
  const viewOf = (step: StepNumber) => work?.steps.find(view => view.step === step) ?? null
  return (
    <div className={styles.pipeline}>
      <h3>Foreground: a commit waits for these two</h3>
      <ol className={styles.warm} aria-label="Foreground steps">
        {foreground.map(step => (
          <Station key={step} step={step} view={viewOf(step)} at={at} />
        ))}
      </ol>
      <h3>Background: nobody waits for these six</h3>
      <ol className={styles.cool} start={3} aria-label="Background steps">
        {background.map(step => (
          <Station key={step} step={step} view={viewOf(step)} at={at} />
        ))}
      </ol>
    </div>
  )
}

function Points({ work }: { work: SegmentWorkView }) {
  return (
    <dl className={rowStyles.rows}>
      <div>
        <dt>Backed up to</dt>
        <dd>LSN {formatCount(work.backedUpLsn)}</dd>
      </div>
      <div>
        <dt>Collected to</dt>
        <dd>LSN {formatCount(work.collectedLsn)}</dd>
      </div>
      <div>
        <dt>
          <Term name="PGMRPL">PGMRPL</Term>, as it was told
        </dt>
        <dd>LSN {formatCount(work.lowestReadPoint)}</dd>
      </div>
    </dl>
  )
}
