/**
 * About how much memory plain state holds: columns exactly, everything else by the number. What is
 * frozen is shared by all copies and counts for none.
 */
const numberBytes = 8
const recordBytes = 48

export function plainBytes(value: unknown): number {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return numberBytes
  if (ArrayBuffer.isView(value)) return recordBytes * 2 + value.byteLength
  if (Array.isArray(value)) return listBytes(value)
  if (value instanceof Map) return listBytes([...value.keys(), ...value.values()])
  if (value instanceof Set) return listBytes([...value])
  return listBytes(Object.values(value))
}

function listBytes(values: unknown[]): number {
  let bytes = recordBytes
  for (const value of values) bytes += plainBytes(value)
  return bytes
}
