/** A goal to reach by oneself: the act that is offered, and how the run stands to the goal. */
import { useEffect } from 'react'
import { say } from '../../words/say.ts'
import { type Engine, engineStore } from '../store/engineStore.ts'
import { useAsked } from '../store/useAsked.ts'
import { WithTerms } from '../widgets/WithTerms.tsx'
import { judgeGoal } from './judge.ts'
import type { Goal, Step } from './lesson.ts'
import type { Standing } from './lessonState.ts'
import { tellLesson } from './lessonStore.ts'
import { attemptNumber, mostEarlierMicros } from './runTwoChanges.ts'
import { TwoChangesForm } from './TwoChangesForm.tsx'
import { useSeen } from './useSeen.ts'

interface GoalProps {
  step: Step
  goal: Goal
  standing: Standing | undefined
}

export function GoalView({ step, goal, standing }: GoalProps) {
  useStanding(step, goal)
  return (
    <>
      <div role="status">{standing !== undefined && <StandingView {...{ goal, standing }} />}</div>
      <TwoChangesForm act={goal.act} at={step.at} isAgain={standing?.kind === 'failed'} />
    </>
  )
}

/** Asked of the facts of the present branch, however the commands came. */
async function askStanding(engine: Engine, { at }: Step, goal: Goal) {
  const attempt = attemptNumber()
  const from = at - mostEarlierMicros
  const to = engineStore.getState().playback?.at ?? at
  return to < from ? null : { attempt, standing: await judgeGoal(engine, goal, { from, to }) }
}

function useStanding(step: Step, goal: Goal): void {
  const asked = useAsked('goal', engine => askStanding(engine, step, goal))
  useEffect(() => {
    if (asked === null || asked.attempt !== attemptNumber()) return
    const { standing } = asked
    tellLesson({ kind: 'judged', standing })
    const isOver = standing.kind === 'passed' || standing.kind === 'failed'
    if (isOver) void engineStore.getState().engine?.pause()
  }, [asked])
}

function StandingView({ goal, standing }: { goal: Goal; standing: Standing }) {
  const seen = useSeen<HTMLParagraphElement>(standing.kind)
  if (standing.kind === 'waiting') return null
  if (standing.kind === 'underWay') return <p>Under way…</p>
  return (
    <p ref={seen} className="lesson-standing" data-right={standing.kind === 'passed'}>
      <WithTerms text={standingWords(goal, standing)} />
    </p>
  )
}

function standingWords({ passed, failed }: Goal, standing: Standing): string {
  if (standing.kind !== 'failed') return say({ key: passed, parameters: {} })
  const { parameters } = standing.because
  const cause = 'cause' in parameters ? `.${parameters.cause}` : ''
  return say({ key: `${failed}${cause}`, parameters: { ...parameters } as never })
}
