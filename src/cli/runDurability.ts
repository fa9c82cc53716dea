/**
 * `durability`: shares of time stalled and losses a year of 4/6, 2/3 and 3/4, by formula, chain and
 * histories, along one of four times; the same numbers as the page's laboratory (rules H1 to H9).
 */
import { parseArgs } from 'node:util'
import type { DurabilityAnswer, FailureTimes } from '../engine/contract/durability.ts'
import { parseDuration } from '../engine/index.ts'
import { measureDurability } from '../engine/answers.ts'
import { readSeed } from './readSeed.ts'
import { refuse } from './refusal.ts'
import { showProgress } from './showProgress.ts'

const options = {
  mttf: { type: 'string', default: '365.25d' },
  repair: { type: 'string', default: '10s' },
  'zone-mtbf': { type: 'string', default: '365.25d' },
  'zone-outage': { type: 'string', default: '1h' },
  along: { type: 'string', default: 'repair' },
  histories: { type: 'string', default: '1000' },
  seed: { type: 'string' },
  'zone-gone': { type: 'boolean', default: false },
  'zones-apart': { type: 'boolean', default: false },
} as const

const timeNames = {
  mttf: 'segmentMttf',
  repair: 'repair',
  'zone-mtbf': 'zoneMtbf',
  'zone-outage': 'zoneOutage',
} as const

/** As far as the sliders of the page go. */
const ranges: Record<keyof FailureTimes, [string, string]> = {
  segmentMttf: ['1d', '36500d'],
  repair: ['1s', '1d'],
  zoneMtbf: ['10d', '36500d'],
  zoneOutage: ['1min', '7d'],
}

export const durabilityUsage =
  'durability [--mttf 365d] [--repair 10s] [--zone-mtbf 365d] [--zone-outage 1h] ' +
  '[--along mttf|repair|zone-mtbf|zone-outage] [--zone-gone] [--zones-apart] ' +
  '[--histories N] [--seed N]'

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options }).values
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split('. ')
    return refuse('durability', sentence.replace(/\.$/, ''), durabilityUsage)
  }
}

export function runDurability(words: string[]): { output: DurabilityAnswer; exitCode: number } {
  const values = parse(words)
  const times = {
    segmentMttf: readTime('mttf', values.mttf),
    repair: readTime('repair', values.repair),
    zoneMtbf: readTime('zone-mtbf', values['zone-mtbf']),
    zoneOutage: readTime('zone-outage', values['zone-outage']),
  }
  const along = readAlong(values.along)
  const request = {
    ...{ times, along, isZoneGone: values['zone-gone'] },
    isOneAtATime: !values['zones-apart'],
    ...{ seed: readSeed('--seed', values.seed ?? null, 1), histories: readCount(values.histories) },
  }
  const output = measureDurability(request, ({ done, all }) => {
    showProgress(`${done} of ${all} rounds`)
  })
  return { output, exitCode: 0 }
}

function readTime(option: keyof typeof timeNames, text: string): number {
  const [least, most] = ranges[timeNames[option]]
  const micros = parseDuration(text)
  if (micros !== null && micros >= parseDuration(least)! && micros <= parseDuration(most)!) {
    return micros
  }
  const allowed = `a length of time from ${least} to ${most}, as "60s"`
  return refuse(`--${option}`, `${JSON.stringify(text)} is none`, allowed)
}

function readAlong(text: string): keyof FailureTimes {
  if (Object.hasOwn(timeNames, text)) return timeNames[text as keyof typeof timeNames]
  return refuse('--along', `there is no time "${text}"`, Object.keys(timeNames).join(', '))
}

function readCount(text: string): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (count >= 100) return count
  return refuse('--histories', `${JSON.stringify(text)} is none`, 'a whole number from 100')
}
