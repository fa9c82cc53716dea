/** Short words for the stage: what an instance has, which way it goes, and what keeps it awake. */
import type { PauseBlocker } from '../engine/contract/facts.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { CapacityView } from '../engine/contract/serverlessView.ts'
import { formatCount } from './formatNumbers.ts'
import { v1Phase } from './v1Words.ts'
import { v2Phase } from './v2Words.ts'
import { wholeSeconds } from './wholeSeconds.ts'
import { type CapacityPhase, capacityPhase } from './capacityPhase.ts'
import { formatAcu } from './formatAcu.ts'

const bindings: Record<CapacityView['binding'], string> = {
  cpu: 'CPU',
  memory: 'memory',
  network: 'network',
  floor: 'minimum',
}

export function bindingWord({ binding }: CapacityView): string {
  return bindings[binding]
}

export { wholeSeconds } from './wholeSeconds.ts'

/** How long until it falls asleep; null when it does not count down. */
export function pauseCountdown(view: CapacityView): Micros | null {
  const isCounting =
    view.state === 'active' && view.pauseAfterMicros > 0 && view.blockers.length === 0
  return isCounting ? Math.max(0, view.pauseAfterMicros - view.idleMicros) : null
}

/** Long and short, for a wide and a narrow zone. */
export function phaseWords(view: CapacityView, at: Micros): readonly [string, string] {
  if (view.v1) return v1Phase(view, view.v1)
  const second = view.v2 ? v2Phase(view.v2) : null
  if (second) return second
  const lasted = wholeSeconds(at - view.since)
  const held = wholeSeconds(view.holdMicros - view.lowMicros)
  const words: Record<CapacityPhase, readonly [string, string]> = {
    asleep: [`asleep ${lasted}`, 'asleep'],
    waking: [`waking ${lasted}`, 'waking'],
    drowsy: ['falling asleep', 'drowsy'],
    rising: [`rising: ${bindingWord(view)}`, 'rising'],
    stinted: ['rising slowly', 'slowly'],
    holding: [`holds ${held}`, 'holds'],
    falling: ['falling', 'falling'],
    steady: ['steady', 'steady'],
  }
  return words[capacityPhase(view)]
}

function connectionWords(count: number): string {
  return count === 1 ? '1 connection open' : `${formatCount(count)} connections open`
}

/** The reason why it does not pause, as the end of a sentence. */
export function blockerWords(blocker: PauseBlocker, view: CapacityView): string {
  const words: Record<PauseBlocker, string> = {
    minAboveZero: `minimum is ${formatAcu(view.min)} ACU`,
    userConnections: connectionWords(view.connections),
    readerAwake: 'a reader is awake',
    provisioned: 'one is provisioned',
    proxy: 'RDS Proxy attached',
    patching: 'being patched',
    logicalReplication: 'logical replication',
    binlogReplication: 'binlog replication',
    globalPrimary: 'global primary',
    globalSecondary: 'global secondary',
    zeroEtl: 'zero-ETL',
    babelfish: 'Babelfish open',
  }
  return words[blocker]
}
