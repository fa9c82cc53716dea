/**
 * For whoever wishes less motion: while a run plays, a message stands at one of three stations of
 * its way, sent, halfway, at the door, instead of gliding. A lost one ends halfway as ever.
 */
import { useEffect } from 'react'
import { learnShare } from '../canvas/placeMessages.ts'

/** From which share of the way on it stands where. */
const stations = [
  { from: 0.92, at: 0.95 },
  { from: 0.5, at: 0.5 },
  { from: 0, at: 0.25 },
]

export function stationAt(share: number): number {
  return stations.find(({ from }) => share >= from)?.at ?? share
}

function asItIs(share: number): number {
  return share
}

export function useStanding(isStill: boolean): void {
  useEffect(() => {
    learnShare(isStill ? stationAt : asItIs)
    return () => learnShare(asItIs)
  }, [isStill])
}
