/**
 * What has been asked for beside the stage and above the page. The frames of panels and dialogs
 * come with the first of them.
 */
import { lazy, Suspense } from 'react'
import { viewStore } from '../store/viewStore.ts'

const OpenPanel = lazy(async () => ({ default: (await import('./OpenPanel.tsx')).OpenPanel }))
const OpenDialog = lazy(async () => ({ default: (await import('./OpenDialog.tsx')).OpenDialog }))

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

export function DialogOpening() {
  const isOpen = viewStore(({ dialog }) => dialog !== null)
  return (
    isOpen && (
      <Suspense>
        <OpenDialog />
      </Suspense>
    )
  )
}
