/**
 * The entry of the page: draws it over the static shell, starts the engine in its worker, opens
 * what the address asks for, and installs `window.playground`.
 */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startEngine } from './startEngine.ts'

const root = document.getElementById('root')

if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  void startEngine()
}
