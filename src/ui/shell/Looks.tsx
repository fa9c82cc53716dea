/** How the page looks: its colours, how strong they are, and large words for a projector. */
import { viewStore } from '../store/viewStore.ts'
import { applyTheme, type Theme } from '../theme/applyTheme.ts'
import {
  type Contrast,
  chooseContrast,
  chooseMode,
  currentContrast,
  currentMode,
  type Mode,
} from '../store/looks.ts'
import styles from './Looks.module.css'

const themes: [Theme, string][] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]
const contrasts: [Contrast, string][] = [
  ['system', 'As the system'],
  ['usual', 'Usual'],
  ['more', 'More contrast'],
]
const modes: [Mode, string][] = [
  ['desk', 'For a desk or a phone'],
  ['projector', 'Projector: large words, strong colours'],
]

export function Looks() {
  const theme = viewStore(state => state.theme)
  viewStore(state => state.looks)
  return (
    <div className={styles.looks}>
      <Choice name="Colours" all={themes} chosen={theme} onChoose={changeTheme} />
      <Choice
        name="Contrast"
        all={contrasts}
        chosen={currentContrast()}
        onChoose={chooseContrast}
      />
      <Choice name="Size" all={modes} chosen={currentMode()} onChoose={chooseMode} />
      <p className={styles.note}>
        On a projector colours are light unless dark is chosen, and always strong. Key: p.
      </p>
    </div>
  )
}

function changeTheme(theme: Theme): void {
  applyTheme(theme)
  viewStore.setState({ theme })
}

interface ChoiceProps<T extends string> {
  name: string
  all: [T, string][]
  chosen: T
  onChoose: (value: T) => void
}

function Choice<T extends string>({ name, all, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{name}</legend>
      {all.map(([value, words]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  )
}
