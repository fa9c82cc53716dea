/** Play and pause, one step further, and back to the opening instant. */
import { goHome, step, togglePlay } from '../store/commands.ts'
import { engineStore } from '../store/engineStore.ts'
import { Button } from '../widgets/Button.tsx'
import { Popup } from '../widgets/Popup.tsx'
import styles from './Foot.module.css'
import { StepKinds } from './StepKinds.tsx'

export function PlayControls() {
  const isPlaying = engineStore(state => state.playback?.isPlaying ?? false)
  const isAlive = engineStore(state => state.playback !== null)
  return (
    <>
      <Button
        icon="home"
        name="Back to the opening instant"
        look="quiet"
        disabled={!isAlive}
        onClick={goHome}
      />
      <Button
        icon={isPlaying ? 'pause' : 'play'}
        look="strong"
        className={styles.play}
        disabled={!isAlive}
        onClick={togglePlay}
      >
        <span>{isPlaying ? 'Pause' : 'Play'}</span>
      </Button>
      <StepButtons isAlive={isAlive} />
    </>
  )
}

function StepButtons({ isAlive }: { isAlive: boolean }) {
  return (
    <span className={styles.pair}>
      <Button icon="step" name="Step" disabled={!isAlive} onClick={() => step('message')} />
      <Popup name="Kinds of step" icon="down" look="plain">
        {close => <StepKinds onChosen={close} />}
      </Popup>
    </span>
  )
}
