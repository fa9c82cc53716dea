/**
 * One of a few, as a row of pills: a group of radio buttons, of which one is always chosen. Arrows
 * go from one to the next; roles and keys are those of Radix.
 */
import * as Radix from '@radix-ui/react-toggle-group'
import styles from './ChoiceRow.module.css'

interface ChoiceRowProps<Name extends string> {
  label: string
  names: readonly Name[]
  chosen: Name
  onChoose: (name: Name) => void
  /** What a name is called where one reads it. */
  wordsOf?: (name: Name) => string
  className?: string
}

export function ChoiceRow<Name extends string>(props: ChoiceRowProps<Name>) {
  const { label, names, chosen, onChoose, wordsOf = name => name, className = '' } = props
  return (
    <Radix.Root
      type="single"
      className={`${styles.row} ${className}`}
      aria-label={label}
      value={chosen}
      onValueChange={name => name !== '' && onChoose(name as Name)}
    >
      {names.map(name => (
        <Radix.Item key={name} className={styles.choice} value={name}>
          {wordsOf(name)}
        </Radix.Item>
      ))}
    </Radix.Root>
  )
}
