/** What listens to the whole page and may come after its first picture: keys and the address. */
import { useFollowedAddress } from './useFollowedAddress.ts'
import { useFollowedPanel } from './useFollowedPanel.ts'
import { useKeys } from './useKeys.ts'

export function Listeners() {
  useKeys()
  useFollowedAddress()
  useFollowedPanel()
  return null
}
