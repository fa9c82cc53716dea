/** Tools of the header: by their signs in its row, in words in the menu of a phone. */
import { viewStore } from '../store/viewStore.ts'
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
      <LooksButton isWorded={isWorded} />
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

function LooksButton({ isWorded }: Worded) {
  const words = 'Colours and size'
  return (
    <Button
      look="quiet"
      icon="theme"
      name={isWorded ? undefined : words}
      aria-haspopup="dialog"
      onClick={() => viewStore.setState({ dialog: 'looks' })}
    >
      {isWorded ? words : undefined}
    </Button>
  )
}
