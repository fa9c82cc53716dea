/**
 * Two write paths under the same load: drawn, counted, and beside what was published. Reckoned in a
 * worker of its own.
 */
import { type ReactNode, useEffect } from 'react'
import type { WritePathAnswer } from '../../../engine/contract/writePath.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { learnSentences, say } from '../../../words/say.ts'
import { writePathSentences } from '../../../words/writePathSentences.ts'
import { CopyAddress } from '../../share/CopyAddress.tsx'
import { openSource } from '../../store/openSource.ts'
import { followSetting, readSetting } from '../../store/settingAddress.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { Bars } from './Bars.tsx'
import { callOff, compare } from './compare.ts'
import { Counted } from './Counted.tsx'
import { aSecond, iosEach, timesAsMany } from './figures.ts'
import { LoadControls } from './LoadControls.tsx'
import { PathPicture } from './PathPicture.tsx'
import { auroraShapes, mirroredShapes } from './pathShapes.ts'
import styles from './WritePath.module.css'
import { readWritePath, writePathNames, writePathSetting } from './writePathAddress.ts'
import { writePathStore } from './writePathStore.ts'

learnSentences(writePathSentences)

export function WritePath() {
  const answer = writePathStore(state => state.answer)
  useEffect(begin, [])
  return (
    <div className={styles.writePath}>
      <p>{sentence('question')}</p>
      <LoadControls />
      <Progress />
      {answer !== null && <Answer answer={answer} />}
    </div>
  )
}

/** Set as the address says; while it is open, the address says how it is set. */
function begin(): () => void {
  if (writePathStore.getState().state === 'idle') {
    void compare(readWritePath(readSetting(location.search, writePathNames)))
  }
  return followSetting({
    names: writePathNames,
    setting: () => writePathSetting(writePathStore.getState().request),
    subscribe: writePathStore.subscribe,
  })
}

function sentence(name: string, parameters: Record<string, string | number> = {}): string {
  return say({ key: `writePath.${name}`, parameters })
}

function short(value: number): string {
  return formatCount(Math.round(value * 100) / 100)
}

function Answer({ answer }: { answer: WritePathAnswer }) {
  const { aurora, mirrored, request } = answer
  const isStopped = request.isDiskDown
  return (
    <>
      <div className={styles.paths}>
        <PathPicture
          name="Mirrored MySQL"
          text={sentence('mirrored')}
          shapes={mirroredShapes(answer)}
        />
        <PathPicture name="Aurora" text={sentence('aurora')} shapes={auroraShapes(answer)} />
      </div>
      {isStopped ? (
        <p>
          {sentence('down', {
            stopped: Math.round(aSecond(mirrored)),
            going: Math.round(aSecond(aurora)),
          })}
        </p>
      ) : (
        <Bars answer={answer} />
      )}
      <Counted answer={answer} />
      {!isStopped && <Reasons answer={answer} />}
      <Note>{sentence('published')}</Note>
      <Note>{sentence('assumptions')}</Note>
    </>
  )
}

function Reasons({ answer }: { answer: WritePathAnswer }) {
  const { aurora, mirrored, request } = answer
  const logs = {
    redo: short(iosEach(mirrored, 'redo')),
    binlog: short(iosEach(mirrored, 'binlog')),
  }
  const page = short(iosEach(mirrored, 'page'))
  return (
    <section className={styles.reasons}>
      <h3>Why they differ, and why from what was published</h3>
      <p>{sentence('logs', logs)}</p>
      <p>{sentence('pages', { page, writes: request.writes })}</p>
      <p>{sentence('differ.mirrored', { ios: short(iosEach(mirrored)) })}</p>
      <p>{sentence('differ.aurora', { ios: short(iosEach(aurora)) })}</p>
      <p>{sentence('differ.times', { times: short(timesAsMany(answer)) })}</p>
    </section>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>
}

function Progress() {
  const { state, answer, request, problem } = writePathStore()
  if (state === 'running') {
    return (
      <div className={styles.progress}>
        <progress aria-label="Running both sides" />
        <span>Running both sides…</span>
        <Button onClick={callOff}>Call it off</Button>
      </div>
    )
  }
  return (
    <div className={styles.progress}>
      <span role="status">
        {state === 'failed' && `It could not be run: ${problem}.`}
        {state === 'calledOff' && 'Called off.'}
        {state === 'done' && `Counted with seed ${request.seed}.`}
      </span>
      <Button onClick={() => void compare({ seed: request.seed + 1 })}>
        Run again with another seed
      </Button>
      {answer !== null && <OpenRun answer={answer} />}
      <CopyAddress />
    </div>
  )
}

/** Aurora's run on the stage, from its start. */
function OpenRun({ answer }: { answer: WritePathAnswer }) {
  const open = () => {
    viewStore.setState({ dialog: null })
    void openSource(answer.scenario, 'story')
  }
  return (
    <Button icon="play" onClick={open}>
      Open Aurora’s run on the stage
    </Button>
  )
}
