/** One step further: to the next event, message or fact, or to whatever one wishes for. */
import { step } from '../store/commands.ts'
import { viewStore } from '../store/viewStore.ts'
import { Button } from '../widgets/Button.tsx'
import styles from './Foot.module.css'

const steps = [
  { kind: 'event', label: 'Step to the next event' },
  { kind: 'message', label: 'Step to the next message' },
  { kind: 'fact', label: 'Step to the next fact' },
] as const

export function StepKinds({ onChosen }: { onChosen: () => void }) {
  return (
    <div className={styles.list}>
      {steps.map(({ kind, label }) => (
        <Button
          key={kind}
          look="quiet"
          onClick={() => {
            onChosen()
            void step(kind)
          }}
        >
          {label}
        </Button>
      ))}
      <Button
        look="quiet"
        aria-haspopup="dialog"
        onClick={() => {
          onChosen()
          viewStore.setState({ dialog: 'stopWhen' })
        }}
      >
        Stop when…
      </Button>
    </div>
  )
}
