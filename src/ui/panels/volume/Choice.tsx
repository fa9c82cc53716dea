/** One of a few names, as a row of buttons. */
import styles from './VolumePanel.module.css'

interface ChoiceProps {
  label: string
  names: string[]
  chosen: string
  onChoose: (name: string) => void
}

export function Choice({ label, names, chosen, onChoose }: ChoiceProps) {
  return (
    <fieldset className={label === 'Page' ? styles.pages : styles.choices} aria-label={label}>
      {names.map(name => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
