/** Says something to screen readers, once and politely. */
import { viewStore } from './viewStore.ts'

export function announce(announcement: string): void {
  viewStore.setState({ announcement })
}
