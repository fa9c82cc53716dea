/**
 * The entry of the page: starts the engine in its worker, opens what the address asks for, and
 * draws the page over the static shell. Reading the page, reading what draws it, and drawing are
 * tasks of their own, so that no single one holds up the first click.
 */
import { StrictMode } from 'react'
import { App } from './App.tsx'
import { nextTask } from './nextTask.ts'
import { keepEarlyKeys } from './shell/earlyKeys.ts'
import { startEngine } from './startEngine.ts'

const root = document.getElementById('root')

if (root !== null) {
  keepEarlyKeys()
  void startEngine()
  void drawPage(root)
}

async function drawPage(place: HTMLElement): Promise<void> {
  const { createRoot } = await import('react-dom/client')
  await nextTask()
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
