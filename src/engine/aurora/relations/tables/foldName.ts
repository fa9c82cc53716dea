/** Names of columns, indexes and savepoints are the same whatever the case of their letters. */
import { foldCase } from '../values/value.ts'

export function foldName(name: string): string {
  return foldCase(name)
}
