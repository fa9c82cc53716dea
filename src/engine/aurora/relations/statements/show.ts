/** SHOW and what stands in its place: the catalogue, variables and warnings, as rows. */
import type { Name, ShowSubject } from '../../../contract/statement.ts'
import type { ResultValue } from '../../../contract/sql.ts'
import type { Answer } from '../execution.ts'
import { databaseName, refuseFor } from '../errors/sqlError.ts'
import { isLike } from '../expressions/isLike.ts'
import { holdersOf } from '../locks/waitsFor.ts'
import { constraintWords } from '../references/foreignKeys.ts'
import { allVariables, variableOf } from '../sessions/variables.ts'
import { numberOf, type Work } from '../sessions/work.ts'
import { tableOf } from '../tables/findTable.ts'
import type { Column, Table } from '../tables/tableTypes.ts'
import { resultValueOf } from '../values/value.ts'
import { typeWords } from './typeWords.ts'

type Rows = ResultValue[][]

function answer(columns: string[], rows: Rows): Answer {
  return { status: 'ok', columns, rows, visited: 0 }
}

function isWanted(name: string, like: string | null): boolean {
  return like === null || isLike(name.toLowerCase(), like.toLowerCase(), '\\') === true
}

function tables({ relations }: Work): Answer {
  const seen = [...relations.tables.values()].filter(({ madeBy }) => madeBy === 0)
  const names = seen.map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1))
  return answer(
    [`Tables_in_${databaseName}`],
    names.map(name => [name]),
  )
}

function found(work: Work, name: Name): Table {
  return tableOf(work.relations, name, numberOf(work))
}

function keyWord({ primary, indexes }: Table, place: number): string {
  if (primary.includes(place)) return 'PRI'
  const first = indexes.find(({ columns }) => columns[0] === place)
  if (first === undefined) return ''
  return first.isUnique && first.columns.length === 1 ? 'UNI' : 'MUL'
}

function defaultWords(column: Column): string | null {
  const its = column.default
  if (its === null || its.kind !== 'literal' || its.literal.kind === 'null') return null
  return 'value' in its.literal ? String(its.literal.value) : its.literal.text
}

function columns(work: Work, name: Name): Answer {
  const table = found(work, name)
  const rows = table.columns.map((column, place): ResultValue[] => [
    column.name,
    typeWords(column.type, work.relations.dialect),
    column.isNullable ? 'YES' : 'NO',
    keyWord(table, place),
    defaultWords(column),
    column.isAutoIncrement ? 'auto_increment' : '',
  ])
  return answer(['Field', 'Type', 'Null', 'Key', 'Default', 'Extra'], rows)
}

function indexes(work: Work, name: Name): Answer {
  const table = found(work, name)
  const rows = table.indexes.flatMap(index =>
    index.columns.map((place, at): ResultValue[] => {
      const column = table.columns[place]!
      return [table.name, index.isUnique ? 0 : 1, index.name, at + 1, column.name]
    }),
  )
  return answer(['Table', 'Non_unique', 'Key_name', 'Seq_in_index', 'Column_name'], rows)
}

function columnWords(work: Work, column: Column): string {
  const words = [`\`${column.name}\``, typeWords(column.type, work.relations.dialect)]
  const value = defaultWords(column)
  if (!column.isNullable) words.push('NOT NULL')
  if (value !== null) words.push(`DEFAULT '${value}'`)
  else if (column.isNullable) words.push('DEFAULT NULL')
  if (column.isAutoIncrement) words.push('AUTO_INCREMENT')
  return `  ${words.join(' ')}`
}

function indexWords(table: Table): string[] {
  return table.indexes.map(({ name, columns: places, isPrimary, isUnique }) => {
    const names = places.map(place => `\`${table.columns[place]!.name}\``).join(',')
    if (isPrimary) return `  PRIMARY KEY (${names})`
    return `  ${isUnique ? 'UNIQUE KEY' : 'KEY'} \`${name}\` (${names})`
  })
}

function createTable(work: Work, name: Name): Answer {
  const table = found(work, name)
  const columns = table.columns.map(column => columnWords(work, column))
  const constraints = table.foreignKeys.map(its => `  ${constraintWords(its)}`)
  const lines = [...columns, ...indexWords(table), ...constraints]
  const text = `CREATE TABLE \`${table.name}\` (\n${lines.join(',\n')}\n) ENGINE=InnoDB`
  return answer(['Table', 'Create Table'], [[table.name, text]])
}

function variables(work: Work, like: string | null): Answer {
  const rows = allVariables(work)
    .filter(([name]) => isWanted(name, like))
    .map(([name, value]): ResultValue[] => [name, String(resultValueOf(value))])
  return answer(['Variable_name', 'Value'], rows)
}

function variable(work: Work, name: string): Answer {
  const value = variableOf(work, name)
  if (value === undefined) refuseFor(work.relations.dialect, 'unknownVariable', { name })
  return answer([name], [[resultValueOf(value)]])
}

function status({ host }: Work, like: string | null): Answer {
  const rows = (host.status?.() ?? []).filter(([name]) => isWanted(name, like))
  return answer(['Variable_name', 'Value'], rows)
}

function processes({ desk, host }: Work): Answer {
  const rows = [...desk.sessions.values()].map((session): ResultValue[] => [
    session.number,
    'admin',
    session.name,
    databaseName,
    session.running === null ? 'Sleep' : 'Query',
    Math.floor((host.now - session.since) / 1_000_000),
    session.running?.text ?? null,
  ])
  return answer(['Id', 'User', 'Host', 'db', 'Command', 'Time', 'Info'], rows)
}

function transactionLine({ relations, desk }: Work, number: number): string {
  const open = relations.open.get(number)!
  const waits = holdersOf(desk.locks, number)
  const ending = waits.length > 0 ? `, waits for ${waits.join(', ')}` : ''
  return `---TRANSACTION ${number}, ${open.session}, ${open.changes.length} row changes${ending}`
}

function engineStatus(work: Work): Answer {
  const { lastDeadlock } = work.desk
  const deadlock = lastDeadlock
    ? ['LATEST DETECTED DEADLOCK', ...lastDeadlock.edges, `ROLLED BACK ${lastDeadlock.victim}`]
    : []
  const open = [...work.relations.open.keys()].map(number => transactionLine(work, number))
  return answer(['Type', 'Name', 'Status'], [['InnoDB', '', [...deadlock, ...open].join('\n')]])
}

function warnings({ session }: Work): Answer {
  const rows = session.warnings.map(({ level, code, message }): ResultValue[] => {
    return [level, code, message]
  })
  return answer(['Level', 'Code', 'Message'], rows)
}

export function show(work: Work, subject: ShowSubject): Answer {
  switch (subject.what) {
    case 'tables':
      return tables(work)
    case 'columns':
      return columns(work, subject.table)
    case 'index':
      return indexes(work, subject.table)
    case 'createTable':
      return createTable(work, subject.table)
    case 'variables':
      return variables(work, subject.like)
    case 'variable':
      return variable(work, subject.name)
    case 'status':
    case 'volumeStatus':
      return status(work, subject.like)
    case 'processlist':
      return processes(work)
    case 'engineStatus':
      return engineStatus(work)
    case 'warnings':
      return warnings(work)
    case 'databases':
      return answer(['Database'], [['information_schema'], [databaseName]])
  }
}
