/** What listens to the whole page and may come after its first picture: keys, address, files. */
import { useDroppedFile } from './useDroppedFile.ts'
import { useFollowedAddress } from './useFollowedAddress.ts'
import { useFollowedPanel } from './useFollowedPanel.ts'
import { useKeys } from './useKeys.ts'

export function Listeners() {
  useKeys()
  useDroppedFile()
  useFollowedAddress()
  useFollowedPanel()
  return null
}
