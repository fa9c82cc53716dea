/** A box to tick, which shows the wish at once. */
import type { ReactNode } from 'react'
import type { CommandOutcome } from '../../../engine/contract/commands.ts'
import styles from './PlacementPanel.module.css'
import { useWish } from './useWish.ts'

interface SwitchProps {
  isOn: boolean
  isLocked: boolean
  give: (isOn: boolean) => Promise<(CommandOutcome | null)[]>
  children: ReactNode
}

export function Switch({ isOn, isLocked, give, children }: SwitchProps) {
  const wish = useWish(isOn, give)
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={wish.isOn}
        disabled={isLocked}
        onChange={event => wish.turn(event.target.checked)}
      />
      {children}
    </label>
  )
}
