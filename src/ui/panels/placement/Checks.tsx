/** Whether the application looks after itself, what its checks say, and the switches for it. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PlacedView } from '../../../engine/contract/placementView.ts'
import { say } from '../../../words/say.ts'
import { giveCommand } from '../../store/commands.ts'
import { checksOf } from './feelings.ts'
import styles from './PlacementPanel.module.css'
import { Switch } from './Switch.tsx'

interface ChecksProps {
  view: PlacedView
  frame: Frame
  periodMicros: number
  isLocked: boolean
}

export function Checks({ view, frame, periodMicros, isLocked }: ChecksProps) {
  const { id, checks, pauseMicros, takesOverAt } = view
  const isOn = checks !== null
  const standby = frame.instances.map(its => its.id)
  const waiting = takesOverAt === null ? null : takesOverAt - frame.at
  const give = async (plan: { isOn: boolean; standby?: string[]; pause?: string }) => [
    await giveCommand({ do: 'SetHealthCheck', workload: id, ...plan }),
  ]
  const turn = (its: boolean) => give({ isOn: its, ...(its ? { standby } : {}) })
  const pause = (its: boolean) => give({ isOn: true, pause: its ? '5s' : '0s' })
  return (
    <div className={styles.checks}>
      <Switch isOn={isOn} isLocked={isLocked} give={turn}>
        {id} checks its instances itself
      </Switch>
      {isOn && (
        <Switch isOn={pauseMicros > 0} isLocked={isLocked} give={pause}>
          pauses 5 s before it takes over
        </Switch>
      )}
      <p className={styles.quiet}>
        {checksOf(view, periodMicros).map(say).join(' ')}
        {waiting !== null &&
          ` ${say({ key: 'placement.takesOver', parameters: { inMicros: waiting } })}`}
      </p>
    </div>
  )
}
