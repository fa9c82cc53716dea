/** A value that a history can write and compare: JSON without lists and objects. */
export function isPlainValue(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
