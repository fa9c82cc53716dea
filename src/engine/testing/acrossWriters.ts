/**
 * The phenomena of isolation between sessions at several writers, and how to tell that one has
 * happened. `gap` is the time between two steps in ms: shorter than the lag of 30 ms or longer.
 */
import { namesOf, type Played, recordAt, sawAt } from './playWriters.ts'

export interface AcrossWriters {
  name: string
  script(gap: number): string
  isShown(played: Played): boolean
}

const value = (id: number) => `select balance from account where id = ${id}`
const sevens = 'select id from account where balance = 7'
const set = (id: number, to: number) => `update account set balance = ${to} where id = ${id}`

/** Steps one after another; those in one line of the list come at the same moment. */
function steps(gap: number, list: readonly string[]): string {
  return list
    .flatMap((line, turn) => line.split(' | ').map(step => `${turn * gap} ${step}`))
    .join('\n')
}

const has = (played: Played, name: string) => namesOf(played).some(its => its.startsWith(name))

function haveCommitted({ records }: Played, ...sessions: string[]): boolean {
  return records.every(({ session, error }) => !sessions.includes(session) || error === undefined)
}

/** A session has read the new value of one row, and then the old one of another. */
const vanished = (played: Played) =>
  sawAt(played, 'first') === '11' && sawAt(played, 'then') === '100'

/** Each reads the row that the other changes. */
function crossed(gap: number): string {
  return steps(gap, [
    'ann@w1 begin | bob@w2 begin',
    `ann@w1 ${value(101)} | bob@w2 ${value(1)}`,
    `ann@w1 ${set(1, 0)} | bob@w2 ${set(101, 0)}`,
    'ann@w1 commit | bob@w2 commit',
  ])
}

/** Ann commits at the first writer, and the third does not hear of it for long. */
function unseenAtThree(rows: number[]): string[] {
  const changes = rows.map(id => `8 ann@w1 ${set(id, 11)}`)
  return ['0 ann@w1 begin', '6 cut w1<>w3 400', ...changes, '8 ann@w1 commit']
}

function readAtThree(at: number, rows: number[]): string[] {
  return ['begin', ...rows.map(value), 'commit'].map(sql => `${at} eve@w3 ${sql}`)
}

export const acrossWriters = {
  dirtyWrite: {
    name: 'G0 dirty write',
    script: gap =>
      steps(gap, [
        'ann@w1 begin | bob@w2 begin',
        `ann@w1 ${set(1, 11)}`,
        `bob@w2 ${set(1, 12)}`,
        `ann@w1 ${set(101, 21)}`,
        'ann@w1 commit',
        `bob@w2 ${set(101, 22)}`,
        'bob@w2 commit',
      ]),
    isShown: played => has(played, 'G0'),
  },
  abortedRead: {
    name: 'G1a aborted read',
    script: gap =>
      steps(gap, [
        'ann@w1 begin | bob@w2 begin',
        `ann@w1 ${set(1, 11)}`,
        `bob@w2 [seen] ${value(1)}`,
        'ann@w1 rollback',
        `bob@w2 [later] ${value(1)}`,
        'bob@w2 commit',
      ]),
    isShown: played => ['seen', 'later'].some(label => sawAt(played, label) !== '100'),
  },
  intermediateRead: {
    name: 'G1b intermediate read',
    script: gap =>
      steps(gap, [
        'ann@w1 begin | bob@w2 begin',
        `ann@w1 ${set(1, 11)}`,
        `bob@w2 [seen] ${value(1)}`,
        `ann@w1 ${set(1, 12)}`,
        'ann@w1 commit',
        `bob@w2 [later] ${value(1)}`,
        'bob@w2 commit',
      ]),
    isShown: played => ['seen', 'later'].some(label => sawAt(played, label) === '11'),
  },
  circularFlow: {
    name: 'G1c circular information flow',
    script: gap =>
      steps(gap, [
        'ann@w1 begin | bob@w2 begin',
        `ann@w1 ${set(1, 11)} | bob@w2 ${set(101, 12)}`,
        `ann@w1 ${value(101)} | bob@w2 ${value(1)}`,
        'ann@w1 commit | bob@w2 commit',
      ]),
    isShown: played => has(played, 'G1c'),
  },
  vanishing: {
    name: 'OTV observed transaction vanishes, on one connection, two writers',
    script: gap =>
      steps(gap, [
        'ann@w1 begin | bob@w2 begin | cat@w1 begin | dan@w2 begin',
        `ann@w1 ${set(1, 11)}`,
        `ann@w1 ${set(101, 19)}`,
        'ann@w1 commit',
        `bob@w2 ${set(1, 12)} | cat@w1 ${value(1)} | dan@w2 ${value(1)}`,
        `bob@w2 ${set(101, 18)} | cat@w1 ${value(101)} | dan@w2 ${value(101)}`,
        `bob@w2 commit | cat@w1 ${value(101)} | dan@w2 ${value(101)}`,
        `cat@w1 ${value(1)} | dan@w2 ${value(1)}`,
        'cat@w1 commit | dan@w2 commit',
      ]),
    isShown: played => has(played, 'OTV'),
  },
  vanishingHop: {
    name: 'OTV observed transaction vanishes, when hopping writers',
    script: gap =>
      steps(gap, [
        'ann@w1 begin',
        `ann@w1 ${set(1, 11)}`,
        `ann@w1 ${set(101, 11)}`,
        'ann@w1 commit',
        `eve@w1 [first] ${value(1)}`,
        `eve@w2 [then] ${value(101)}`,
      ]),
    isShown: vanished,
  },
  preceders: {
    name: 'PMP predicate many preceders, reading',
    script: gap =>
      steps(gap, [
        'ann@w1 begin',
        `ann@w1 [before] ${sevens}`,
        `bob@w2 ${set(101, 7)}`,
        `ann@w1 [after] ${sevens}`,
        'ann@w1 commit',
      ]),
    isShown: played => sawAt(played, 'before') !== sawAt(played, 'after'),
  },
  precedersWriting: {
    name: 'PMP predicate many preceders, writing',
    script: gap =>
      steps(gap, [
        'ann@w1 begin',
        `ann@w1 [before] ${sevens}`,
        `bob@w2 ${set(101, 7)}`,
        'ann@w1 [change] update account set balance = 8 where balance = 7',
        'ann@w1 commit',
      ]),
    isShown: played => sawAt(played, 'before') === '' && recordAt(played, 'change').affected === 1,
  },
  lostUpdate: {
    name: 'P4 lost update',
    script: gap =>
      steps(gap, [
        'ann@w1 begin | bob@w2 begin',
        `ann@w1 ${value(1)} | bob@w2 ${value(1)}`,
        `ann@w1 ${set(1, 11)}`,
        'ann@w1 commit',
        `bob@w2 ${set(1, 12)}`,
        'bob@w2 commit',
      ]),
    isShown: played => has(played, 'lost-update'),
  },
  lostUpdateForUpdate: {
    name: 'P4 lost update with FOR UPDATE',
    script: gap =>
      steps(gap, [
        'ann@w1 begin | bob@w2 begin',
        `ann@w1 ${value(1)} for update | bob@w2 ${value(1)} for update`,
        `ann@w1 ${set(1, 11)}`,
        'ann@w1 commit',
        `bob@w2 ${set(1, 12)}`,
        'bob@w2 commit',
      ]),
    isShown: played => has(played, 'lost-update'),
  },
  readSkew: {
    name: 'G-single read skew, two writers',
    script: gap =>
      steps(gap, [
        'ann@w1 begin',
        `ann@w1 [first] ${value(1)}`,
        'bob@w2 begin',
        `bob@w2 ${set(1, 11)}`,
        `bob@w2 ${set(101, 11)}`,
        'bob@w2 commit',
        `ann@w1 [then] ${value(101)}`,
        'ann@w1 commit',
      ]),
    isShown: played => sawAt(played, 'first') === '100' && sawAt(played, 'then') === '11',
  },
  readSkewWriting: {
    name: 'G-single read skew with a write',
    script: gap =>
      steps(gap, [
        'ann@w1 begin',
        `ann@w1 [first] ${value(1)}`,
        'bob@w2 begin',
        `bob@w2 ${set(1, 11)}`,
        `bob@w2 ${set(101, 11)}`,
        'bob@w2 commit',
        'ann@w1 [change] delete from account where balance = 11',
        'ann@w1 commit',
      ]),
    isShown: played =>
      sawAt(played, 'first') === '100' && recordAt(played, 'change').affected === 2,
  },
  writeSkew: {
    name: 'G2-item write skew',
    script: crossed,
    isShown: played => has(played, 'G2-item') && haveCommitted(played, 'ann', 'bob'),
  },
  predicateWriteSkew: {
    name: 'G2 write skew on a predicate',
    script: gap =>
      steps(gap, [
        'ann@w1 begin | bob@w2 begin',
        `ann@w1 ${sevens} | bob@w2 ${sevens}`,
        'ann@w1 insert into account values (301, 7)',
        'ann@w1 commit',
        'bob@w2 insert into account values (302, 7)',
        'bob@w2 commit',
      ]),
    isShown: played => has(played, 'G2') && haveCommitted(played, 'ann', 'bob'),
  },
  staleRead: {
    name: 'stale read of a commit at another writer',
    script: gap => `0 ann@w1 ${set(1, 11)}\n${10 + gap} bob@w2 [seen] ${value(1)}`,
    isShown: played => sawAt(played, 'seen') === '100',
  },
  ownWrites: {
    name: 'read-your-writes violated at the same writer',
    script: gap =>
      steps(gap, [
        `ann@w1 ${set(1, 11)} | ann@w1 [seen] ${value(1)}`,
        `ann@w1 [again] ${value(1)}`,
      ]),
    isShown: played => ['seen', 'again'].some(label => sawAt(played, label) !== '11'),
  },
  ownWritesHop: {
    name: 'read-your-writes violated when hopping writers',
    script: gap => steps(gap, [`ann@w1 ${set(1, 11)}`, `ann@w2 [seen] ${value(1)}`]),
    isShown: played => sawAt(played, 'seen') === '100',
  },
  monotonicHop: {
    name: 'non-monotonic reads when hopping writers',
    script: gap =>
      steps(gap, [
        `ann@w1 ${set(1, 11)}`,
        `eve@w1 [first] ${value(1)}`,
        `eve@w2 [then] ${value(1)}`,
      ]),
    isShown: vanished,
  },
  longFork: {
    name: 'long fork',
    script: gap =>
      steps(gap, [
        `ann@w1 ${set(1, 11)} | bob@w2 ${set(101, 12)}`,
        'cat@w1 select balance from account where id in (1, 101)' +
          ' | dan@w2 select balance from account where id in (1, 101)',
      ]),
    isShown: played => has(played, 'long-fork'),
  },
  causalReversal: {
    name: 'causal reversal, three writers',
    script: gap =>
      [
        ...unseenAtThree([1]),
        '60 bob@w2 begin',
        `60 bob@w2 [known] ${value(1)}`,
        `60 bob@w2 ${set(101, 12)}`,
        '60 bob@w2 commit',
        ...readAtThree(120 + gap, [101, 1]),
      ].join('\n'),
    isShown: played => has(played, 'causal-reversal'),
  },
  vanishingOfThree: {
    name: 'OTV observed transaction vanishes, on one connection, three writers',
    script: gap => {
      const all = [...unseenAtThree([1, 101]), `70 bob@w2 ${set(1, 12)}`]
      return [...all, ...readAtThree(120 + gap, [1, 101])].join('\n')
    },
    isShown: played => has(played, 'OTV'),
  },
  notStrict: {
    name: 'not strictly serializable',
    script: crossed,
    isShown: ({ verdict }) => verdict.levels['strict-serializable'] === false,
  },
} satisfies Record<string, AcrossWriters>
