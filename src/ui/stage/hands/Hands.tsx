/**
 * Hands over the stage, with or without a panel: things of it can be dragged and links cut, and
 * faults are dropped from panels. Loaded after the first picture.
 */
import { useEffect } from 'react'
import { engineStore } from '../../store/engineStore.ts'
import { DragHint } from './DragHint.tsx'
import { Ghost } from './Ghost.tsx'
import { useGrip } from './useGrip.ts'

/** Tells styles and tests that hands are there, and whether applications go where they are put. */
function useMark(): void {
  const isPlaced = engineStore(({ frame }) => frame?.placement != null)
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.hands = isPlaced ? 'placing' : 'out'
    return () => {
      delete dataset.hands
    }
  }, [isPlaced])
}

export function Hands() {
  const shown = useGrip()
  useMark()
  return shown === null ? <DragHint /> : <Ghost shown={shown} />
}
