/**
 * Random programs of two to four sessions. SERIALIZABLE always equals some serial order; lower
 * levels never show what they forbid, and what they permit at least once. Rules I18, I23, I24.
 */
import { fc, test as anyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { Dialect, IsolationLevel } from '../../../contract/sql.ts'
import { playTrial } from '../../../testing/playTrial.ts'
import {
  hasDirtyRead,
  hasFuzzyRead,
  hasLostUpdate,
  hasPhantom,
  hasWriteSkew,
  unexplainedReads,
} from './anomalies.ts'
import {
  numbered,
  type Operation,
  type Program,
  serialOrder,
  type Trace,
  type Trial,
} from './programs.ts'

const ids = fc.integer({ min: 1, max: 5 })
const everything = fc.constant<Operation>({ do: 'read', from: 1, to: 5 })
/** An empty range would be answered without a look at the table, and without a read view. */
function readBetween([one, other]: [number, number]): Operation {
  return { do: 'read', from: Math.min(one, other), to: Math.max(one, other) }
}

const bounds = fc.constantFrom(5, 15, 25, 35)

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(ids, ids).map(readBetween) },
  { weight: 2, arbitrary: everything },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('find' as const), above: bounds }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('set' as const), id: ids, value: fc.constant(0) }),
  },
  fc.record({ do: fc.constant('setAbove' as const), above: bounds, value: fc.constant(0) }),
  fc.record({ do: fc.constant('insert' as const), id: ids, value: fc.constant(0) }),
  fc.record({ do: fc.constant('delete' as const), id: ids }),
)

const program: fc.Arbitrary<Program> = fc.record({
  operations: fc.array(operation, { minLength: 1, maxLength: 4 }),
  ending: fc.constantFrom(
    'commit' as const,
    'commit' as const,
    'commit' as const,
    'rollback' as const,
  ),
})

const anyTrial: fc.Arbitrary<Trial> = fc
  .record({
    programs: fc.array(program, { minLength: 2, maxLength: 4 }),
    turns: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 24, maxLength: 24 }),
    hasIndex: fc.boolean(),
  })
  .map(numbered)

const isOver = ({ runs }: Trace) => runs.every(run => run.hasCommitted || run.sights.length > 0)

anyTest.prop([anyTrial], { numRuns: 60 })('I23 MySQL SERIALIZABLE equals a serial order', trial => {
  expect(serialOrder(playTrial('mysql-8.0', 'serializable', trial))).not.toBeNull()
})

anyTest.prop([anyTrial], { numRuns: 60 })(
  'I24 PostgreSQL SERIALIZABLE equals a serial order',
  trial => {
    expect(serialOrder(playTrial('postgresql-16', 'serializable', trial))).not.toBeNull()
  },
)

const dialects: Dialect[] = ['mysql-8.0', 'postgresql-16']

for (const dialect of dialects) {
  anyTest.prop([anyTrial], { numRuns: 40 })(
    `I18 ${dialect}, READ COMMITTED: a read shows what was committed when it began`,
    trial => {
      const trace = playTrial(dialect, 'read committed', trial)
      expect(unexplainedReads(trace, 'statement')).toEqual([])
    },
  )

  anyTest.prop([anyTrial], { numRuns: 40 })(
    `I18 ${dialect}, REPEATABLE READ: all reads show one instant and own changes`,
    trial => {
      const trace = playTrial(dialect, 'repeatable read', trial)
      const instant = dialect === 'postgresql-16' ? 'first' : 'firstRead'
      expect(unexplainedReads(trace, instant)).toEqual([])
    },
  )
}

const searches: Record<string, (trace: Trace) => boolean> = {
  'dirty read': hasDirtyRead,
  'fuzzy read': hasFuzzyRead,
  phantom: hasPhantom,
  'lost update': hasLostUpdate,
  'write skew': hasWriteSkew,
}

/** How many of the same trials show each. */
function shownBy(dialect: Dialect, level: IsolationLevel): string[] {
  const trials = fc.sample(anyTrial, { seed: 20, numRuns: 160 })
  const traces = trials.map(trial => playTrial(dialect, level, trial))
  expect(traces.every(isOver)).toBe(true)
  return Object.keys(searches).filter(name => traces.some(searches[name]!))
}

const all = ['dirty read', 'fuzzy read', 'phantom', 'lost update', 'write skew']

test.each([
  ['mysql-8.0', 'read uncommitted', all],
  ['mysql-8.0', 'read committed', all.slice(1)],
  ['mysql-8.0', 'repeatable read', ['lost update', 'write skew']],
  ['mysql-8.0', 'serializable', []],
  ['postgresql-16', 'read uncommitted', all.slice(1)],
  ['postgresql-16', 'read committed', all.slice(1)],
  ['postgresql-16', 'repeatable read', ['write skew']],
  ['postgresql-16', 'serializable', []],
] as const)(
  'I23, I24 %s, %s: 160 random programs show what it permits and no more',
  (dialect, level, shown) => {
    expect(shownBy(dialect, level)).toEqual(shown)
  },
)
