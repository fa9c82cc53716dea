/**
 * Captions while an open writer reaches no write set of some group: commits wait. At three of six
 * one can still repair and recover; at two one cannot; reads need only one complete copy
 * (2017 §2.1, Q8).
 */
import type { Phrase } from '../../contract/frame.ts'
import { waitingCount } from '../status/waitingCount.ts'
import { bitCount } from '../storage/quorum.ts'
import { cutBits, type Situation } from './situation.ts'

export function captionWithoutQuorum(situation: Situation): Phrase {
  const waiting = waitingCount(situation.world)
  return { key: `caption.${nameOf(situation)}`, parameters: { waiting } }
}

function nameOf({ worst }: Situation): string {
  if (worst.reachable === 0) return 'noCopyLeft'
  if (worst.serving === 0) return 'noReads'
  if (worst.isSafe && cutBits(worst) !== 0) return 'commitsWaitCut'
  if (worst.isSafe) return 'commitsWait'
  return bitCount(worst.running) === 1 ? 'oneCopyLeft' : 'atRisk'
}
