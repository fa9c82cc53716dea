/**
 * Starts the engine and joins it to the page: frames go into the store, a lost worker into words,
 * the address into the story that opens, and `window.playground` onto the window.
 */
import { connectEngine } from './engine/connectEngine.ts'
import { createPlayground, type Playground, type PlaygroundDoor } from './playground/playground.ts'
import { engineStore } from './store/engineStore.ts'
import { noteConnection } from './store/noteConnection.ts'
import { learnMore } from './store/learnMore.ts'
import { listenToPaint } from './store/notePainted.ts'
import { openAddress } from './store/openAddress.ts'
import { newestFrame, receiveFrame, shownFrame } from './store/receiveFrame.ts'
import { revise } from './store/revise.ts'
import { showOpened } from './store/showOpened.ts'
import { viewStore } from './store/viewStore.ts'

declare global {
  interface Window {
    playground: Playground
  }
}

export async function startEngine(): Promise<void> {
  let door: PlaygroundDoor | null = null
  const { engine } = connectEngine({
    onFrame: packet => {
      door?.noteReceived()
      receiveFrame(packet)
    },
    onConnection: noteConnection,
  })
  door = createPlayground({
    engine,
    frame: newestFrame,
    shown: shownFrame,
    description: () => engineStore.getState().description,
    learn: learnMore,
    onOpened: opened => showOpened(opened, viewStore.getState().dialog),
    onChanged: revise,
  })
  window.playground = door.playground
  listenToPaint(door.notePainted)
  engineStore.setState({ engine })
  await (location.search.includes('lesson=') ? openTaught() : openAddress())
  void learnMore()
}

/** A lesson in the address opens its own story. */
async function openTaught(): Promise<void> {
  const { openLessonAddress } = await import('./lessons/openLessonAddress.ts')
  await openLessonAddress()
}
