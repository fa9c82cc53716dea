/** Whether the application looks after itself, what its checks say, and the switch for it. */
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
  const { id, checks, takesOverAt } = view
  const others = frame.instances.map(its => its.id)
  const turn = (isOn: boolean) =>
    void giveCommand({
      do: 'SetHealthCheck',
      workload: id,
      isOn,
      ...(isOn ? { standby: others } : {}),
    })
  return (
    <div className={styles.checks}>
      <label>
        <input
          type="checkbox"
          checked={checks !== null}
          disabled={isLocked}
          onChange={event => turn(event.target.checked)}
        />
        {id} checks its instances itself
      </label>
      <p className={styles.quiet}>
        {checksOf(view, periodMicros).map(say).join(' ')}
        {takesOverAt !== null &&
          ` ${say({ key: 'placement.takesOver', parameters: { inMicros: takesOverAt - frame.at } })}`}
      </p>
    </div>
  )
}
