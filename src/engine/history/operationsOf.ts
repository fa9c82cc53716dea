/**
 * Events of clients as operations, a list a key (rules G14 and G15): what each changes, what it has
 * to see, and what its return says of it.
 */
import type { LinEvent, LinHistory } from '../contract/history.ts'

export interface Operation {
  index: number
  calledAt: number
  /** Place of its return; null when its outcome is unknown. */
  returnedAt: number | null
  /** What its return claims: it took effect, it only saw, or it never happened. */
  returns: 'changed' | 'saw' | 'nothing'
  /** Null when it cannot take effect here. */
  change: (state: unknown) => { state: unknown } | null
  /** Whether it may look here: a read finds its value, a failed cas another one. */
  sees: (state: unknown) => boolean
}

interface Pair {
  call: LinEvent
  calledAt: number
  back: LinEvent | null
  returnedAt: number | null
}

function pairsOf({ events }: LinHistory): Pair[] {
  const pairs: Pair[] = []
  const open = new Map<string | number, Pair>()
  events.forEach((event, place) => {
    const [client, type] = event
    if (type === 'i') {
      const pair = { call: event, calledAt: place, back: null, returnedAt: null }
      pairs.push(pair)
      open.set(client, pair)
      return
    }
    const pair = open.get(client)!
    pair.back = event
    pair.returnedAt = place
    open.delete(client)
  })
  return pairs
}

const never = () => null
const blind = () => false

type Meaning = Pick<Operation, 'change' | 'sees'>

function registerMeaning({ call, back }: Pair, fail: LinHistory['fail']): Meaning {
  const [, , name, value] = call
  if (name === 'w') return { change: () => ({ state: value }), sees: blind }
  if (name === 'r') return { change: never, sees: state => state === back?.[3] }
  const [from, to] = value as [unknown, unknown]
  const isMismatch = back?.[1] === 'f' && fail === 'cas-mismatch'
  return {
    change: state => (state === from ? { state: to } : null),
    sees: isMismatch ? state => state !== from : blind,
  }
}

function keyValueMeaning({ call, back }: Pair): Meaning {
  const [, , name, , value] = call
  if (name === 'put') return { change: () => ({ state: value }), sees: blind }
  if (name === 'append') return { change: state => ({ state: `${state}${value}` }), sees: blind }
  return { change: never, sees: state => state === back?.[4] }
}

function returnsOf({ call, back }: Pair, fail: LinHistory['fail']): Operation['returns'] {
  const isRead = call[2] === 'r' || call[2] === 'get'
  if (back?.[1] !== 'f') return isRead ? 'saw' : 'changed'
  return call[2] === 'cas' && fail === 'cas-mismatch' ? 'saw' : 'nothing'
}

/** Operations of each key, in the order of their calls; a register is one key. */
export function operationsOf(history: LinHistory): Operation[][] {
  const isRegister = history.model === 'cas-register'
  const keys = new Map<string, Operation[]>()
  for (const pair of pairsOf(history)) {
    const key = isRegister ? '' : JSON.stringify(pair.call[3])
    if (!keys.has(key)) keys.set(key, [])
    const list = keys.get(key)!
    const meaning = isRegister ? registerMeaning(pair, history.fail) : keyValueMeaning(pair)
    const { calledAt, returnedAt } = pair
    const returns = returnsOf(pair, history.fail)
    list.push({ index: list.length, calledAt, returnedAt, returns, ...meaning })
  }
  return [...keys.values()]
}
