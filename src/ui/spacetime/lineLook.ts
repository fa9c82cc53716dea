/** The colour of a message as on the stage, and how strongly its line is drawn. */
import type { SpaceMessage } from '../../engine/contract/spacetime.ts'
import { messageLooks, messageNumbers } from '../canvas/messageLook.ts'
import styles from './Spacetime.module.css'
import type { MessageLine } from './spacetimeShapes.ts'

const mostWriters = 4

/** What a writer sends has the writer's colour; instances come first among the actors. */
export function lineColour({ kind, from, isRefusal }: SpaceMessage): string {
  if (isRefusal) return 'var(--bad)'
  const colour = messageLooks[messageNumbers[kind]]?.colour ?? 'muted'
  const isWriter = colour === 'writer1' && from < mostWriters
  return `var(--${isWriter ? `writer${from + 1}` : colour})`
}

export function lineClass({ tone, message }: MessageLine): string {
  const dashed = message.fate === 'underWay' ? styles.underWay : ''
  return `${styles.line} ${styles[tone]} ${dashed}`
}
