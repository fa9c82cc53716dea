/** The type of a function's answer, by the types of its arguments. */
import { commonType, type TypeName } from './typeNames.ts'

const whole = 'length char_length character_length octet_length strpos position sign'.split(' ')
const same = 'coalesce nullif greatest least ifnull'.split(' ')
const numeric = 'round trunc floor ceil ceiling'.split(' ')
const sessionNumbers = 'pg_backend_pid connection_id'.split(' ')

/** NULLIF has the type of its first argument, unless that is open. */
function commonOfFirst([first = 'unknown', second = 'unknown']: readonly TypeName[]): TypeName {
  return first === 'unknown' ? second : first
}

function typeOfChoice(type: TypeName): TypeName {
  return type === 'unknown' ? 'text' : type
}

function typeOfReckoning(type: TypeName): TypeName {
  return type === 'unknown' ? 'numeric' : type
}

export function typeOfCall(name: string, types: readonly TypeName[]): TypeName {
  if (whole.includes(name) || sessionNumbers.includes(name)) return 'integer'
  if (same.includes(name))
    return typeOfChoice(name === 'nullif' ? commonOfFirst(types) : commonType(types))
  if (name === 'abs' || name === 'mod') return typeOfReckoning(commonType(types))
  return numeric.includes(name) ? 'numeric' : 'text'
}
