/**
 * Applications of a cluster with several writers: which one each transaction goes to, and what a
 * session does after error 1213: it pauses, longer each time, with full jitter, and tries the same
 * again; retrying is the application's part (user guide). Rules C10–C12.
 */
import { uniformBelow } from '../../kernel/distributions.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { drawRowSeed } from '../database/rowChoice.ts'
import { sessionState } from '../endpoint/createApplication.ts'
import { noteError } from '../endpoint/noteError.ts'
import { receiveAnswer } from '../endpoint/receiveAnswer.ts'
import { retry, thought } from '../endpoint/sessionTimers.ts'
import { think, thinkFor } from '../endpoint/think.ts'
import { aim } from '../routing/aim.ts'
import type { World } from '../world.ts'
import { conflictOutcome, lockTimeoutOutcome } from './endTransaction.ts'
import { mmOf } from './mmPlaces.ts'
import { noteWriter } from './noteWriter.ts'
import type { MmClient } from './multiMaster.ts'
import { refusedCode } from './refuseStatement.ts'

const deadlockCode = 1213
const lockTimeoutCode = 1205

/** C10: a session has thought; it asks the writer whose turn it is. */
export function mmThought(ctx: Context, index: number, session: number, attempt: number): void {
  const { world } = ctx
  const application = world.applications[index]!
  const client = growClient(world, index)
  if (world.setup.workload[index]!.kind === 'scripted' && client.script === null) return
  if (client.script) ctx.cause = client.script.fact
  if (application.attempt[session] === attempt) {
    if (client.script) application.target[session] = client.script.on
    else aim(world, index, session, false)
    if (client.tries[session] === 0) client.seed[session] = drawRowSeed(world, index)
    client.isRetrying[session] = 0
  }
  thought(ctx, index, session, attempt)
}

export function mmRetry(ctx: Context, index: number, session: number, attempt: number): void {
  const client = growClient(ctx.world, index)
  if (client.script) {
    ctx.cause = client.script.fact
    ctx.world.applications[index]!.target[session] = client.script.on
  } else aim(ctx.world, index, session, true)
  retry(ctx, index, session, attempt)
}

export function growClient(world: World, index: number): MmClient {
  const client = mmOf(world).clients[index]!
  const sessions = world.applications[index]!.state.length
  if (client.seed.length >= sessions) return client
  const seed = new Float64Array(sessions)
  const tries = new Int32Array(sessions)
  const isRetrying = new Uint8Array(sessions)
  seed.set(client.seed)
  tries.set(client.tries)
  isRetrying.set(client.isRetrying)
  return Object.assign(client, { seed, tries, isRetrying })
}

export function mmReceiveAnswer(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const index = actor - world.instances.length - world.nodes.length
  const session = messages.a[message]!
  const application = world.applications[index]!
  const client = growClient(world, index)
  const isExpected =
    application.attempt[session] === messages.b[message] &&
    application.state[session] !== sessionState.thinking
  const rolledBack = rollbackCode(messages.c[message]!)
  if (rolledBack > 0) {
    if (isExpected) takeConflict(ctx, index, session, rolledBack)
    return false
  }
  const code = refusedCode(messages.c[message]!)
  if (code > 0) {
    if (isExpected) takeRefusal(world, index, session, code)
    return false
  }
  if (isExpected && messages.c[message] === 1) client.tries[session] = 0
  receiveAnswer(ctx, index, message)
  if (client.script && isExpected && messages.c[message] === 1) takeNextScript(world, index)
  return false
}

/** The error after which all was rolled back and may be tried again; 0 = it is none. */
function rollbackCode(outcome: number): number {
  if (outcome === conflictOutcome) return deadlockCode
  return outcome === lockTimeoutOutcome ? lockTimeoutCode : 0
}

/** C11. */
function takeConflict(ctx: Context, index: number, session: number, code: number): void {
  const { world } = ctx
  const { parameters } = world
  const application = world.applications[index]!
  const client = mmOf(world).clients[index]!
  application.lastErrorCode = code
  application.lastErrorAt = world.now
  application.tries[session] = 0
  if (client.tries[session]! >= parameters['client.retryTries']) {
    client.tries[session] = 0
    if (client.script) takeNextScript(world, index)
    else think(world, index, session)
    return
  }
  const inMicros = pauseMicros(world, client.tries[session]!)
  client.tries[session]!++
  client.isRetrying[session] = 1
  application.retried++
  countRetry(world, application.target[session]!)
  application.state[session] = sessionState.thinking
  tellPlanned(ctx, index, session, inMicros)
  thinkFor(world, index, session, inMicros)
}

function countRetry(world: World, instance: number): void {
  const writer = mmOf(world).writers[instance]!
  noteWriter(writer, world.now)
  writer.retries++
}

/** D28: an error that trying again does not help against; it goes on with something else. */
function takeRefusal(world: World, index: number, session: number, code: number): void {
  const application = world.applications[index]!
  const client = mmOf(world).clients[index]!
  noteError(application, code, world.now)
  client.tries[session] = 0
  if (client.script) takeNextScript(world, index)
  else think(world, index, session)
}

function tellPlanned(ctx: Context, index: number, session: number, inMicros: number): void {
  if (!ctx.isListening) {
    skipFact(ctx)
    return
  }
  const { world } = ctx
  const attempt = mmOf(world).clients[index]!.tries[session]!
  const application = world.applications[index]!.id
  tell(ctx, 'RetryPlanned', { application, session, attempt, inMicros })
}

/** Base × 2ⁿ up to the ceiling, and of that a random part, or two would meet again and again. */
function pauseMicros({ parameters, streams }: World, tries: number): number {
  const cap = parameters['client.retryCap']
  let longest = Math.min(parameters['client.retryBase'], cap)
  for (let doubled = 0; doubled < tries; doubled++) longest = Math.min(longest * 2, cap)
  return 1 + uniformBelow(streams.clients, longest)
}

/** C12: a named session runs one transaction after the other, as it was told. */
export function takeNextScript(world: World, index: number): void {
  const client = mmOf(world).clients[index]!
  client.script = client.queue.shift() ?? null
  client.tries[0] = 0
  const application = world.applications[index]!
  application.attempt[0]!++
  application.state[0] = sessionState.thinking
  if (client.script) thinkFor(world, index, 0, 0)
}
