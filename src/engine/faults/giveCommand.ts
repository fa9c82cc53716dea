/**
 * Commands: the only way to change what happens. One that cannot be carried out is told as a fact
 * with its reason and leaves no other trace.
 */
import { type Context, tell } from '../aurora/context.ts'
import type { World } from '../aurora/world.ts'
import type { Command, CommandName, CommandOutcome, Reason } from '../contract/commands.ts'
import { changeWorkload, validateWorkload } from './changeWorkload.ts'
import { healFault, injectFault } from './injectFault.ts'
import { faultInForce, validateHealing, validateInjection } from './validateFault.ts'

type Given<K extends CommandName> = Extract<Command, { do: K }>

interface Verb<K extends CommandName> {
  validate(world: World, command: Given<K>): Reason | null
  give(ctx: Context, command: Given<K>): void
}

const verbs = {
  InjectFault: { validate: validateInjection, give: injectFault },
  HealFault: {
    validate: validateHealing,
    give: (ctx, command) => healFault(ctx, faultInForce(ctx.world, command)!),
  },
  HealAll: { validate: () => null, give: healAll },
  SetWorkload: { validate: validateWorkload, give: changeWorkload },
} satisfies { [K in CommandName]: Verb<K> }

export function giveCommand(ctx: Context, command: Command): CommandOutcome {
  const reason = reasonAgainst(ctx.world, command)
  if (reason) {
    tell(ctx, 'CommandRefused', { command, reason })
    return { accepted: false, reason }
  }
  ctx.cause = tell(ctx, 'CommandGiven', { command })
  verbOf(command).give(ctx, command)
  return { accepted: true }
}

function reasonAgainst(world: World, command: Command): Reason | null {
  if (Object.hasOwn(verbs, command.do)) return verbOf(command).validate(world, command)
  return { key: 'reason.unknownCommand', parameters: { command: `${(command as Command).do}` } }
}

/** The verb of a command takes that command: the compiler cannot see that both are one kind. */
function verbOf(command: Command): Verb<CommandName> {
  return verbs[command.do] as Verb<CommandName>
}

/** In the order in which they came. */
function healAll(ctx: Context): void {
  const { cause } = ctx
  for (const fault of [...ctx.world.faults]) {
    ctx.cause = cause
    healFault(ctx, fault)
  }
}
