/**
 * The definition of histories (Formats §7): of transactions, and of single operations. It validates
 * shapes and carries the words for what is allowed; operations are looked at by `checkHistory`.
 */
import * as v from 'valibot'
import * as part from './schemaParts.ts'

/** So that a refused file costs no more than an accepted one. */
const mostTxns = 100_000

const nameRule = 'a text of 1 to 200 characters, or a number'

const anyName = v.pipe(
  v.union([v.pipe(v.string(), v.minLength(1), v.maxLength(200)), v.pipe(v.number(), v.finite())]),
  v.description(nameRule),
)

const value = v.union([
  v.null(),
  v.boolean(),
  v.pipe(v.number(), v.finite()),
  v.pipe(v.string(), v.maxLength(1_000)),
])

const initial = v.pipe(
  v.record(v.string(), v.union([value, v.array(value)])),
  v.description('keys, each with what it holds at first'),
)

const versionOrder = v.pipe(
  v.record(v.string(), v.array(value)),
  v.description('keys, each with a list of its values, oldest first'),
)

const instant = v.pipe(
  v.nullable(v.pipe(v.number(), v.finite())),
  v.description('a number, in the same unit in the whole history'),
)

const op = v.pipe(
  v.array(v.unknown()),
  v.length(3),
  v.description('["r", key, value], ["w", key, value] or ["a", key, element]'),
)

const txn = part.record({
  id: anyName,
  session: anyName,
  status: part.oneOf(['committed', 'aborted', 'unknown']),
  start: v.optional(instant),
  end: v.optional(instant),
  ops: part.listOf(op, 10_000),
})

const txnHistory = part.record({
  id: anyName,
  model: part.oneOf(['list-append', 'rw-register']),
  timing: part.oneOf(['none', 'session', 'realtime']),
  initial: v.optional(initial),
  versionOrder: v.optional(versionOrder),
  txns: v.pipe(v.array(txn), v.maxLength(mostTxns), v.description(`a list of at most ${mostTxns}`)),
})

const eventRule =
  '[client, "i", "o" or "f", operation, value], with the key before the value for kv-append'

const event = v.pipe(v.array(v.unknown()), v.minLength(4), v.maxLength(5), v.description(eventRule))

const linHistory = part.record({
  id: anyName,
  model: part.oneOf(['cas-register', 'kv-append']),
  fail: part.oneOf(['cas-mismatch', 'did-not-happen']),
  events: part.listOf(event, mostTxns),
})

const mostHistories = 10_000

export const txnFileSchema = part.record({
  format: part.oneOf(['txn-history/1']),
  histories: part.listOf(txnHistory, mostHistories),
})

export const linFileSchema = part.record({
  format: part.oneOf(['lin-history/1']),
  histories: part.listOf(linHistory, mostHistories),
})
