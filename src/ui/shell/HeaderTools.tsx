/** Tools of the header: by their signs in its row, in words in the menu of a phone. */
import { viewStore } from '../store/viewStore.ts'
import { applyTheme, themes } from '../theme/applyTheme.ts'
import { Button } from '../widgets/Button.tsx'
import { toggleLock, toggleUnfolded } from './toggles.ts'

interface Worded {
  isWorded: boolean
}

export function HeaderTools({ isWorded }: Worded) {
  return (
    <>
      <UnfoldButton isWorded={isWorded} />
      <LockButton isWorded={isWorded} />
      <ThemeButton isWorded={isWorded} />
    </>
  )
}

function UnfoldButton({ isWorded }: Worded) {
  const isUnfolded = viewStore(state => state.isUnfolded)
  const words = 'Show the log points'
  return (
    <Button
      look="quiet"
      icon="unfold"
      name={isWorded ? undefined : words}
      isPressed={isUnfolded}
      onClick={toggleUnfolded}
    >
      {isWorded ? words : undefined}
    </Button>
  )
}

function LockButton({ isWorded }: Worded) {
  const isLocked = viewStore(state => state.isLocked)
  return (
    <Button
      look="quiet"
      icon={isLocked ? 'lock' : 'unlock'}
      name={isWorded ? undefined : 'Lock the stage'}
      isPressed={isLocked}
      onClick={toggleLock}
    >
      {isWorded ? 'Lock the stage' : undefined}
    </Button>
  )
}

function ThemeButton({ isWorded }: Worded) {
  const theme = viewStore(state => state.theme)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const text = `Colours: ${theme === 'system' ? 'as the system' : theme}`
  const change = () => {
    applyTheme(next)
    viewStore.setState({ theme: next })
  }
  return (
    <Button look="quiet" icon="theme" name={isWorded ? undefined : text} onClick={change}>
      {isWorded ? text : undefined}
    </Button>
  )
}
