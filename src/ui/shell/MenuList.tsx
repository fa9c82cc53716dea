/** The menu of a phone: every door and tool in words; loaded when it is first opened. */
import { DoorsInMenu } from './Doors.tsx'
import styles from './Header.module.css'
import { HeaderDoors } from './HeaderDoors.tsx'
import { HeaderTools } from './HeaderTools.tsx'
import { MoreDoors } from './MoreDoors.tsx'

export function MenuList({ onChosen }: { onChosen: () => void }) {
  return (
    <div className={styles.list}>
      <DoorsInMenu onChosen={onChosen} />
      <HeaderDoors onChosen={onChosen} />
      <MoreDoors onChosen={onChosen} />
      <HeaderTools isWorded />
    </div>
  )
}
