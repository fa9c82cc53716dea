/** Pieces that the built-in scenarios share: one writer, one table of accounts, one shop. */
import type { Scenario, SessionsWorkload } from '../contract/scenario.ts'

export const writer: Scenario['cluster']['instances'][number] = {
  id: 'w1',
  az: 'b',
  class: 'db.r5.large',
}

/** 320 rows on 40 pages. */
export const account: NonNullable<Scenario['tables']>[number] = {
  name: 'account',
  columns: ['id int primary key', 'balance int'],
  rows: 320,
  rowsPerPage: 8,
}

/** Sessions that read a row and change another, all over the accounts. */
export function shop(sessions: number, think: string): SessionsWorkload {
  return {
    id: 'shop',
    kind: 'sessions',
    on: 'w1',
    sessions,
    think,
    transaction: { reads: 1, writes: 1 },
    keys: { table: 'account', pattern: 'uniform' },
  }
}

/** Sessions that only read. */
export function reader(id: string, sessions: number, think: string): SessionsWorkload {
  return { ...shop(sessions, think), id, transaction: { reads: 2, writes: 0 } }
}

/** No law may break, whatever happens. */
export const lawsHold: NonNullable<Scenario['expect']>[number] = {
  fact: 'LawBroken',
  count: { max: 0 },
}
