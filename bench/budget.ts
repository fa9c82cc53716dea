/**
 * The table of the budget, a row after the other; names given as arguments choose rows. A row
 * that is unmet is written up in NOTES.md, with its profile and the next idea.
 */
import { type BenchRow, type Finding, lineOf } from './finding.ts'
import { frameRow } from './rows/frameRow.ts'
import { historyRow } from './rows/historyRow.ts'
import { idlePageRow } from './rows/idlePageRow.ts'
import { idleRow } from './rows/idleRow.ts'
import { kernelRow } from './rows/kernelRow.ts'
import { linkRow } from './rows/linkRow.ts'
import { modelRow } from './rows/modelRow.ts'
import { scaleOutRow } from './rows/scaleOutRow.ts'
import { seekRow } from './rows/seekRow.ts'
import { sizeRow } from './rows/sizeRow.ts'
import { sqlRow } from './rows/sqlRow.ts'
import { startRow } from './rows/startRow.ts'
import { writersRow } from './rows/writersRow.ts'

const rows: BenchRow[] = [
  kernelRow,
  modelRow,
  writersRow,
  scaleOutRow,
  historyRow,
  idleRow,
  idlePageRow,
  seekRow,
  frameRow,
  sizeRow,
  linkRow,
  sqlRow,
  startRow,
]

function chosenRows(names: string[]): BenchRow[] {
  const unknown = names.find(name => !rows.some(row => row.id === name))
  if (unknown === undefined) return rows.filter(row => names.length === 0 || names.includes(row.id))
  console.error(`no row "${unknown}"; there are ${rows.map(row => row.id).join(', ')}`)
  process.exit(2)
}

/** A row that breaks is told and does not end the others. */
async function measured(row: BenchRow): Promise<Finding[]> {
  try {
    return await row.measure()
  } catch (error) {
    return [
      {
        what: row.id,
        goal: '',
        found: `not measured: ${String(error).split('\n')[0]}`,
        isMet: null,
      },
    ]
  }
}

for (const row of chosenRows(process.argv.slice(2))) {
  for (const finding of await measured(row)) console.log(lineOf(finding))
}
