/** Whether the application looks after itself, what its checks say, and the switches for it. */
import type { ReactNode } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PlacedView } from '../../../engine/contract/placementView.ts'
import { say } from '../../../words/say.ts'
import { giveCommand } from '../../store/commands.ts'
import { checksOf } from './feelings.ts'
import styles from './PlacementPanel.module.css'

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
  const turn = (its: boolean) =>
    void giveCommand({
      do: 'SetHealthCheck',
      workload: id,
      isOn: its,
      ...(its ? { standby } : {}),
    })
  const pause = (its: boolean) =>
    void giveCommand({ do: 'SetHealthCheck', workload: id, isOn: true, pause: its ? '5s' : '0s' })
  return (
    <div className={styles.checks}>
      <Switch isOn={isOn} isLocked={isLocked} onTurn={turn}>
        {id} checks its instances itself
      </Switch>
      {isOn && (
        <Switch isOn={pauseMicros > 0} isLocked={isLocked} onTurn={pause}>
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

interface SwitchProps {
  isOn: boolean
  isLocked: boolean
  onTurn: (isOn: boolean) => void
  children: ReactNode
}

function Switch({ isOn, isLocked, onTurn, children }: SwitchProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isLocked}
        onChange={event => onTurn(event.target.checked)}
      />
      {children}
    </label>
  )
}
