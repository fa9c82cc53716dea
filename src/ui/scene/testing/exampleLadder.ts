/** A transaction made by hand for the tests of its picture: three copies of six have answered. */
import type { Rung, TransactionInside } from '../../../engine/contract/inside.ts'

const at = 12_000

function write(number: number, node: string, [disk, back, end]: (number | null)[]): Rung {
  const stretches: Rung['stretches'] = [
    { what: 'travel', since: 10_400, until: disk ?? null },
    ...(disk == null ? [] : [{ what: 'disk' as const, since: disk, until: back ?? null }]),
    ...(back == null ? [] : [{ what: 'back' as const, since: back, until: end ?? null }]),
  ]
  const isAnswered = back != null
  return {
    id: `write ${number}`,
    kind: 'write',
    who: `pg1/${node}`,
    about: 'pg1',
    stretches,
    isYes: isAnswered ? node !== 'a2' : null,
    completes: node === 'c1',
  }
}

function plain(kind: Rung['kind'], fields: Partial<Rung>): Rung {
  const whole = { id: kind, who: 'w1', about: '', stretches: [], isYes: null, completes: false }
  return { ...whole, kind, ...fields }
}

export function exampleLadder(): TransactionInside {
  return {
    inside: 'transaction',
    at,
    transaction: 9,
    instance: 'w1',
    application: 'shop',
    session: '1',
    state: 'committed',
    from: 9_750,
    to: at,
    isShortened: false,
    latencyMicros: 1_900,
    commitLsn: 36,
    rungs: [
      plain('request', {
        who: 'shop',
        about: 'w1',
        stretches: [{ what: 'travel', since: 9_750, until: 10_000 }],
      }),
      plain('work', { stretches: [{ what: 'work', since: 10_000, until: 10_350 }] }),
      write(1, 'b1', [10_700, 10_900, 11_200]),
      write(2, 'b2', [10_650, 10_850, 11_100]),
      write(3, 'a1', [11_000, 11_200, 11_800]),
      write(4, 'a2', [11_050, 11_250, 11_700]),
      write(5, 'c1', [11_050, 11_250, 11_900]),
      write(6, 'c2', [null, null, null]),
      plain('wait', { stretches: [{ what: 'wait', since: 10_350, until: 11_900 }] }),
      plain('answer', {
        about: 'shop',
        stretches: [{ what: 'back', since: 11_900, until: null }],
      }),
    ],
    moments: [
      { what: 'began', at: 10_000, group: '', value: 0, fact: 3 },
      { what: 'written', at: 10_350, group: '', value: 36, fact: 4 },
      { what: 'durable', at: 11_900, group: 'pg1', value: 36, fact: 8 },
      { what: 'safe', at: 11_900, group: '', value: 36, fact: 9 },
      { what: 'committed', at: 11_900, group: '', value: 0, fact: 10 },
    ],
  }
}
