/** Random texts of the subset that other parsers know too. */
import { fc } from '@fast-check/vitest'

type Texts = fc.Arbitrary<string>

const column = fc.constantFrom('a', 'b', 'balance', 't.c')
const literal = fc.constantFrom('0', '1', '42', '2.50', "'x'", "'a b'", 'NULL')

function joined(parts: [Texts, string, Texts]): Texts {
  return fc.tuple(parts[0], parts[2]).map(([left, right]) => `${left} ${parts[1]} ${right}`)
}

/** `wrap` puts parentheses around every operation, or leaves what binds tighter bare. */
function expressionsOf(wrap: (text: string) => string) {
  return fc.letrec<{ number: string; condition: string }>(tie => {
    const [number, condition] = [tie('number'), tie('condition')]
    const wrapped = (texts: Texts) => texts.map(wrap)
    const reckoned = ['+', '-', '*', '/', '%'].map(sign => wrapped(joined([number, sign, number])))
    const compared = ['=', '<>', '<', '<=', '>', '>='].map(sign => {
      return joined([number, sign, number])
    })
    const ofTwo = fc.tuple(number, number)
    const cases = fc
      .tuple(condition, number, number)
      .map(([when, then, otherwise]) => `CASE WHEN ${when} THEN ${then} ELSE ${otherwise} END`)
    return {
      number: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        column,
        literal,
        ...reckoned,
        cases,
        ofTwo.map(([one, two]) => `coalesce(${one}, ${two})`),
        number.map(text => `(${text})`),
      ),
      condition: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        ...compared.map(wrapped),
        wrapped(joined([condition, 'AND', condition])),
        wrapped(joined([condition, 'OR', condition])),
        wrapped(ofTwo.map(([one, two]) => `a IN (${one}, ${two})`)),
        wrapped(ofTwo.map(([one, two]) => `b NOT IN (${one}, ${two})`)),
        wrapped(column.map(name => `${name} IS NOT NULL`)),
        wrapped(column.map(name => `${name} IS NULL`)),
        wrapped(column.map(name => `${name} LIKE 'x%'`)),
        wrapped(column.map(name => `${name} BETWEEN 1 AND 10`)),
        wrapped(condition.map(text => `NOT (${text})`)),
      ),
    }
  })
}

export type Wrapping = 'all' | 'few'

function optional(texts: Texts, put: (text: string) => string): Texts {
  return fc.option(texts, { nil: null }).map(text => (text === null ? '' : put(text)))
}

export function selectTexts(wrapping: Wrapping): Texts {
  const wrap = wrapping === 'all' ? (text: string) => `(${text})` : (text: string) => text
  const { number, condition } = expressionsOf(wrap)
  const item = fc.oneof(
    number,
    number.map(text => `${text} AS named`),
    fc.constantFrom('count(*)', 'count(DISTINCT a)', 'max(balance)'),
  )
  const clauses = [
    fc
      .array(item, { minLength: 1, maxLength: 3 })
      .map(items => `SELECT ${items.join(', ')} FROM t`),
    optional(condition, text => `WHERE ${text}`),
    optional(column, text => `GROUP BY ${text}`),
    optional(condition, text => `HAVING ${text}`),
    optional(column, text => `ORDER BY ${text} DESC`),
    optional(fc.constantFrom('1', '20'), text => `LIMIT ${text}`),
  ]
  return fc.tuple(...clauses).map(parts => {
    const [select, where, group, having, order, limit] = parts
    const kept = [select, where, group, group === '' ? '' : having, order, limit]
    return kept.filter(part => part !== '').join(' ')
  })
}
