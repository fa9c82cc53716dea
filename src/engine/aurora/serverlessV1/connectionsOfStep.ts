/**
 * How many connections a capacity admits: it follows what the instance has now, and is 90 while it
 * is paused. MySQL as published, 16 to 128 ACU derived; PostgreSQL by
 * the line of v2, 211.4 an ACU less 22.4
 * (*assumption*). Rule E9.
 */
import type { World } from '../world.ts'

const ofMysql: Readonly<Record<number, number>> = {
  1: 90,
  2: 180,
  4: 270,
  8: 1_000,
  16: 2_000,
  32: 3_000,
  64: 4_000,
  128: 5_000,
  256: 6_000,
}
export const whilePaused = 90
const mostOfPostgresql = 5_000

export function connectionsOfStep({ setup }: World, microAcu: number): number {
  const acu = microAcu / 1_000_000
  if (setup.dialect !== 'postgresql-16') return ofMysql[acu] ?? whilePaused
  return Math.min(mostOfPostgresql, Math.floor((2_114 * acu - 224) / 10 + 0.5))
}
