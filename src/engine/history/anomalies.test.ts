/** Each anomaly that lists can show, once, with its name and the levels it leaves standing. */
import { describe, expect, test } from 'vitest'
import type { LevelName } from '../contract/history.ts'
import {
  type Given,
  heldBy,
  history,
  namesOf,
  upToCommitted,
  upToSnapshot,
} from './testing/byHand.ts'

const lists: [string, string[], LevelName[], Given[]][] = [
  [
    'nothing wrong',
    [],
    [...upToCommitted, 'repeatable-read', 'snapshot-isolation', 'serializable'],
    [{ ops: [['a', 'x', 1]] }, { ops: [['r', 'x', [1]]] }],
  ],
  [
    'dirty write',
    ['G0'],
    [],
    [
      {
        ops: [
          ['a', 'x', 1],
          ['a', 'y', 1],
        ],
      },
      {
        ops: [
          ['a', 'x', 2],
          ['a', 'y', 2],
        ],
      },
      { ops: [['r', 'x', [1, 2]]] },
      { ops: [['r', 'y', [2, 1]]] },
    ],
  ],
  [
    'aborted read',
    ['G1a'],
    ['read-uncommitted'],
    [{ status: 'aborted', ops: [['a', 'x', 1]] }, { ops: [['r', 'x', [1]]] }],
  ],
  [
    'intermediate read',
    ['G1b'],
    ['read-uncommitted'],
    [
      {
        ops: [
          ['a', 'x', 1],
          ['a', 'x', 2],
        ],
      },
      { ops: [['r', 'x', [1]]] },
    ],
  ],
  [
    'circular read',
    ['G1c'],
    ['read-uncommitted'],
    [
      {
        ops: [
          ['a', 'x', 1],
          ['r', 'y', [1]],
        ],
      },
      {
        ops: [
          ['a', 'y', 1],
          ['r', 'x', [1]],
        ],
      },
    ],
  ],
  [
    'read skew',
    ['G-single'],
    upToCommitted,
    [
      {
        ops: [
          ['a', 'x', 1],
          ['a', 'y', 1],
        ],
      },
      {
        ops: [
          ['r', 'x', []],
          ['r', 'y', [1]],
        ],
      },
    ],
  ],
  [
    'lost update',
    ['lost-update'],
    upToCommitted,
    [
      {
        ops: [
          ['r', 'x', []],
          ['a', 'x', 1],
        ],
      },
      {
        ops: [
          ['r', 'x', []],
          ['a', 'x', 2],
        ],
      },
      { ops: [['r', 'x', [1, 2]]] },
    ],
  ],
  [
    'long fork',
    ['long-fork'],
    upToCommitted,
    [
      { ops: [['a', 'x', 1]] },
      { ops: [['a', 'y', 1]] },
      {
        ops: [
          ['r', 'x', [1]],
          ['r', 'y', []],
        ],
      },
      {
        ops: [
          ['r', 'x', []],
          ['r', 'y', [1]],
        ],
      },
    ],
  ],
  [
    'write skew',
    ['G2-item'],
    upToSnapshot,
    [
      {
        ops: [
          ['r', 'x', []],
          ['r', 'y', []],
          ['a', 'x', 1],
        ],
      },
      {
        ops: [
          ['r', 'x', []],
          ['r', 'y', []],
          ['a', 'y', 1],
        ],
      },
    ],
  ],
  [
    'two reads that differ',
    ['internal', 'G-single'],
    upToCommitted,
    [
      {
        ops: [
          ['r', 'x', []],
          ['r', 'x', [1]],
        ],
      },
      { ops: [['a', 'x', 1]] },
    ],
  ],
  [
    'own append missed',
    ['internal'],
    upToCommitted,
    [
      {
        ops: [
          ['a', 'x', 1],
          ['r', 'x', []],
        ],
      },
    ],
  ],
  [
    'an element twice',
    ['duplicate-elements'],
    [],
    [{ ops: [['a', 'x', 1]] }, { ops: [['r', 'x', [1, 1]]] }],
  ],
  [
    'two orders',
    ['incompatible-order'],
    ['read-uncommitted'],
    [
      { ops: [['a', 'x', 1]] },
      { ops: [['a', 'x', 2]] },
      { ops: [['r', 'x', [1, 2]]] },
      { ops: [['r', 'x', [2, 1]]] },
    ],
  ],
  ['nobody wrote it', ['garbage-read'], [], [{ ops: [['r', 'x', [1]]] }]],
  [
    'read before written',
    ['future-read'],
    [],
    [
      {
        ops: [
          ['r', 'x', [1]],
          ['a', 'x', 1],
        ],
      },
    ],
  ],
  [
    'built on an aborted one',
    ['G1a', 'dirty-update'],
    ['read-uncommitted'],
    [
      { status: 'aborted', ops: [['a', 'x', 1]] },
      { ops: [['a', 'x', 2]] },
      { ops: [['r', 'x', [1, 2]]] },
    ],
  ],
]

describe('rules G0–G3: each anomaly of lists has its name and leaves weaker levels', () => {
  test.each(lists)('%s', (_, names, held, given) => {
    const judged = history('list-append', given)
    const found = namesOf(judged)
    for (const name of names) expect(found).toContain(name)
    expect(new Set(heldBy(judged))).toEqual(new Set(held))
    expect(found.length).toBeGreaterThanOrEqual(names.length)
  })
})
