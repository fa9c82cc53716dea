/**
 * Starts the engine and joins it to the page: frames into the store, its loss and return into
 * words, the address into the story that opens.
 */
import { connectEngine } from './engine/connectEngine.ts'
import { engineStore } from './store/engineStore.ts'
import { openAddress } from './store/openAddress.ts'
import { receiveFrame } from './store/receiveFrame.ts'

export async function startEngine(): Promise<void> {
  const { engine } = connectEngine({ onFrame: receiveFrame, onLost: () => {}, onResumed: () => {} })
  engineStore.setState({ engine })
  await openAddress()
  engineStore.setState({ connection: 'live', description: await engine.describe() })
}
