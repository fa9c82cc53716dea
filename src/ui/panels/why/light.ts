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

/** On a phone the panel covers the lower part of the stage: what is ringed is brought above it. */
export function bringUp(): void {
  if (!matchMedia('(max-width: 640px)').matches) return
  requestAnimationFrame(() => {
    document.querySelector('[data-control][aria-current]')?.scrollIntoView({ block: 'nearest' })
  })
}
