/** Tells that marks, charts, causes or the address may have changed: they are asked for anew. */
import { engineStore } from './engineStore.ts'

export function revise(): void {
  engineStore.setState(({ revision }) => ({ revision: revision + 1 }))
}
