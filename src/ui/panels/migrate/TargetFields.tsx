/** What the cluster is to be: its configuration, the class of one that is provisioned, the rest. */
import type { Configuration } from '../../../words/migrationWays.ts'
import styles from './MigratePanel.module.css'

export const targets: Record<Configuration, string> = {
  v2: 'Serverless v2',
  provisioned: 'an instance class',
  v1: 'Serverless v1 (retired)',
}

export interface Target {
  to: Configuration
  class: string
  keepsOld: boolean
}

interface TargetFieldsProps {
  target: Target
  /** Empty: the class is not to be chosen. */
  classes: string[]
  mayKeepOld: boolean
  /** On the way from v1 to v2. */
  hasClassBetween: boolean
  put: (change: Partial<Target>) => void
}

export function TargetFields({
  target,
  classes,
  mayKeepOld,
  hasClassBetween,
  put,
}: TargetFieldsProps) {
  const { to, class: name, keepsOld } = target
  return (
    <div className={styles.fields}>
      <label>
        <span>Target</span>
        <select value={to} onChange={event => put({ to: event.target.value as Configuration })}>
          {Object.entries(targets).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {(to === 'provisioned' || hasClassBetween) && classes.length > 0 && (
        <label>
          <span>{hasClassBetween ? 'Class between' : 'Class'}</span>
          <select value={name} onChange={event => put({ class: event.target.value })}>
            {classes.map(its => (
              <option key={its}>{its}</option>
            ))}
          </select>
        </label>
      )}
      {mayKeepOld && (
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={keepsOld}
            onChange={event => put({ keepsOld: event.target.checked })}
          />
          Keep the old instance (as a reader; by blue/green as the blue cluster)
        </label>
      )}
    </div>
  )
}
