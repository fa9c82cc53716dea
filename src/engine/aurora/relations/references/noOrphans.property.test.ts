/**
 * I42–I45 · Whatever sessions do to two tables of which one refers to the other, by any rule and at
 * any level: in the end no row refers to one that is not there, and none who waits is left.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dialect, IsolationLevel } from '../../../contract/sql.ts'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import { type Bench, createBench } from '../testing/sqlBench.ts'

const shelf = fc.integer({ min: 1, max: 4 })
const item = fc.integer({ min: 10, max: 14 })

const statement = fc.oneof(
  fc.constantFrom('begin', 'begin', 'begin', 'commit', 'rollback', 'savepoint s', 'rollback to s'),
  fc.tuple(item, shelf).map(([id, its]) => `insert into item values (${id}, ${its})`),
  shelf.map(id => `insert into shelf values (${id}, 1)`),
  fc.tuple(item, shelf).map(([id, its]) => `update item set shelf = ${its} where id = ${id}`),
  fc.tuple(shelf, shelf).map(([id, to]) => `update shelf set id = ${to} where id = ${id}`),
  shelf.map(id => `update shelf set room = room + 1 where id = ${id}`),
  shelf.map(id => `delete from shelf where id = ${id}`),
  item.map(id => `delete from item where id = ${id}`),
  fc.constant('delete from shelf where room > 1'),
)

const step = fc.tuple(fc.constantFrom('ann', 'bob', 'eve'), statement)

const rules = [
  '',
  'on delete cascade',
  'on delete cascade on update cascade',
  'on delete set null on update cascade',
  'on delete restrict on update set null',
]

function open(dialect: Dialect, isolation: IsolationLevel, rule: string): Bench {
  const bench = createBench({ dialect, isolation, parseSql, parseColumn })
  bench.run('first', 'create table shelf (id int primary key, room int)')
  const key = `foreign key (shelf) references shelf (id) ${rule}`
  bench.run('first', `create table item (id int primary key, shelf int, ${key})`)
  bench.run('first', 'insert into shelf values (1, 1), (2, 2)')
  bench.run('first', 'insert into item values (10, 1), (11, 2), (12, null)')
  return bench
}

/** Steps of a session that waits are left out. */
function give(bench: Bench, session: string, text: string): void {
  if (!bench.waiting().includes(session)) bench.run(session, text)
}

function bringToRest(bench: Bench): void {
  for (let turn = 0; turn < 4; turn++) {
    bench.lookForDeadlocks()
    for (const session of ['ann', 'bob', 'eve'])
      give(bench, session, turn % 2 ? 'commit' : 'rollback')
  }
}

const orphans = `select id from item where shelf is not null
  and shelf not in (select id from shelf)`

const levels: IsolationLevel[] = ['read committed', 'repeatable read', 'serializable']

test.each<Dialect>(['mysql-8.0', 'postgresql-16'])(
  'I42–I45 · %s: no orphans, and all go on',
  dialect => {
    const story = fc.record({
      level: fc.constantFrom(...levels),
      rule: fc.constantFrom(...rules),
      steps: fc.array(step, { minLength: 5, maxLength: 40 }),
    })
    fc.assert(
      fc.property(story, ({ level, rule, steps }) => {
        const bench = open(dialect, level, rule)
        for (const [session, text] of steps) give(bench, session, text)
        bringToRest(bench)
        expect(bench.waiting()).toEqual([])
        expect(bench.run('last', orphans).rows).toEqual([])
      }),
      { numRuns: 120 },
    )
  },
)
