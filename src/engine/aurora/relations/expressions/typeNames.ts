/** Names of types, and which one values of several types have in common. */

export type TypeName =
  | 'boolean'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'numeric'
  | 'text'
  | 'character varying'
  | 'unknown'
  | 'any'

/** From the narrowest to the widest. */
const numbers: TypeName[] = ['smallint', 'integer', 'bigint', 'numeric']

export function isNumberType(type: TypeName): boolean {
  return numbers.includes(type)
}

export function isTextType(type: TypeName): boolean {
  return type === 'text' || type === 'character varying'
}

/** Whether the type can become any other. */
export function isOpen(type: TypeName): boolean {
  return type === 'unknown' || type === 'any'
}

function wider(left: TypeName, right: TypeName): TypeName {
  if (isOpen(left)) return right
  if (isNumberType(left) && isNumberType(right)) {
    return numbers.indexOf(left) > numbers.indexOf(right) ? left : right
  }
  return isTextType(left) && isTextType(right) ? 'text' : left
}

export function commonType(types: readonly TypeName[]): TypeName {
  return types.reduce(wider, 'unknown')
}

/** Whether values of both can be compared, or stand in one column of results. */
export function isCompatible(left: TypeName, right: TypeName): boolean {
  if (isOpen(left) || isOpen(right) || left === right) return true
  if (isNumberType(left)) return isNumberType(right)
  return isTextType(left) && isTextType(right)
}
