/** PostgreSQL has a function only for the types that its arguments may have. */
import type { Expression } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import type { Scope } from './scope.ts'
import { isNumberType, isOpen, isTextType, type TypeName } from './typeNames.ts'
import { typeOf } from './typeOf.ts'

const ofNumbers = 'sum avg abs mod round trunc floor ceil ceiling sign'.split(' ')
/** How many of the arguments, from the first, are text. */
const ofTexts: Record<string, number> = {
  length: 1,
  char_length: 1,
  character_length: 1,
  octet_length: 1,
  lower: 1,
  upper: 1,
  trim: 1,
  ltrim: 1,
  rtrim: 1,
  reverse: 1,
  substring: 1,
  substr: 1,
  left: 1,
  right: 1,
  lpad: 1,
  rpad: 1,
  replace: 3,
  strpos: 2,
}

function isFitting(name: string, type: TypeName, index: number): boolean {
  if (isOpen(type)) return true
  if (ofNumbers.includes(name)) return isNumberType(type)
  if (name === 'min' || name === 'max') return type !== 'boolean'
  const texts = Object.hasOwn(ofTexts, name) ? ofTexts[name]! : 0
  if (index < texts) return isTextType(type)
  return texts === 0 || isNumberType(type) || name.endsWith('pad')
}

export function checkCallTypes(
  { name, at }: { name: string; at: number },
  parts: readonly Expression[],
  scope: Scope,
): void {
  const types = parts.map(part => typeOf(part, scope))
  if (types.every((type, index) => isFitting(name, type, index))) return
  refuseFor(scope.dialect, 'unknownFunction', { name, types: types.join(', ') }, at)
}
