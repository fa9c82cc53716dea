/** Which statements are read in which dialect, and what they come to; elsewhere they do not. */
import { expect, test } from 'vitest'
import type { Dialect } from '../contract/sql.ts'
import { parseSql } from './parseSql.ts'

const mysql: Dialect[] = ['mysql-5.6', 'mysql-5.7', 'mysql-8.0']
const all: Dialect[] = [...mysql, 'postgresql-16']
const postgresql: Dialect[] = ['postgresql-16']

function statementOf(text: string, dialect: Dialect) {
  const [parsed, ...more] = parseSql(text, dialect)
  expect(more).toEqual([])
  return parsed?.ok ? parsed.statement : parsed?.error
}

const forms: [dialects: Dialect[], text: string, shape: object][] = [
  [all, 'BEGIN', { kind: 'begin', isReadOnly: null, isolation: null, hasSnapshot: false }],
  [all, 'BEGIN WORK', { kind: 'begin' }],
  [postgresql, 'BEGIN TRANSACTION READ ONLY', { kind: 'begin', isReadOnly: true }],
  [postgresql, 'BEGIN ISOLATION LEVEL SERIALIZABLE, READ WRITE', { isolation: 'serializable' }],
  [all, 'START TRANSACTION', { kind: 'begin' }],
  [all, 'START TRANSACTION READ ONLY', { isReadOnly: true }],
  [mysql, 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ WRITE', { hasSnapshot: true }],
  [all, 'COMMIT', { kind: 'commit' }],
  [all, 'COMMIT WORK', { kind: 'commit' }],
  [postgresql, 'END', { kind: 'commit' }],
  [all, 'rollback', { kind: 'rollback' }],
  [postgresql, 'ABORT', { kind: 'rollback' }],
  [all, 'SAVEPOINT a', { kind: 'savepoint', name: { name: 'a', at: 10 } }],
  [all, 'ROLLBACK TO a', { kind: 'rollbackTo', name: { name: 'a', at: 12 } }],
  [all, 'ROLLBACK WORK TO SAVEPOINT a', { kind: 'rollbackTo' }],
  [all, 'RELEASE SAVEPOINT a', { kind: 'release' }],
  [postgresql, 'RELEASE a', { kind: 'release' }],
  [
    mysql,
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    { kind: 'setIsolation', scope: 'session', isolation: 'read committed' },
  ],
  [all, 'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE', { scope: 'next' }],
  [mysql, 'SET GLOBAL TRANSACTION READ ONLY', { scope: 'global', isReadOnly: true }],
  [
    postgresql,
    'SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ',
    { kind: 'setIsolation', scope: 'session', isolation: 'repeatable read' },
  ],
  [
    mysql,
    "SET SESSION transaction_isolation = 'READ-COMMITTED'",
    { scope: 'session', isolation: 'read committed' },
  ],
  [mysql, "SET @@transaction_isolation = 'SERIALIZABLE'", { scope: 'next' }],
  [
    postgresql,
    "SET default_transaction_isolation TO 'repeatable read'",
    { kind: 'setIsolation', scope: 'session', isolation: 'repeatable read' },
  ],
  [all, 'SET autocommit = 0', { kind: 'setVariable', scope: 'session', name: 'autocommit' }],
  [
    all,
    'SET autocommit = OFF',
    { value: { kind: 'literal', at: 17, literal: { kind: 'text', value: 'off' } } },
  ],
  [all, 'SET innodb_lock_wait_timeout = 5', { name: 'innodb_lock_wait_timeout' }],
  [mysql, 'SET @@session.lock_wait_timeout := 5', { scope: 'session' }],
  [all, "SET lock_timeout = '2s'", { kind: 'setVariable', name: 'lock_timeout' }],
  [postgresql, 'SET LOCAL deadlock_timeout TO 100', { scope: 'local', name: 'deadlock_timeout' }],
  [postgresql, 'RESET lock_timeout', { kind: 'setVariable', value: { kind: 'default', at: 0 } }],
  [mysql, 'SHOW TABLES', { kind: 'show', subject: { what: 'tables' } }],
  [mysql, 'SHOW FULL PROCESSLIST', { subject: { what: 'processlist' } }],
  [mysql, 'SHOW ENGINE INNODB STATUS', { subject: { what: 'engineStatus' } }],
  [mysql, 'SHOW WARNINGS', { subject: { what: 'warnings' } }],
  [mysql, "SHOW SESSION VARIABLES LIKE 'tx%'", { subject: { what: 'variables', like: 'tx%' } }],
  [mysql, "SHOW GLOBAL STATUS LIKE 'x'", { subject: { what: 'status', like: 'x' } }],
  [mysql, 'SHOW VOLUME STATUS', { subject: { what: 'volumeStatus', like: null } }],
  [mysql, 'SHOW CREATE TABLE account', { subject: { what: 'createTable' } }],
  [mysql, 'SHOW INDEX FROM account', { subject: { what: 'index' } }],
  [mysql, 'DESCRIBE account', { subject: { what: 'columns' } }],
  [postgresql, 'SHOW transaction_isolation', { subject: { name: 'transaction_isolation' } }],
  [
    postgresql,
    'SHOW TRANSACTION ISOLATION LEVEL',
    { subject: { what: 'variable', name: 'transaction_isolation' } },
  ],
  [postgresql, "SELECT current_setting('x')", { items: [{ expression: { kind: 'variable' } }] }],
  [mysql, 'SELECT @@autocommit', { items: [{ expression: { kind: 'variable', scope: null } }] }],
  [
    all,
    'SELECT * FROM account FOR UPDATE',
    { locking: { strength: 'update', onConflict: 'wait' } },
  ],
  [mysql, 'SELECT * FROM account LOCK IN SHARE MODE', { locking: { strength: 'share' } }],
  [
    ['mysql-8.0', 'postgresql-16'],
    'SELECT * FROM account FOR SHARE SKIP LOCKED',
    { locking: { strength: 'share', onConflict: 'skipLocked' } },
  ],
  [['mysql-8.0', 'postgresql-16'], 'SELECT 1 FROM a FOR UPDATE NOWAIT', { kind: 'select' }],
  [postgresql, 'SELECT 1 FROM a FOR NO KEY UPDATE', { locking: { strength: 'noKeyUpdate' } }],
  [postgresql, 'SELECT 1 FROM a FOR KEY SHARE OF a', { locking: { strength: 'keyShare' } }],
  [postgresql, 'SELECT 1 FROM a FOR UPDATE LIMIT 1', { limit: { kind: 'literal' } }],
  [
    all,
    'SELECT server_id FROM information_schema.replica_host_status',
    { from: { schema: 'information_schema', table: { name: 'replica_host_status' } } },
  ],
  [
    postgresql,
    'SELECT * FROM aurora_replica_status()',
    { from: { schema: null, table: { name: 'aurora_replica_status' } } },
  ],
  [mysql, 'SELECT SLEEP(0.5)', { kind: 'sleep', seconds: '0.5' }],
  [mysql, 'DO SLEEP(2)', { kind: 'sleep', seconds: '2' }],
  [postgresql, 'SELECT pg_sleep(2)', { kind: 'sleep', seconds: '2' }],
  [
    mysql,
    'ALTER SYSTEM CRASH INSTANCE',
    { kind: 'injectFault', text: 'ALTER SYSTEM CRASH INSTANCE' },
  ],
  [postgresql, "SELECT aurora_inject_crash('instance')", { kind: 'injectFault' }],
  [all, 'INSERT INTO account (id, balance) VALUES (1, 2), (3, DEFAULT)', { kind: 'insert' }],
  [mysql, 'INSERT account SET id = 1', { kind: 'insert', columns: [{ name: 'id' }] }],
  [mysql, 'INSERT IGNORE INTO account VALUES (1)', { isIgnore: true }],
  [
    mysql,
    'INSERT INTO account VALUES (1, 2) ON DUPLICATE KEY UPDATE balance = VALUES(balance)',
    {
      onDuplicate: [{ column: { name: 'balance' }, value: { kind: 'proposed', name: 'balance' } }],
    },
  ],
  [
    ['mysql-8.0'],
    'INSERT INTO account VALUES (1, 2) AS fresh ON DUPLICATE KEY UPDATE balance = fresh.balance',
    { onDuplicate: [{ value: { kind: 'proposed', name: 'balance' } }] },
  ],
  [
    postgresql,
    'INSERT INTO account VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET balance = excluded.balance',
    { onConflict: { target: [{ name: 'id' }], update: [{ value: { kind: 'proposed' } }] } },
  ],
  [postgresql, 'INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING RETURNING *', { returning: [{}] }],
  [postgresql, 'INSERT INTO a DEFAULT VALUES', { columns: [], rows: [[]] }],
  [mysql, 'UPDATE account SET balance = 1 ORDER BY id LIMIT 2', { limit: { kind: 'literal' } }],
  [all, 'UPDATE account AS a SET balance = DEFAULT WHERE a.id = 1', { alias: 'a' }],
  [postgresql, 'UPDATE account SET balance = 1 RETURNING id', { returning: [{}] }],
  [all, 'DELETE FROM account WHERE id % 3 = 0', { kind: 'delete' }],
  [
    mysql,
    'CREATE TABLE t (id INT AUTO_INCREMENT KEY, a VARCHAR(20) NOT NULL, KEY (a)) ENGINE=InnoDB',
    {
      columns: [{ isAutoIncrement: true, isPrimaryKey: true }, { isNullable: false }],
      indexes: [{ kind: 'plain', columns: [{ name: 'a' }] }],
    },
  ],
  [
    postgresql,
    "CREATE TABLE IF NOT EXISTS t (id serial, a numeric, b text DEFAULT 'x', UNIQUE (a))",
    { isIfNotExists: true, columns: [{ isAutoIncrement: true }, {}, {}] },
  ],
  [all, 'DROP TABLE IF EXISTS t', { kind: 'dropTable', isIfExists: true }],
  [all, 'CREATE UNIQUE INDEX i ON t (a, b)', { kind: 'createIndex', isUnique: true }],
  [mysql, 'DROP INDEX i ON t', { kind: 'dropIndex', table: { name: 't' } }],
  [postgresql, 'DROP INDEX i', { kind: 'dropIndex', table: null }],
  [all, 'ALTER TABLE t ADD COLUMN a int DEFAULT 5', { kind: 'addColumn' }],
  [all, 'ALTER TABLE t DROP COLUMN a', { kind: 'dropColumn', column: { name: 'a' } }],
  [mysql, 'ALTER TABLE t ADD INDEX i (a)', { kind: 'createIndex', isUnique: false }],
  [all, 'TRUNCATE TABLE t', { kind: 'truncate' }],
  [
    all,
    `CREATE TABLE t (a int, b int, CONSTRAINT of_b FOREIGN KEY (a, b) REFERENCES u (c, d)
      ON DELETE SET NULL ON UPDATE NO ACTION)`,
    {
      foreignKeys: [
        {
          name: { name: 'of_b' },
          columns: [{ name: 'a' }, { name: 'b' }],
          parent: { name: 'u' },
          parentColumns: [{ name: 'c' }, { name: 'd' }],
          onDelete: 'setNull',
          onUpdate: 'noAction',
        },
      ],
    },
  ],
  [
    mysql,
    'CREATE TABLE t (a int REFERENCES u (b))',
    { columns: [{ references: { onDelete: 'restrict' } }] },
  ],
  [
    postgresql,
    'CREATE TABLE t (a int REFERENCES u (b))',
    { columns: [{ references: { onDelete: 'noAction' } }] },
  ],
  [
    all,
    'CREATE TABLE t (a int REFERENCES u)',
    { columns: [{ references: { parentColumns: null } }] },
  ],
  [all, 'ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (b)', { kind: 'addForeignKey' }],
  [mysql, 'ALTER TABLE t DROP FOREIGN KEY c', { kind: 'dropForeignKey' }],
  [postgresql, 'ALTER TABLE t DROP CONSTRAINT c', { kind: 'dropForeignKey' }],
  [mysql, 'CALL mysql.rds_set_read_only(1)', { kind: 'call', name: 'mysql.rds_set_read_only' }],
  [all, 'CREATE TEMPORARY TABLE t (a int)', { kind: 'temporaryTable', do: 'create' }],
  [postgresql, 'CREATE TEMP TABLE t (a int)', { kind: 'temporaryTable', isLenient: false }],
  [mysql, 'DROP TEMPORARY TABLE IF EXISTS t', { do: 'drop', isLenient: true }],
  [postgresql, 'LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE', { mode: 'SHARE ROW EXCLUSIVE' }],
  [mysql, 'USE playground', { kind: 'use' }],
]

test.each(forms)('%s: %s', (dialects, text, shape) => {
  for (const dialect of all) {
    const statement = statementOf(text, dialect)
    if (dialects.includes(dialect)) expect(statement).toMatchObject(shape)
    else expect(statement).not.toMatchObject(shape)
  }
})

const unsupported: [dialects: Dialect[], text: string, what: string][] = [
  [all, 'SELECT * FROM a JOIN b ON a.id = b.id', 'JOIN'],
  [all, 'SELECT * FROM a, b', 'several tables in FROM'],
  [all, 'SELECT 1 UNION SELECT 2', 'UNION, INTERSECT and EXCEPT'],
  [all, 'WITH a AS (SELECT 1) SELECT * FROM a', 'WITH'],
  [all, 'SELECT * FROM (SELECT 1) AS a', 'a subquery in FROM'],
  [all, 'SELECT sum(a) OVER () FROM t', 'window functions'],
  [all, 'INSERT INTO a SELECT * FROM b', 'INSERT … SELECT'],
  [all, 'CREATE VIEW v AS SELECT 1', 'creating this'],
  [all, 'CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET a = 1', 'creating this'],
  [all, 'GRANT SELECT ON a TO b', 'rights'],
  [all, 'DO p()', 'procedures and prepared statements'],
  [all, 'EXPLAIN SELECT 1', 'this statement for administrators'],
  [all, 'CREATE TABLE a (b date)', 'this type; there are integers, DECIMAL, text and BOOLEAN'],
  [all, 'CREATE TABLE a (b int REFERENCES c (d) MATCH FULL)', 'MATCH'],
  [
    ['mysql-5.6'],
    'CREATE TABLE a (b LONGTEXT)',
    'MEDIUMTEXT and LONGTEXT in a Multi-Master cluster',
  ],
  [postgresql, 'CREATE TABLE a (b int REFERENCES c DEFERRABLE)', 'deferred foreign keys'],
  [mysql, 'LOCK TABLES a WRITE', 'LOCK TABLES'],
  [mysql, 'SELECT @a', 'variables and parameters'],
  [mysql, "SELECT a REGEXP 'x'", 'REGEXP'],
  [postgresql, 'SELECT $1', 'variables and parameters'],
  [postgresql, 'UPDATE a SET b = 1 FROM c', 'UPDATE … FROM'],
]

test.each(unsupported)('V2, %s: no %s', (dialects, text, what) => {
  for (const dialect of dialects) {
    const error = statementOf(text, dialect)
    expect(error).toMatchObject({ kind: 'unsupported' })
    expect(error).toHaveProperty(
      'message',
      expect.stringContaining(`The playground does not do ${what}. It does SELECT`),
    )
  }
})

test('V4: names in PostgreSQL are folded unless quoted, in MySQL kept', () => {
  const text = 'SELECT A, "B" FROM T'
  expect(statementOf(text, 'postgresql-16')).toMatchObject({
    items: [{ expression: { name: 'a' } }, { expression: { kind: 'column', name: 'B' } }],
    from: { table: { name: 't' } },
  })
  expect(statementOf(text, 'mysql-8.0')).toMatchObject({
    items: [{ expression: { name: 'A' } }, { expression: { kind: 'literal' } }],
    from: { table: { name: 'T' } },
  })
})

test('operators bind as in each dialect', () => {
  const either = { kind: 'binary', operator: 'or' }
  expect(statementOf('SELECT a OR b AND NOT c = d + e * f', 'mysql-8.0')).toMatchObject({
    items: [{ expression: { ...either, right: { operator: 'and', right: { kind: 'unary' } } } }],
  })
  expect(statementOf('SELECT a || b', 'mysql-8.0')).toMatchObject({
    items: [{ expression: either }],
  })
  expect(statementOf('SELECT a || b', 'postgresql-16')).toMatchObject({
    items: [{ expression: { operator: '||' } }],
  })
})
