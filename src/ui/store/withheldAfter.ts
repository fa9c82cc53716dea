/** The instant behind which a lesson withholds what happens, while its story is open. */
import type { Micros } from '../../engine/contract/units.ts'
import { engineStore } from './engineStore.ts'
import { viewStore } from './viewStore.ts'

export function withheldAfter(): Micros | null {
  const { withheld } = viewStore.getState()
  const open = engineStore.getState().opened?.scenario.name
  return withheld !== null && withheld.story === open ? withheld.after : null
}
