/**
 * The availability of a protection group by enumerating every state of its nodes and zones, in
 * exact arithmetic, against the closed forms: each node is down by itself with probability p, each
 * zone with q and takes its members along (2017 §2.1 sets the scene; the tables are derived).
 */
import { describe, expect, test } from 'vitest'
import type { QuorumExpression } from '../../contract/quorum.ts'
import { atLeast, isSatisfied } from './quorum.ts'

/** Probabilities are whole numbers of hundred-thousandths, so that sums are exact. */
const one = 100_000n

interface Layout {
  expression: QuorumExpression
  /** Zone of each member. */
  zones: number[]
}

const six = [0, 1, 2, 3, 4, 5]
const twoAZone = [0, 0, 1, 1, 2, 2]
const fulls = [0, 2, 4]
const write: Layout = { expression: atLeast(4, six), zones: twoAZone }
const read: Layout = { expression: atLeast(3, six), zones: twoAZone }
const twoOfThree: Layout = { expression: atLeast(2, [0, 1, 2]), zones: [0, 1, 2] }
const fullWrite: Layout = {
  expression: { kind: 'or', parts: [write.expression, atLeast(3, fulls)] },
  zones: twoAZone,
}
const fullRead: Layout = {
  expression: { kind: 'and', parts: [read.expression, atLeast(1, fulls)] },
  zones: twoAZone,
}

function bitsProbability(bits: number, count: number, down: bigint): bigint {
  let weight = 1n
  for (let k = 0; k < count; k++) weight *= (bits >>> k) & 1 ? one - down : down
  return weight
}

/** Members that are up: by themselves, and their zone too. */
function reachable(members: number, upZones: number, zones: number[]): number {
  return zones.reduce(
    (bits, zone, k) => ((upZones >>> zone) & 1 ? bits : bits & ~(1 << k)),
    members,
  )
}

/** Weight of the states in which the expression is not satisfied, over `one` to the power. */
function unavailable({ expression, zones }: Layout, p: bigint, q: bigint): number {
  const count = zones.length
  let weight = 0n
  for (let upZones = 0; upZones < 8; upZones++) {
    const zoneWeight = bitsProbability(upZones, 3, q)
    for (let members = 0; members < 1 << count; members++) {
      if (isSatisfied(expression, reachable(members, upZones, zones))) continue
      weight += zoneWeight * bitsProbability(members, count, p)
    }
  }
  return ratio(weight, one ** BigInt(count + 3))
}

/** With 30 digits kept, far more than a double has. */
function ratio(part: bigint, whole: bigint): number {
  const kept = 10n ** 40n
  return Number((part * kept) / whole) / 1e40
}

/** The probability that a set is satisfied when exactly one zone is down. */
function givenZoneDown(layout: Layout, p: bigint): number {
  const { zones, expression } = layout
  let weight = 0n
  for (let members = 0; members < 1 << zones.length; members++) {
    if (isSatisfied(expression, reachable(members, 0b110, zones))) {
      weight += bitsProbability(members, zones.length, p)
    }
  }
  return ratio(weight, one ** BigInt(zones.length))
}

const columns = { write, read, twoOfThree, fullWrite, fullRead }

/** p and q in hundred-thousandths; then write, read, 2 of 3, write and read of full and tail. */
const unavailability: [bigint, bigint, number[]][] = [
  [10n, 1n, [1.231795306e-8, 3.017992237e-10, 3.629667808e-8, 1.231695339e-8, 3.027988938e-10]],
  [100n, 0n, [1.995503599e-8, 1.497601e-11, 2.998e-6, 1.895803299e-8, 1.011979009e-9]],
  [100n, 10n, [1.247908622e-6, 3.181021292e-8, 3.626678756e-6, 1.246911918e-6, 3.280691684e-8]],
  [100n, 100n, [1.497595519e-5, 3.015955006e-6, 1.197202699e-5, 1.497496117e-5, 3.016949021e-6]],
  [1000n, 0n, [1.955359e-5, 1.4761e-7, 2.98e-4, 1.8583291e-5, 1.117909e-6]],
  [1000n, 100n, [1.404686521e-4, 4.917707209e-6, 3.596855534e-4, 1.395012611e-4, 5.885098222e-6]],
  [1000n, 1000n, [1.475568347e-3, 3.155506839e-4, 1.172268802e-3, 1.474626867e-3, 3.164921641e-4]],
  [5000n, 0n, [2.22984375e-3, 8.640625e-5, 7.25e-3, 2.122671875e-3, 1.93578125e-4]],
  [5000n, 1000n, [7.915687892e-3, 7.940332042e-4, 1.019946025e-2, 7.811699129e-3, 8.980219674e-4]],
  [10_000n, 0n, [1.585e-2, 1.27e-3, 2.8e-2, 1.5121e-2, 1.999e-3]],
  [10_000n, 1000n, [2.578893085e-2, 3.06805663e-3, 3.3052942e-2, 2.508158288e-2, 3.775404601e-3]],
]

describe('Q2: unavailability of one group, every state counted', () => {
  test.each(unavailability)('p %d, q %d of 100,000', (p, q, wanted) => {
    Object.values(columns).forEach((layout, k) => {
      const digits = unavailable(layout, p, q) / wanted[k]!
      expect(digits).toBeCloseTo(1, 8)
    })
  })
})

/** Given exactly one zone down: write 4 of 6, read 3 of 6, 2 of 3. */
const zoneDown: [bigint, number, number, number][] = [
  [10n, 0.999600059996, 0.999999940008, 0.99980001],
  [100n, 0.996005996001, 0.999994007997, 0.998001],
  [1000n, 0.96059601, 0.99940797, 0.9801],
  [5000n, 0.81450625, 0.98598125, 0.9025],
  [10_000n, 0.6561, 0.9477, 0.81],
]

describe('Q2: with a zone down, writes of 4 of 6 need all four that are left', () => {
  test.each(zoneDown)('p %d of 100,000', (p, writes, reads, two) => {
    expect(givenZoneDown(write, p)).toBeCloseTo(writes, 12)
    expect(givenZoneDown(read, p)).toBeCloseTo(reads, 12)
    expect(givenZoneDown(twoOfThree, p)).toBeCloseTo(two, 12)
  })

  test('Q2 (reference T15): then 4 of 6 writes less often than 2 of 3, and reads more', () => {
    for (const [p] of zoneDown) {
      expect(givenZoneDown(write, p)).toBeLessThan(givenZoneDown(twoOfThree, p))
      expect(givenZoneDown(read, p)).toBeGreaterThan(givenZoneDown(twoOfThree, p))
    }
  })
})
