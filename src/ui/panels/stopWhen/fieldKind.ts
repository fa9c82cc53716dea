/** What a field of a fact holds, and with that what one may ask of it. */
import type { FactKey } from '../../../engine/contract/facts.ts'
import { messageWords } from '../../../words/messageWords.ts'
import { choicesOf } from './choicesOf.ts'
import type { PlaceKind } from './runPlaces.ts'

export type FieldKind =
  | { kind: 'number'; example: string }
  /** A length of time, kept in microseconds and asked for with its unit. */
  | { kind: 'time' }
  | { kind: 'flag' }
  | { kind: 'choice'; words: Record<string, string> }
  | { kind: 'fault' }
  | { kind: 'law' }
  | { kind: 'place'; of: PlaceKind }

const placeFields: Record<string, PlaceKind> = {
  instance: 'instance',
  asked: 'instance',
  owner: 'instance',
  instead: 'instance',
  origin: 'instance',
  node: 'node',
  group: 'group',
  groups: 'group',
  segment: 'segment',
  segments: 'segment',
  joined: 'segment',
  left: 'segment',
  application: 'application',
  table: 'table',
  target: 'target',
}

/** The same name holds another thing in these facts. */
const placesApart: Partial<Record<FactKey, Record<string, PlaceKind>>> = {
  TransactionRolledBack: { winner: 'instance' },
  EndpointMoved: { to: 'instance' },
  Rerouted: { from: 'instance', to: 'instance' },
  MessageDropped: { from: 'actor', to: 'actor' },
  PageRepaired: { from: 'segment' },
  PartReceived: { from: 'segment' },
}

/** They hold other facts' fields, which a pattern cannot ask for. */
const nested = ['command', 'parameters', 'key']

function wordsOf(fact: FactKey, field: string): FieldKind | null {
  if (field === 'fault') return { kind: 'fault' }
  if (field === 'law') return { kind: 'law' }
  const words = field === 'kind' ? { ...messageWords } : choicesOf(fact, field)
  return words === null ? null : { kind: 'choice', words }
}

/** Null for a field that cannot be asked for. */
export function fieldKind(fact: FactKey, field: string): FieldKind | null {
  if (nested.includes(field)) return null
  if (fact === 'CommandRefused' && field === 'reason') return null
  const words = wordsOf(fact, field)
  if (words !== null) return words
  // How many there are now, not which.
  if (fact === 'VolumeGrew' && field === 'groups') return { kind: 'number', example: '2' }
  const place = placesApart[fact]?.[field] ?? placeFields[field]
  if (place !== undefined) return { kind: 'place', of: place }
  if (/^is[A-Z]/.test(field)) return { kind: 'flag' }
  if (field.endsWith('Micros')) return { kind: 'time' }
  const isAcu = fact === 'CapacityChanged' || field === 'acu'
  return { kind: 'number', example: isAcu ? '2.5' : '4' }
}
