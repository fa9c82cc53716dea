/**
 * Serial runs never raise an alarm, each anomaly planted in one is found, and neither names nor
 * what stands between two steps of a history change its verdict (rules G17–G21).
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelsOf, namesIn, verdictOn } from './testing/byNotation.ts'

const access = fc.record({
  key: fc.constantFrom('x', 'y', 'z'),
  kind: fc.constantFrom('r' as const, 'w' as const, 'p' as const),
  value: fc.integer({ min: 0, max: 9 }),
})
const transaction = fc.record({
  accesses: fc.array(access, { minLength: 1, maxLength: 4 }),
  isCommitted: fc.boolean(),
})
const transactions = fc.array(transaction, { maxLength: 40 })

type Draft = typeof transactions extends fc.Arbitrary<infer T> ? T : never

/** One transaction after the other, from number 1. */
function serial(drafts: Draft): string[] {
  const last = new Map<string, number>()
  return drafts.flatMap(({ accesses, isCommitted }, index) => {
    const number = index + 1
    const own = new Map<string, number>()
    const steps = accesses.map(({ key, kind, value }) => {
      if (kind === 'p') return `p${number}(x<${value})`
      if (kind === 'r') return `r${number}(${key}${own.get(key) ?? last.get(key) ?? 0})`
      own.set(key, number)
      return `w${number}(${key}:${value})`
    })
    if (isCommitted) for (const [key, writer] of own) last.set(key, writer)
    return [...steps, isCommitted ? `c${number}` : `a${number}`]
  })
}

test('rules G9, G17, G19: a serial run holds at every level, whoever rolls back', () => {
  fc.assert(
    fc.property(transactions, drafts => {
      const notation = serial(drafts).join(' ')
      if (notation === '') return
      const { anomalies, levels } = verdictOn(notation, { isHeard: true })
      expect(anomalies).toEqual([])
      expect(new Set(Object.values(levels))).toEqual(new Set([true]))
    }),
  )
})

/** On rows of their own, so that the serial part stays clean; numbers from 901. */
const planted: Record<string, string> = {
  G0: 'w901(m) w902(m) w902(n) c902 w901(n) c901',
  G1a: 'w901(m) r902(m901) a901 c902',
  G1b: 'w901(m) r902(m901) w901(m) c901 c902',
  G1c: 'w901(m) w902(n) r901(n902) r902(m901) c901 c902',
  'G-single': 'r901(m0) w902(m) w902(n) c902 r901(n902) c901',
  'lost-update': 'r901(m0) r902(m0) w901(m) c901 w902(m) c902',
  OTV: 'w901(m) w901(n) c901 w902(m) c902 r903(m902) r903(n0) c903',
  'causal-reversal': 'w901(m) c901 r902(m901) w902(n) c902 r903(n902) r903(m0) c903',
  PMP: 'p901(x=77) w902(m:77) c902 p901(x>76@m902) c901',
  'long-fork': 'w901(m) w902(n) c901 c902 r903(m901) r904(m0) r903(n0) r904(n902) c903 c904',
  'G2-item': 'r901(m0) r902(n0) w901(n) w902(m) c901 c902',
  G2: 'p901(x>70) p902(x>70) w901(m:71) w902(n:72) c901 c902',
}

/** A step of the planted anomaly after so many steps of the serial part, in order. */
function mixed(steps: string[], name: string, gaps: number[]): string {
  const rest = [...steps]
  const all = planted[name]!.split(' ').flatMap((step, index) => {
    return [...rest.splice(0, gaps[index % gaps.length]), step]
  })
  return [...all, ...rest].join(' ')
}

const gaps = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 7 })

test.each(Object.keys(planted))('rules G0–G2, G21: %s planted in a clean run is found', name => {
  fc.assert(
    fc.property(transactions, gaps, (drafts, between) => {
      const alone = planted[name]!
      const names = namesIn(mixed(serial(drafts), name, between))
      expect(names).toEqual(namesIn(alone))
      expect(names).toContain(name)
      expect(levelsOf(mixed(serial(drafts), name, between))).toEqual(levelsOf(alone))
    }),
    { numRuns: 30 },
  )
})

test('rule G20: other numbers and other names of rows change no verdict', () => {
  const name = fc.constantFrom(...Object.keys(planted))
  fc.assert(
    fc.property(transactions, gaps, name, (drafts, between, which) => {
      const notation = mixed(serial(drafts), which, between)
      const renamed = notation
        .replace(/([mn])(\d*)/g, 'q$1$2')
        .replace(/\d{3,}/g, number => `${Number(number) + 77_000}`)
      const [one, other] = [verdictOn(notation), verdictOn(renamed)]
      expect(other.levels).toEqual(one.levels)
      expect(other.anomalies.map(its => its.name)).toEqual(one.anomalies.map(its => its.name))
    }),
    { numRuns: 60 },
  )
})

/** Steps of transactions in any order, each read seeing what is committed or some old version. */
const tangled = fc.array(
  fc.record({
    number: fc.integer({ min: 1, max: 5 }),
    kind: fc.constantFrom('r' as const, 'w' as const),
    key: fc.constantFrom('x', 'y'),
    luck: fc.nat({ max: 99 }),
  }),
  { minLength: 2, maxLength: 12 },
)

type Tangle = typeof tangled extends fc.Arbitrary<infer T> ? T : never

function tangle(steps: Tangle): { notation: string; reads: [number, string, number][] } {
  const written = new Map<string, number[]>()
  const reads: [number, string, number][] = []
  const told = steps.map(({ number, kind, key, luck }) => {
    const writers = written.get(key) ?? []
    if (kind === 'w') {
      written.set(key, [...writers.filter(its => its !== number), number])
      return `w${number}(${key})`
    }
    const seen = [0, ...writers][luck % (writers.length + 1)]!
    if (seen !== number) reads.push([number, key, seen])
    return `r${number}(${key}${seen})`
  })
  const ends = [...new Set(steps.map(({ number }) => number))].map(number => `c${number}`)
  return { notation: [...told, ...ends].join(' '), reads }
}

function orders<T>(items: T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap(item => orders(items.filter(its => its !== item)).map(o => [item, ...o]))
}

/** The obvious twin: an order in which each read sees the last version, and versions follow it. */
function isSerial(steps: Tangle, reads: [number, string, number][]): boolean {
  const numbers = [...new Set(steps.map(({ number }) => number))]
  const final = new Map<string, number[]>()
  for (const { number, kind, key } of steps) {
    if (kind === 'w') final.set(key, [...(final.get(key) ?? []).filter(n => n !== number), number])
  }
  return orders(numbers).some(order => {
    const place = (number: number) => order.indexOf(number)
    const isInOrder = [...final.values()].every(chain =>
      chain.every((number, k) => k === 0 || place(chain[k - 1]!) < place(number)),
    )
    return (
      isInOrder &&
      reads.every(([reader, key, seen]) => {
        const before = (final.get(key) ?? []).filter(n => n !== reader && place(n) < place(reader))
        return (before.at(-1) ?? 0) === seen
      })
    )
  })
}

test('rule G20: serializable is what some order of the transactions explains', () => {
  fc.assert(
    fc.property(tangled, steps => {
      const { notation, reads } = tangle(steps)
      const { levels, anomalies } = verdictOn(notation)
      if (anomalies.some(({ name }) => name === 'G1b')) return
      expect(levels.serializable).toBe(isSerial(steps, reads))
      expect(anomalies.length > 0).toBe(!levels.serializable)
    }),
    { numRuns: 400 },
  )
})

/** One after the other over a few hundred rows. */
function manyTransactions(count: number): string {
  const steps: string[] = []
  const last = new Map<number, number>()
  for (let number = 1; number <= count; number++) {
    const row = (number * 7919) % 600
    const key = (n: number) => `k${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`
    steps.push(`r${number}(${key(row)}${last.get(row) ?? 0})`, `w${number}(${key(row)})`)
    steps.push(`c${number}`)
    last.set(row, number)
  }
  return steps.join(' ')
}

test('rules G17, G20: 10,000 transactions, and the one that lost its update', () => {
  const clean = manyTransactions(10_000)
  expect(verdictOn(clean, { isHeard: true }).anomalies).toEqual([])
  const lost = 'r90001(lost0) r90002(lost0) w90001(lost) w90002(lost) c90001 c90002'
  const { anomalies, counts } = verdictOn(`${clean} ${lost}`, { isHeard: true })
  expect(counts.committed).toBe(10_002)
  expect(anomalies.map(({ name, transactions: its }) => [name, ...its])).toEqual([
    ['lost-update', 90002, 90001],
  ])
})

test('rule G17: of a longer run the newest are kept, and what they saw is judged', () => {
  const early = 'r90001(lost0) r90002(lost0) w90001(lost) w90002(lost) c90001 c90002'
  const late = 'r90003(late0) r90004(late0) w90003(late) w90004(late) c90003 c90004'
  const notation = `${early} ${manyTransactions(62_000)} ${late}`
  const { anomalies, bounds, counts } = verdictOn(notation)
  expect(bounds.dropped).toBe(20_000)
  expect(bounds.from).toBeGreaterThan(0)
  expect(counts.transactions).toBeLessThanOrEqual(60_000)
  expect(anomalies.map(({ transactions: its }) => its)).toEqual([[90004, 90003]])
})
