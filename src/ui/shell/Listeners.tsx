/** What listens to the whole page and may come after its first picture: keys and the address. */
import { useFollowedAddress } from './useFollowedAddress.ts'
import { useKeys } from './useKeys.ts'

export function Listeners() {
  useKeys()
  useFollowedAddress()
  return null
}
