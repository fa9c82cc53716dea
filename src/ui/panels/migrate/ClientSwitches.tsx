/** Applications, to be disconnected and connected again with as many sessions as they had. */
import { useRef } from 'react'
import type { ApplicationView } from '../../../engine/contract/frame.ts'
import { giveCommand } from '../../store/commands.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './MigratePanel.module.css'

interface ClientSwitchesProps {
  applications: ApplicationView[]
  isLocked: boolean
}

export function ClientSwitches({ applications, isLocked }: ClientSwitchesProps) {
  if (applications.length === 0) return null
  return (
    <section className={styles.card} aria-label="Applications">
      <h3>Applications</h3>
      <ul className={styles.clients}>
        {applications.map(application => (
          <ClientSwitch key={application.id} application={application} isLocked={isLocked} />
        ))}
      </ul>
    </section>
  )
}

interface ClientSwitchProps {
  application: ApplicationView
  isLocked: boolean
}

function ClientSwitch({ application, isLocked }: ClientSwitchProps) {
  const { id, sessions, on } = application
  const had = useRef(Math.max(1, sessions))
  if (sessions > 0) had.current = sessions
  const isOn = sessions > 0
  const words = isOn ? `${sessions} connected to ${on}` : 'disconnected'
  return (
    <li>
      <span>
        <strong>{id}</strong>: {words}
      </span>
      <Button
        disabled={isLocked}
        name={isOn ? `Disconnect ${id}` : `Connect ${id}`}
        onClick={() =>
          giveCommand({ do: 'SetWorkload', workload: id, sessions: isOn ? 0 : had.current })
        }
      >
        {isOn ? 'Disconnect' : 'Connect'}
      </Button>
    </li>
  )
}
