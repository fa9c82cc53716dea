/** Rings on the stage what a step of a *why* speaks of; null = nothing. */
import type { Cause } from '../../../engine/contract/cause.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { placesOf } from './placesOf.ts'

export function light(cause: Cause | null): void {
  const instances = engineStore.getState().frame?.instances ?? []
  const writers = instances.filter(({ role }) => role === 'writer').map(({ id }) => id)
  viewStore.setState({ highlighted: cause === null ? null : placesOf(cause, writers) })
}
