/** What the chosen actor knows of one thing: each with the message that told it, if one did. */
import type { Knowledge, Told } from '../../../engine/contract/knowledge.ts'
import type { TargetId } from '../../../engine/contract/ids.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { heardWords, silentWords, stateOf, stateWords } from '../../../words/knowledgeWords.ts'

export interface KnownRow {
  name: string
  text: string
  told: Told | null
}

/** The actor that a selected thing is, or whose copy it is; null when it is none. */
export function actorOf({ picture }: Knowledge, selection: TargetId): string | null {
  const copies = picture.groups.flatMap(({ segments }) => segments)
  const id = copies.find(each => each.id === selection)?.node ?? selection
  return picture.actors.includes(id) ? id : null
}

/** Empty when it is none of the others. */
export function knownRows(known: Knowledge, selection: TargetId): KnownRow[] {
  const actor = actorOf(known, selection)
  const other = known.others.find(each => each.actor === actor)
  if (other === undefined) return []
  const { heard, owedSince } = other
  const owed = { name: 'Owes an answer', text: silentWords(owedSince, known), told: null }
  return [
    { name: 'Is', text: stateWords[stateOf(other)], told: null },
    { name: 'Heard last', text: heardWords(other, known), told: heard },
    ...(owedSince === null ? [] : [owed]),
    ...copiesKnown(known, other.actor),
    ...laneKnown(known, other.actor),
  ]
}

/** A reader is told of no copy, and with several writers each lane has SCLs of its own. */
function copiesKnown(known: Knowledge, actor: string): KnownRow[] {
  const { picture, segments, at } = known
  if (picture.multiMaster !== null) return []
  const own = picture.groups.flatMap(group => group.segments).filter(({ node }) => node === actor)
  return own.flatMap(({ id }) => {
    const copy = segments.find(({ segment }) => segment === id)
    if (copy === undefined) return []
    const { scl, told } = copy
    const since = told === null ? '' : `, ${formatTime(at - told.at)} ago`
    const text = scl === null ? 'no SCL was told' : `SCL ${scl}${since}`
    return [{ name: `Copy ${id}`, text, told }]
  })
}

function laneKnown({ picture, role }: Knowledge, actor: string): KnownRow[] {
  const lane = picture.multiMaster?.writers.find(({ id }) => id === actor)
  if (lane === undefined || role === 'node') return []
  const { highestLsn } = lane
  const text = highestLsn > 0 ? `told up to LSN ${highestLsn}` : 'nothing told'
  return [{ name: 'Its redo', text, told: null }]
}
