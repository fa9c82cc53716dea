/** What the edition at hand calls things. */
import type { Edition, IsolationLevel } from '../../../engine/contract/sql.ts'

export const levels: IsolationLevel[] = [
  'read uncommitted',
  'read committed',
  'repeatable read',
  'serializable',
]

/** The level that a session has when nothing was said. */
export const usualLevel: Record<Edition, IsolationLevel> = {
  mysql: 'repeatable read',
  postgresql: 'read committed',
}

/** The statement that sets the level for all transactions of the session from now on. */
export function setLevel(edition: Edition, level: IsolationLevel): string {
  const words = level.toUpperCase()
  return edition === 'mysql'
    ? `SET SESSION TRANSACTION ISOLATION LEVEL ${words}`
    : `SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ${words}`
}

const products: Record<Edition, string> = { mysql: 'MySQL', postgresql: 'PostgreSQL' }

export function productName(edition: Edition): string {
  return products[edition]
}
