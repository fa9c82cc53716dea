/**
 * Who wins a page? Two writers change different rows of one page; what is kept and why; and how
 * both could have succeeded. Rules C1–C3, T13.
 */
import type { FactPattern } from '../../engine/contract/pattern.ts'
import type { Lesson, RowChange } from './lesson.ts'

const story = 'who-wins-a-page'
const table = 'account'
/** The six copies with their answers begin here. */
const columns = 'pg1/a1'
const alice: RowChange = { session: 'alice', on: 'w1', row: 1 }
const bob: RowChange = { session: 'bob', on: 'w2', row: 2 }

function rolledBack(instance: string): FactPattern {
  return { fact: 'TransactionRolledBack', where: { instance } }
}

function notRolledBack(instance: string): FactPattern {
  return { ...rolledBack(instance), count: { max: 0 } }
}

function committed(application: string): FactPattern {
  return { fact: 'TransactionCommitted', where: { application } }
}

export const whoWinsAPage: Lesson = {
  name: story,
  title: 'Who wins a page?',
  retired: { term: 'retired Multi-Master', words: 'Multi-Master, retired 28 Feb 2023' },
  steps: [
    {
      id: 'rows',
      title: 'lesson.page.rows.title',
      words: 'lesson.page.rows',
      story,
      at: 9_900,
      lit: ['page 0'],
      look: 'page 0',
      exhibit: { kind: 'rowsOnPages', table, changes: [alice, bob] },
    },
    {
      id: 'predict',
      title: 'lesson.page.predict.title',
      words: 'lesson.page.predict',
      story,
      at: 9_900,
      playTo: 10_800,
      lit: ['w1', 'w2'],
      look: columns,
      prediction: {
        question: 'lesson.page.question',
        choices: [
          {
            id: 'w1',
            words: 'lesson.page.choice.w1',
            holds: [committed('alice'), notRolledBack('w1'), rolledBack('w2')],
          },
          {
            id: 'w2',
            words: 'lesson.page.choice.w2',
            holds: [committed('bob'), notRolledBack('w2'), rolledBack('w1')],
          },
          {
            id: 'both',
            words: 'lesson.page.choice.both',
            holds: [committed('alice'), committed('bob'), notRolledBack('w1'), notRolledBack('w2')],
          },
          {
            id: 'neither',
            words: 'lesson.page.choice.neither',
            holds: [rolledBack('w1'), rolledBack('w2')],
          },
        ],
        revealTo: 14_000,
        because: 'pageCheck',
      },
    },
    {
      id: 'retry',
      title: 'lesson.page.retry.title',
      words: 'lesson.page.retry',
      story,
      at: 17_900,
      playTo: 23_000,
      lit: ['bob', 'w2'],
      look: columns,
    },
    {
      id: 'both',
      title: 'lesson.page.both.title',
      words: 'lesson.page.both',
      story,
      at: 280_000,
      look: columns,
      goal: {
        holds: [
          committed('alice'),
          committed('bob'),
          { fact: 'TransactionRolledBack', count: { max: 0 } },
        ],
        fails: [{ fact: 'TransactionRolledBack' }],
        failed: 'lesson.page.failed',
        passed: 'lesson.page.passed',
        act: {
          kind: 'twoChanges',
          table,
          changes: [alice, bob],
          delays: [
            { words: 'lesson.page.delay.none', micros: 0, speed: '1/1500' },
            { words: 'lesson.page.delay.short', micros: 5_000, speed: '1/1000' },
            { words: 'lesson.page.delay.long', micros: 60_000, speed: '1/20' },
          ],
        },
      },
    },
  ],
}
