/** What a session says first, so that all its transactions have the isolation of the case. */
import type { InterleavingCase } from '../../engine/contract/interleaving.ts'

export function isolationStatement({ edition, isolation }: InterleavingCase): string {
  const level = isolation.toUpperCase()
  return edition === 'mysql'
    ? `SET SESSION TRANSACTION ISOLATION LEVEL ${level}`
    : `SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ${level}`
}
