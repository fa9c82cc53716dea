/** Goes through a table in the way of the edition. */
import type { Work } from '../sessions/work.ts'
import { editionOf } from '../values/value.ts'
import type { Scan } from './scan.ts'
import { scanMysql } from './scanMysql.ts'
import { scanPostgresql } from './scanPostgresql.ts'

export function scanRows(work: Work, scan: Scan): void {
  const heard = work.host.history?.listenTo(work, scan)
  const its = heard?.scan ?? scan
  if (editionOf(work.relations.dialect) === 'mysql') scanMysql(work, its)
  else scanPostgresql(work, its)
  heard?.done()
}
