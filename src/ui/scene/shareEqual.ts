/**
 * Takes over from the picture before every part that has not changed, so that what is drawn again
 * is only what differs.
 */

type Fields = Record<string, unknown>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shareList(before: unknown[], now: unknown[]): unknown[] {
  let isSame = before.length === now.length
  const shared = now.map((value, index) => {
    const kept = shareEqual(before[index], value)
    if (kept !== before[index]) isSame = false
    return kept
  })
  return isSame ? before : shared
}

function shareFields(before: Fields, now: Fields): Fields {
  const names = Object.keys(now)
  let isSame = names.length === Object.keys(before).length
  const shared: Fields = {}
  for (const name of names) {
    shared[name] = shareEqual(before[name], now[name])
    if (shared[name] !== before[name]) isSame = false
  }
  return isSame ? before : shared
}

export function shareEqual<Value>(before: unknown, now: Value): Value {
  if (Object.is(before, now)) return now
  if (Array.isArray(before) && Array.isArray(now)) return shareList(before, now) as Value
  if (isFields(before) && isFields(now)) return shareFields(before, now) as Value
  return now
}
