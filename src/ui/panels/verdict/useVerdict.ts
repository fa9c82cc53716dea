/**
 * The verdict on the run up to the instant shown, asked of the laboratory: the run is played again
 * there, so that this page goes on undisturbed. Asked when the panel opens, and again on wish.
 */
import { useEffect, useState } from 'react'
import type { RunVerdict } from '../../../engine/contract/history.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { openLab } from '../../engine/openLab.ts'
import { engineStore } from '../../store/engineStore.ts'

export type Judging =
  | { state: 'judging'; share: number }
  | { state: 'judged'; verdict: RunVerdict }
  | { state: 'calledOff' }
  | { state: 'failed'; why: string }

export interface Judge {
  judging: Judging
  again(): void
  callOff(): void
}

const idle = (): void => undefined

export function useVerdict(): Judge {
  const [judging, setJudging] = useState<Judging>({ state: 'judging', share: 0 })
  const [round, setRound] = useState(0)
  const [stop, setStop] = useState<() => void>(() => idle)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks once more.
  useEffect(() => {
    let isOver = false
    let callOff = idle
    const end = () => {
      isOver = true
      callOff()
    }
    setStop(() => () => {
      end()
      setJudging({ state: 'calledOff' })
    })
    setJudging({ state: 'judging', share: 0 })
    const tell = (share: number) => !isOver && setJudging({ state: 'judging', share })
    begin(tell)
      .then(task => {
        callOff = task.callOff
        if (isOver) task.callOff()
        return task.answer
      })
      .then(verdict => verdict && !isOver && setJudging({ state: 'judged', verdict }))
      .catch((why: Error) => !isOver && setJudging({ state: 'failed', why: why.message }))
    return end
  }, [round])
  return { judging, again: () => setRound(before => before + 1), callOff: stop }
}

/** What has been played so far, however one has sought back. */
function untilOf(): Micros {
  return engineStore.getState().playback?.at ?? 0
}

async function begin(tell: (share: number) => void) {
  const { engine } = engineStore.getState()
  if (engine === null) throw new Error('there is no run yet')
  const recording = await engine.recording()
  const until = untilOf()
  return openLab().judge(recording, until, ({ done, all }) => tell(all > 0 ? done / all : 1))
}
