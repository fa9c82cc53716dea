/** How many sessions an application has and how long they think can be changed while it runs. */
import type { Context } from '../aurora/context.ts'
import { setWorkload } from '../aurora/endpoint/setWorkload.ts'
import type { World } from '../aurora/world.ts'
import type { Commands, Reason } from '../contract/commands.ts'
import { parseDuration } from '../formats/duration.ts'

type Change = Commands['SetWorkload']

const mostSessions = 10_000

export function validateWorkload(world: World, command: Change): Reason | null {
  const { workload, sessions, think } = command
  if (applicationIndex(world, workload) < 0) {
    return { key: 'reason.unknownWorkload', parameters: { workload: `${workload}` } }
  }
  if (sessions === undefined && think === undefined) {
    return { key: 'reason.nothingToChange', parameters: { workload } }
  }
  return sessionsReason(sessions) ?? thinkReason(think)
}

function sessionsReason(sessions: number | undefined): Reason | null {
  const isWhole = sessions === undefined || Math.floor(sessions) === sessions
  if (isWhole && (sessions ?? 0) >= 0 && (sessions ?? 0) <= mostSessions) return null
  const parameters = { name: 'sessions', value: `${sessions}`, min: 0, max: mostSessions }
  return { key: 'reason.outOfRange', parameters }
}

function thinkReason(think: string | undefined): Reason | null {
  if (think === undefined || parseDuration(think) !== null) return null
  return { key: 'reason.badDuration', parameters: { text: `${think}` } }
}

export function changeWorkload(ctx: Context, { workload, sessions, think }: Change): void {
  const thinkMicros = think === undefined ? undefined : (parseDuration(think) ?? undefined)
  const application = applicationIndex(ctx.world, workload)
  setWorkload(ctx, application, sessions, thinkMicros)
  for (const mechanism of ctx.mechanisms) mechanism.workloadChanged?.(ctx, application)
}

function applicationIndex(world: World, workload: string): number {
  return world.applications.findIndex(({ id }) => id === workload)
}
