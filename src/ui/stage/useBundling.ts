/** Whether so much is in flight that the ways into a zone share a trunk. */
import { useState } from 'react'
import { fewMessages } from '../canvas/paintMessages.ts'

/** Once bundled, ways part again only when far fewer are in flight, so that nothing flickers. */
const calmShare = 0.5

export function useBundling(inFlight: number): boolean {
  const [isBundled, setBundled] = useState(false)
  if (!isBundled && inFlight > fewMessages) setBundled(true)
  if (isBundled && inFlight < fewMessages * calmShare) setBundled(false)
  return isBundled
}
