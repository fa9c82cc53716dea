/**
 * What differs between two clusters at one instant: the lights, instances, zones, nodes, how
 * applications fare and serverless capacity, by name and in words. What comes and goes with every
 * message, such as a copy that is one record behind, is no difference. Of two different stories
 * only what both have is ringed: what one has alone is counted by name, in one line.
 */
import type { ApplicationView, Frame } from '../../engine/contract/frame.ts'
import type { TargetId } from '../../engine/contract/ids.ts'
import { compareWords, lightNames, lightStates } from '../../words/compareWords.ts'
import { namePlace } from '../../words/namePlace.ts'

export interface Differences {
  /** To be ringed on the stage of either. */
  here: TargetId[]
  there: TargetId[]
  lines: { id: string; name: string; here: string; there: string }[]
}

type States = Map<TargetId, string>

/** Whether both sides play the same load. */
export type Kinship = 'sameLoad' | 'otherStory'

export function whatDiffers(here: Frame, there: Frame, kinship: Kinship): Differences {
  const [one, other] = [statesOf(here), statesOf(there)]
  const found: Differences = { here: [], there: [], lines: lightLines(here, there) }
  if (kinship === 'otherStory') return inBoth(found, one, other)
  for (const [id, state] of one) addDifference(found, id, [state, other.get(id)])
  for (const [id, state] of other) if (!one.has(id)) addDifference(found, id, [undefined, state])
  return found
}

function inBoth(found: Differences, one: States, other: States): Differences {
  for (const [id, state] of one) {
    if (other.has(id)) addDifference(found, id, [state, other.get(id)])
  }
  const alone = {
    here: [...one.keys()].filter(id => !other.has(id)).map(namePlace),
    there: [...other.keys()].filter(id => !one.has(id)).map(namePlace),
  }
  if (alone.here.length + alone.there.length === 0) return found
  const named = { here: alone.here.join(', ') || '–', there: alone.there.join(', ') || '–' }
  found.lines.push({ id: 'alone', name: compareWords.alone, ...named })
  return found
}

type Pair = [here: string | undefined, there: string | undefined]

function addDifference(found: Differences, id: TargetId, [here, there]: Pair): void {
  if (here === there) return
  if (here !== undefined) found.here.push(id)
  if (there !== undefined) found.there.push(id)
  const name = namePlace(id)
  if (here === undefined) found.lines.push({ id, name, here: '–', there: compareWords.onlyThere })
  else if (there === undefined) {
    found.lines.push({ id, name, here: compareWords.onlyHere, there: '–' })
  } else found.lines.push({ id, name, here, there })
}

function lightLines(here: Frame, there: Frame): Differences['lines'] {
  const names = ['dataSafe', 'commits', 'reads'] as const
  return names
    .filter(name => here.lights[name].state !== there.lights[name].state)
    .map(id => ({
      id,
      name: lightNames[id],
      here: lightStates[id][here.lights[id].state],
      there: lightStates[id][there.lights[id].state],
    }))
}

function statesOf(frame: Frame): States {
  const states: States = new Map()
  for (const { id, isOut } of frame.zones) states.set(id, isOut ? 'out' : 'up')
  for (const { id, isUp, isSpare } of frame.nodes) {
    if (!isSpare) states.set(id, isUp ? 'up' : 'down')
  }
  for (const { id, role, status } of frame.instances) {
    states.set(id, `${role}, ${status}${capacityOf(frame, id)}`)
  }
  for (const application of frame.applications) states.set(application.id, fareOf(application))
  return states
}

function capacityOf({ serverless }: Frame, id: TargetId): string {
  const own = serverless?.instances.find(its => its.id === id)
  return own ? `, ${own.reported / 1_000_000} ACU` : ''
}

/** Between two answers nothing is the matter. */
function fareOf({ feels }: ApplicationView): string {
  if (feels === 'idle' || feels === 'answered' || feels === 'inFlight') return 'answered'
  return feels === 'lost' ? 'connection lost' : feels
}
