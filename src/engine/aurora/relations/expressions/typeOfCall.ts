/** The type of a function's answer, by the types of its arguments. */
import { commonType, type TypeName } from './typeNames.ts'

const whole = 'length char_length character_length octet_length strpos position sign'.split(' ')
const same = 'abs mod coalesce nullif greatest least ifnull'.split(' ')
const numeric = 'round trunc floor ceil ceiling'.split(' ')
const sessionNumbers = 'pg_backend_pid connection_id'.split(' ')

export function typeOfCall(name: string, types: readonly TypeName[]): TypeName {
  if (whole.includes(name) || sessionNumbers.includes(name)) return 'integer'
  if (same.includes(name)) return commonType(types)
  return numeric.includes(name) ? 'numeric' : 'text'
}
