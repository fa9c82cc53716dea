/** Rings on the stage what a step of a *why* speaks of; null = nothing. */
import type { Cause } from '../../../engine/contract/cause.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { placesOf } from './placesOf.ts'

export function light(cause: Cause | null): void {
  const { frame } = engineStore.getState()
  if (cause === null || frame === null) return viewStore.setState({ highlighted: null })
  const writers = frame.instances.filter(({ role }) => role === 'writer').map(({ id }) => id)
  const things = { writers, drawsChanges: frame.multiMaster !== null }
  viewStore.setState({ highlighted: placesOf(cause, things) })
}

/** On a phone the panel covers the lower part of the stage: what is ringed is brought above it. */
export function bringUp(): void {
  if (!matchMedia('(max-width: 640px)').matches) return
  requestAnimationFrame(() => {
    document.querySelector('[data-control][aria-current]')?.scrollIntoView({ block: 'nearest' })
  })
}
