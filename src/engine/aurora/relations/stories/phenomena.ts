/**
 * The phenomena of isolation as scripts over the table test with rows (1, 10) and (2, 20), and how
 * to tell from what was seen that one has happened. The scripts follow the Hermitage tests of
 * M. Kleppmann, which the reference names, in words of our own.
 */
import { hasCommitted, type Played, rowsAt } from './script.ts'

export interface Phenomenon {
  name: string
  script: string
  isShown(played: Played): boolean
}

const both = 'select id, value from test order by id'
const valueOf = (id: number) => `select value from test where id = ${id}`

const saw = (played: Played, label: string) => JSON.stringify(rowsAt(played, label))
const areDone = (played: Played, ...sessions: string[]) =>
  sessions.every(session => hasCommitted(played, session))

export const phenomena = {
  dirtyWrite: {
    name: 'dirty write',
    script: `
      ann  begin
      bob  begin
      ann  update test set value = 11 where id = 1
      bob  update test set value = 12 where id = 1
      ann  update test set value = 21 where id = 2
      ann  commit
      bob  update test set value = 22 where id = 2
      bob  commit`,
    isShown: ({ final }) => !['11 21', '12 22'].includes(final.map(row => row[1]).join(' ')),
  },
  abortedRead: {
    name: 'aborted read',
    script: `
      ann  begin
      bob  begin
      ann  update test set value = 101 where id = 1
      bob  [seen] ${valueOf(1)}
      ann  rollback
      bob  commit`,
    isShown: played => saw(played, 'seen') === '[[101]]',
  },
  intermediateRead: {
    name: 'intermediate read',
    script: `
      ann  begin
      bob  begin
      ann  update test set value = 101 where id = 1
      bob  [seen] ${valueOf(1)}
      ann  update test set value = 11 where id = 1
      ann  commit
      bob  commit`,
    isShown: played => saw(played, 'seen') === '[[101]]',
  },
  circularFlow: {
    name: 'circular information flow',
    script: `
      ann  begin
      bob  begin
      ann  update test set value = 11 where id = 1
      bob  update test set value = 22 where id = 2
      ann  [ann] ${valueOf(2)}
      bob  [bob] ${valueOf(1)}
      ann  commit
      bob  commit`,
    isShown: played =>
      saw(played, 'ann') === '[[22]]' && saw(played, 'bob') === '[[11]]' && areDone(played, 'ann'),
  },
  vanishingTransaction: {
    name: 'observed transaction vanishes',
    script: `
      ann  begin
      bob  begin
      cat  begin
      ann  update test set value = 11 where id = 1
      ann  update test set value = 19 where id = 2
      bob  update test set value = 12 where id = 1
      ann  commit
      cat  [first] ${valueOf(1)}
      cat  [between] ${valueOf(2)}
      bob  update test set value = 18 where id = 2
      cat  [then] ${valueOf(2)}
      bob  commit
      cat  [second] ${valueOf(2)}
      cat  [last] ${valueOf(1)}
      cat  commit`,
    isShown: played => saw(played, 'first') === '[[12]]' && saw(played, 'between') === '[[19]]',
  },
  manyPreceders: {
    name: 'predicate many preceders, reading',
    script: `
      ann  begin
      bob  begin
      ann  [before] select id from test where value % 3 = 0
      bob  insert into test (id, value) values (3, 30)
      bob  commit
      ann  [after] select id from test where value % 3 = 0
      ann  commit`,
    isShown: played => saw(played, 'before') !== saw(played, 'after') && areDone(played, 'ann'),
  },
  manyPrecedersWriting: {
    name: 'predicate many preceders, writing',
    script: `
      ann  begin
      bob  begin
      bob  [before] select id from test where value = 20
      ann  update test set value = value + 10
      bob  delete from test where value = 20
      ann  commit
      bob  commit`,
    isShown: played => areDone(played, 'ann', 'bob') && JSON.stringify(played.final) !== '[[1,20]]',
  },
  lostUpdate: {
    name: 'lost update',
    script: `
      ann  begin
      bob  begin
      ann  ${valueOf(1)}
      bob  ${valueOf(1)}
      ann  update test set value = 11 where id = 1
      bob  update test set value = 11 where id = 1
      ann  commit
      bob  commit`,
    isShown: played => areDone(played, 'ann', 'bob'),
  },
  lostUpdateForUpdate: {
    name: 'lost update with FOR UPDATE',
    script: `
      ann  begin
      bob  begin
      ann  ${valueOf(1)} for update
      bob  [seen] ${valueOf(1)} for update
      ann  update test set value = 11 where id = 1
      ann  commit
      bob  update test set value = 12 where id = 1
      bob  commit`,
    isShown: played => saw(played, 'seen') === '[[10]]' && areDone(played, 'ann', 'bob'),
  },
  readSkew: {
    name: 'read skew',
    script: `
      ann  begin
      bob  begin
      ann  ${valueOf(1)}
      bob  update test set value = 12 where id = 1
      bob  update test set value = 18 where id = 2
      bob  commit
      ann  [seen] ${valueOf(2)}
      ann  commit`,
    isShown: played => saw(played, 'seen') === '[[18]]' && areDone(played, 'ann', 'bob'),
  },
  readSkewWriting: {
    name: 'read skew with a write',
    script: `
      ann  begin
      bob  begin
      ann  ${valueOf(1)}
      bob  ${both}
      bob  update test set value = 12 where id = 1
      bob  update test set value = 18 where id = 2
      bob  commit
      ann  delete from test where value = 20
      ann  commit`,
    isShown: played => areDone(played, 'ann', 'bob') && played.final.length === 2,
  },
  writeSkew: {
    name: 'write skew on rows',
    script: `
      ann  begin
      bob  begin
      ann  select id, value from test where id in (1, 2)
      bob  select id, value from test where id in (1, 2)
      ann  update test set value = 11 where id = 1
      bob  update test set value = 21 where id = 2
      ann  commit
      bob  commit`,
    isShown: played => areDone(played, 'ann', 'bob'),
  },
  predicateWriteSkew: {
    name: 'write skew on a predicate',
    script: `
      ann  begin
      bob  begin
      ann  select id from test where value % 3 = 0
      bob  select id from test where value % 3 = 0
      ann  insert into test (id, value) values (3, 30)
      bob  insert into test (id, value) values (4, 42)
      ann  commit
      bob  commit`,
    isShown: played => areDone(played, 'ann', 'bob'),
  },
} satisfies Record<string, Phenomenon>
