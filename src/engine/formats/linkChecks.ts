/** Whether what a link says is in range: instants, speed, seed. */
import type { StampedCommand } from '../contract/commands.ts'
import type { View } from '../contract/recording.ts'
import type { Setup } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'
import { formatDuration } from './formatDuration.ts'
import { type Problem, showValue } from './problem.ts'
import { parseSpeed } from './speed.ts'
import { speedRule } from './speeds.ts'

/** One may look past the end of a scenario, but not so far that the way there takes for ever. */
const timesTheEnd = 10

function checkInstant(what: string, at: Micros, setup: Setup): Problem[] {
  const latest = setup.untilMicros * timesTheEnd
  if (at <= latest) return []
  const message = `the instant ${formatDuration(at)} is out of range`
  return [{ path: `link, ${what}`, message, allowed: `0s to ${formatDuration(latest)}` }]
}

export function checkView(view: View, setup: Setup): Problem[] {
  const problems = checkInstant('instant', view.at, setup)
  if (view.speed === null || parseSpeed(view.speed) !== null) return problems
  const message = `${showValue(view.speed)} is no speed`
  return [...problems, { path: 'link, speed', message, allowed: speedRule }]
}

function checkSeed(seed: number): Problem[] {
  if (seed <= 0xffffffff) return []
  const message = `the seed ${seed} is out of range`
  return [{ path: 'link, seed', message, allowed: '0 to 4294967295' }]
}

export function checkRun(seed: number, commands: StampedCommand[], setup: Setup): Problem[] {
  return [...checkSeed(seed), ...checkInstant('commands', commands.at(-1)?.at ?? 0, setup)]
}
