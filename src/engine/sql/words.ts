/**
 * Words that can not be names without quotes. PostgreSQL's are those of its keyword table that are
 * reserved, or reserved but for functions and types; MySQL's are those of its manual.
 */
import type { Dialect } from '../contract/sql.ts'

function setOf(...texts: string[]): ReadonlySet<string> {
  return new Set(texts.join(' ').split(' '))
}

const postgresql = setOf(
  'all analyse analyze and any array as asc asymmetric authorization binary both case cast',
  'check collate collation column concurrently constraint create cross current_catalog',
  'current_date current_role current_schema current_time current_timestamp current_user default',
  'deferrable desc distinct do else end except false fetch for foreign freeze from full grant',
  'group having ilike in initially inner intersect into is isnull join lateral leading left',
  'like limit localtime localtimestamp natural not notnull null offset on only or order outer',
  'overlaps placing primary references returning right select session_user similar some',
  'symmetric table tablesample then to trailing true union unique user using variadic verbose',
  'when where window with',
)

/** PostgreSQL: those that can not be the name of a result's column without AS. */
const noLabels = setOf(
  'array as char character create day except fetch filter for from grant group having hour',
  'intersect into isnull limit minute month notnull offset on order over overlaps precision',
  'returning second to union varying where window with within without year',
)

const mysql5 = setOf(
  'accessible add all alter analyze and as asc asensitive before between bigint binary blob',
  'both by call cascade case change char character check collate column condition constraint',
  'continue convert create cross current_date current_time current_timestamp current_user',
  'cursor database databases day_hour day_microsecond day_minute day_second dec decimal declare',
  'default delayed delete desc describe deterministic distinct distinctrow div double drop dual',
  'each else elseif enclosed escaped exists exit explain false fetch float float4 float8 for',
  'force foreign from fulltext get grant group having high_priority hour_microsecond',
  'hour_minute hour_second if ignore in index infile inner inout insensitive insert int int1',
  'int2 int3 int4 int8 integer interval into io_after_gtids io_before_gtids is iterate join key',
  'keys kill leading leave left like limit linear lines load localtime localtimestamp lock long',
  'longblob longtext loop low_priority master_bind master_ssl_verify_server_cert match maxvalue',
  'mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod modifies',
  'natural not no_write_to_binlog null numeric on optimize option optionally or order out outer',
  'outfile partition precision primary procedure purge range read reads read_write real',
  'references regexp release rename repeat replace require resignal restrict return revoke',
  'right rlike schema schemas second_microsecond select sensitive separator set show signal',
  'smallint spatial specific sql sqlexception sqlstate sqlwarning sql_big_result',
  'sql_calc_found_rows sql_small_result ssl starting straight_join table terminated then',
  'tinyblob tinyint tinytext to trailing trigger true undo union unique unlock unsigned update',
  'usage use using utc_date utc_time utc_timestamp values varbinary varchar varcharacter',
  'varying when where while with write xor year_month zerofill',
)

const mysql57 = setOf([...mysql5].join(' '), 'generated optimizer_costs stored virtual')

const mysql8 = setOf(
  [...mysql57].join(' '),
  'cube cume_dist dense_rank empty except first_value function grouping groups intersect',
  'json_table lag last_value lateral lead nth_value ntile of over percent_rank rank recursive',
  'row rows row_number system window',
)

const reserved: Record<Dialect, ReadonlySet<string>> = {
  'mysql-5.6': mysql5,
  'mysql-5.7': mysql57,
  'mysql-8.0': mysql8,
  'postgresql-16': postgresql,
}

/** Functions whose names are reserved. */
const callable: Record<'mysql' | 'postgresql', ReadonlySet<string>> = {
  mysql: setOf('if left right replace mod database schema repeat insert char'),
  postgresql: setOf('left right'),
}

export function isReserved(word: string, dialect: Dialect): boolean {
  return reserved[dialect].has(word.toLowerCase())
}

export function isCallable(word: string, dialect: Dialect): boolean {
  const edition = dialect === 'postgresql-16' ? 'postgresql' : 'mysql'
  return callable[edition].has(word.toLowerCase())
}

/** Whether a result's column may be called so without AS (PostgreSQL). */
export function isLabel(word: string): boolean {
  return !noLabels.has(word.toLowerCase())
}
