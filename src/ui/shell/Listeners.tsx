/** What listens to the whole page and may come after its first picture: keys, address, files. */
import { lazy, Suspense, useEffect } from 'react'
import { engineStore } from '../store/engineStore.ts'
import { followContrast } from '../store/looks.ts'
import { Narrator } from '../panels/narration/Narrator.tsx'
import { viewStore } from '../store/viewStore.ts'
import { UndoButtons } from './UndoButtons.tsx'
import { useDroppedFile } from './useDroppedFile.ts'
import { useFollowedAddress } from './useFollowedAddress.ts'
import { useFollowedDialog } from './useFollowedDialog.ts'
import { useFollowedPanel } from './useFollowedPanel.ts'
import { useKeys } from './useKeys.ts'

const StageMenu = lazy(async () => ({ default: (await import('./StageMenu.tsx')).StageMenu }))
const Hands = lazy(async () => ({ default: (await import('../stage/hands/Hands.tsx')).Hands }))
const InsideDoors = lazy(async () => ({
  default: (await import('./InsideDoors.tsx')).InsideDoors,
}))
const Projector = lazy(async () => ({
  default: (await import('../projector/Projector.tsx')).Projector,
}))

export function Listeners() {
  useKeys()
  useDroppedFile()
  useFollowedAddress()
  useFollowedDialog()
  useFollowedPanel()
  useEffect(followContrast, [])
  const isProjector = viewStore(({ looks }) => looks.startsWith('projector'))
  const isAlive = engineStore(({ frame }) => frame !== null)
  const hasMenu = viewStore(({ menu }) => menu !== null)
  return (
    <Suspense>
      <Narrator />
      <UndoButtons />
      {isAlive && <Hands />}
      {isAlive && <InsideDoors />}
      {hasMenu && <StageMenu />}
      {isProjector && <Projector />}
    </Suspense>
  )
}
