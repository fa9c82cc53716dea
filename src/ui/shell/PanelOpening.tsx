/** The panel that is open beside the stage; its frame comes with the first of them. */
import { lazy, Suspense } from 'react'
import { viewStore } from '../store/viewStore.ts'

const OpenPanel = lazy(async () => ({ default: (await import('./OpenPanel.tsx')).OpenPanel }))

export function PanelOpening() {
  const isOpen = viewStore(({ panel, lesson }) => panel !== null || lesson !== null)
  return (
    isOpen && (
      <Suspense>
        <OpenPanel />
      </Suspense>
    )
  )
}
