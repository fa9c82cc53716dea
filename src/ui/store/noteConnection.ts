/** A worker that dies is told, and that another went on from the recording. */
import { formatTime } from '../../words/formatNumbers.ts'
import { type Connection, engineStore } from './engineStore.ts'
import { viewStore } from './viewStore.ts'

function resumedText(): string {
  const at = engineStore.getState().playback?.at ?? 0
  const place = `the recording at ${formatTime(at)}`
  return `It was started again and went on from ${place}. Nothing was lost.`
}

export function noteConnection(connection: Connection): void {
  engineStore.setState({ connection })
  const title = 'The engine stopped.'
  if (connection === 'lost') {
    viewStore.setState({ notice: { tone: 'bad', title, text: 'Starting it again…' } })
  }
  if (connection === 'resumed') {
    viewStore.setState({ notice: { tone: 'ok', title, text: resumedText() } })
  }
}
