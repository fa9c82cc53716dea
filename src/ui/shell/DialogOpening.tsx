/** The dialog that is open above the page; its frame comes with the first of them. */
import { lazy, Suspense } from 'react'
import { viewStore } from '../store/viewStore.ts'

const OpenDialog = lazy(async () => ({ default: (await import('./OpenDialog.tsx')).OpenDialog }))

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
