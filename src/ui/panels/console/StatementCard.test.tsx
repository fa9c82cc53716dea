/** What a card says of its statement: answered, refused, waiting. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import { learnSentences } from '../../../words/say.ts'
import { sqlConsoleSentences } from '../../../words/sqlConsoleSentences.ts'
import { sqlErrorSentences } from '../../../words/sqlErrorSentences.ts'
import { exampleFrame } from '../../scene/testing/exampleFrame.ts'
import { exampleSession, exampleSql, withSqlView } from '../../scene/testing/sqlFrames.ts'
import { engineStore } from '../../store/engineStore.ts'
import { StatementCard } from './StatementCard.tsx'
import { transcriptOf } from './transcript.ts'

learnSentences(sqlConsoleSentences)
learnSentences(sqlErrorSentences)

const plain: StatementRecord = {
  session: 'bob',
  on: 'w1',
  text: 'SELECT id, name FROM t',
  submittedAt: 10,
  finishedAt: 1_510,
  status: 'ok',
}

function card(changes: Partial<StatementRecord>, at = 5_000): string {
  const [line] = transcriptOf([{ ...plain, ...changes }], { from: 0, at })
  if (line === undefined) throw new Error('no line')
  return renderToStaticMarkup(<StatementCard line={line} />)
}

describe('a card', () => {
  it('shows rows: NULL as NULL, numbers at the right, how many and how long', () => {
    const rows = [
      [1, 'x', '2.50'],
      [2, null, '10.00'],
    ]
    const html = card({ columns: ['id', 'name', 'balance'], rows })
    expect(html.match(/<th[^>]*data-side="right"[^>]*>(id|balance)/g)).toHaveLength(2)
    expect(html).not.toMatch(/<th[^>]*data-side="right"[^>]*>name/)
    expect(html).toMatch(/<i[^>]*>NULL<\/i>/)
    expect(html).toContain('2 rows <span>1.5 ms')
  })

  it('shows the first rows of many and offers the rest', () => {
    const rows = Array.from({ length: 30 }, (_, k) => [k])
    const html = card({ columns: ['id'], rows })
    expect(html.match(/<tr>/g)).toHaveLength(13)
    expect(html).toContain('Show all 30 rows')
  })

  it('says how many rows were changed', () => {
    expect(card({ affected: 1 })).toContain('1 row changed')
    expect(card({ affected: 0 })).toContain('no rows changed')
  })

  it('gives the code, SQLSTATE and words of a refusal, its place, and what it means', () => {
    const error = {
      kind: 'syntax' as const,
      code: 1064,
      sqlstate: '42000',
      message: 'You have an error',
      position: 7,
    }
    const html = card({ status: 'error', error })
    expect(html).toContain('<b>1064 (42000)</b> You have an error')
    expect(html).toContain('SELECT <mark>id</mark>, name')
    expect(html).toContain('What does this mean?')
    expect(html).toContain('Nothing was done.')
  })

  it('tells on whom it waits and for what, and nothing of what comes later', () => {
    const sql = exampleSql([exampleSession('bob', 'waiting', ['ann'])])
    Object.assign(engineStore.getInitialState(), { frame: withSqlView(exampleFrame(), sql) })
    const html = card({ affected: 1 }, 100)
    expect(html).toContain('Waits for a lock on account id 1; ann must end first.')
    expect(html).not.toContain('row changed')
  })
})
