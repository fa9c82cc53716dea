/** What listens to the whole page and may come after its first picture: keys, address, files. */
import { useEffect } from 'react'
import { followContrast } from '../store/looks.ts'
import { Narrator } from '../panels/narration/Narrator.tsx'
import { useDroppedFile } from './useDroppedFile.ts'
import { useFollowedAddress } from './useFollowedAddress.ts'
import { useFollowedPanel } from './useFollowedPanel.ts'
import { useKeys } from './useKeys.ts'

export function Listeners() {
  useKeys()
  useDroppedFile()
  useFollowedAddress()
  useFollowedPanel()
  useEffect(followContrast, [])
  return <Narrator />
}
