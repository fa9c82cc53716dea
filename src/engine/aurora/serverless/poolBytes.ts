/**
 * The memory of the page cache at a capacity, and the memory that holds a working set. MySQL has
 * one share of it; PostgreSQL 128 MiB at half an ACU and its share from 2 ACU on, between them a
 * straight line (*assumption*). Rules S2 and S7.
 */
import type { World } from '../world.ts'

const million = 1_000_000
/** An ACU has 2 GiB. */
export const bytesPerAcu = 2_147_483_648
const least = 500_000
const whole = 2_000_000

export function poolBytesAt(world: World, microAcu: number): number {
  const memory = (microAcu / million) * bytesPerAcu
  const small = smallShareOf(world)
  if (small === null) return Math.floor((memory * shareOf(world)) / million)
  if (microAcu >= whole) return Math.floor((memory * shareOf(world)) / million)
  if (microAcu <= least) return Math.floor((memory * small) / million)
  const from = poolBytesAt(world, least)
  const to = poolBytesAt(world, whole)
  return Math.floor(from + ((to - from) * (microAcu - least)) / (whole - least))
}

/** Bytes of memory, pool and the rest, with which the pool is as large as this. */
export function memoryFor(world: World, poolBytes: number): number {
  const small = smallShareOf(world)
  if (small === null) return Math.floor((poolBytes * million) / shareOf(world))
  const from = poolBytesAt(world, least)
  const to = poolBytesAt(world, whole)
  if (poolBytes <= from) return Math.floor((poolBytes * million) / small)
  if (poolBytes >= to) return Math.floor((poolBytes * million) / shareOf(world))
  const microAcu = least + ((whole - least) * (poolBytes - from)) / (to - from)
  return Math.floor((microAcu / million) * bytesPerAcu)
}

function shareOf({ setup, parameters }: World): number {
  const values = setup.serverless?.v2?.values
  const isPostgresql = setup.dialect === 'postgresql-16' && values !== undefined
  return isPostgresql
    ? values['serverlessV2.poolSharePostgresql']
    : parameters['serverlessV2.poolShareMysql']
}

/** Of PostgreSQL at half an ACU; null = the share is the same everywhere. */
function smallShareOf({ setup }: World): number | null {
  if (setup.dialect !== 'postgresql-16') return null
  return setup.serverless?.v2?.values['serverlessV2.poolSharePostgresqlSmall'] ?? null
}
