/**
 * Commands: the only way to change what happens. One that cannot be carried out is told as a fact
 * with its reason and leaves no other trace.
 */
import { type Context, tell } from '../aurora/context.ts'
import type { Mechanism, Verb } from '../aurora/mechanism.ts'
import type { Command, CommandName, CommandOutcome, Reason } from '../contract/commands.ts'
import { changeWorkload, validateWorkload } from './changeWorkload.ts'
import { healFault, injectFault } from './injectFault.ts'
import { catchMessage, validateCatch } from './interceptMessage.ts'
import { faultInForce, validateHealing, validateInjection } from './validateFault.ts'

const verbs: Mechanism['verbs'] = {
  InjectFault: { validate: validateInjection, give: injectFault },
  HealFault: {
    validate: validateHealing,
    give: (ctx, command) => healFault(ctx, faultInForce(ctx.world, command)!),
  },
  HealAll: { validate: () => null, give: healAll },
  SetWorkload: { validate: validateWorkload, give: changeWorkload },
  InterceptMessage: { validate: validateCatch, give: catchMessage },
}

export function giveCommand(ctx: Context, command: Command): CommandOutcome {
  const verb = verbOf(ctx, command)
  const reason = verb ? verb.validate(ctx.world, command) : reasonAgainst(command)
  if (reason) {
    tell(ctx, 'CommandRefused', { command, reason })
    return { accepted: false, reason }
  }
  ctx.cause = tell(ctx, 'CommandGiven', { command })
  verb!.give(ctx, command)
  return { accepted: true }
}

function reasonAgainst(command: Command): Reason {
  return { key: 'reason.unknownCommand', parameters: { command: `${command.do}` } }
}

/** The verb of a command takes that command: the compiler cannot see that both are one kind. */
function verbOf({ mechanisms }: Context, command: Command): Verb<CommandName> | undefined {
  for (const own of [verbs, ...mechanisms.map(mechanism => mechanism.verbs)]) {
    if (Object.hasOwn(own, command.do)) return own[command.do] as Verb<CommandName>
  }
  return undefined
}

/** In the order in which they came. */
function healAll(ctx: Context): void {
  const { cause } = ctx
  for (const fault of [...ctx.world.faults]) {
    ctx.cause = cause
    healFault(ctx, fault)
  }
}
