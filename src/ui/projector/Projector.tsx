/** The page for a wall, while that is chosen: large words everywhere, the stage magnified. */
import { useEffect } from 'react'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { magnify } from './magnify.ts'
import './projector.css'

/** The stage comes with the first frame, and another one when somebody looks into a thing. */
function whenStaged(act: (stage: HTMLElement) => () => void): () => void {
  let shown: HTMLElement | null = null
  let stop: (() => void) | null = null
  const look = () => {
    const stage = document.querySelector<HTMLElement>('.stage-place')
    if (stage === shown) return
    stop?.()
    shown = stage
    stop = stage && act(stage)
  }
  look()
  const timer = setInterval(look, 200)
  return () => {
    clearInterval(timer)
    stop?.()
  }
}

function startMagnifying(stage: HTMLElement): () => void {
  const { refit, stop } = magnify(stage)
  const stops = [
    engineStore.subscribe((state, before) => state.opened !== before.opened && refit()),
    viewStore.subscribe((state, before) => state.panel !== before.panel && refit()),
  ]
  addEventListener('resize', refit)
  return () => {
    for (const each of stops) each()
    removeEventListener('resize', refit)
    stop()
  }
}

export function Projector() {
  useEffect(() => whenStaged(startMagnifying), [])
  return null
}
