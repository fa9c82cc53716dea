/** Goes through a table in the way of the edition. */
import { noted, noteScan } from '../rows/noteHistory.ts'
import type { Work } from '../sessions/work.ts'
import { editionOf } from '../values/value.ts'
import type { Hit, Scan } from './scan.ts'
import { scanMysql } from './scanMysql.ts'
import { scanPostgresql } from './scanPostgresql.ts'

export function scanRows(work: Work, scan: Scan): void {
  let goesOn = true
  const take = (hit: Hit) => {
    goesOn = scan.take(hit)
    return goesOn
  }
  const its = noted(work, { ...scan, take })
  if (editionOf(work.relations.dialect) === 'mysql') scanMysql(work, its)
  else scanPostgresql(work, its)
  if (goesOn) noteScan(work, scan)
}
