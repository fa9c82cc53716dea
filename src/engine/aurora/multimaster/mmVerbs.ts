/** Commands of a cluster with several writers: read mode, one transaction, DDL. Rule C12. */
import type { Commands, Reason } from '../../contract/commands.ts'
import type { Context } from '../context.ts'
import type { Mechanism } from '../mechanism.ts'
import type { World } from '../world.ts'
import { growClient, takeNextScript } from './clients.ts'
import { askForDdl } from './ddl.ts'
import { mmOf } from './mmPlaces.ts'

const mostQueued = 1_000
const mostDdl = 100

function because(key: string, parameters: Reason['parameters']): Reason {
  return { key: `reason.${key}`, parameters }
}

function instanceIndex(world: World, id: string): number {
  return world.instances.findIndex(its => its.id === id)
}

function applicationIndex(world: World, id: string): number {
  return world.applications.findIndex(its => its.id === id)
}

function tableIndex(world: World, name: string): number {
  return world.setup.tables.findIndex(its => its.name === name)
}

function unknownInstance(world: World, instance: string): Reason | null {
  if (instanceIndex(world, instance) >= 0) return null
  return because('unknownInstance', { instance: `${instance}` })
}

function unknownWorkload(world: World, workload: string): Reason | null {
  if (applicationIndex(world, workload) >= 0) return null
  return because('unknownWorkload', { workload: `${workload}` })
}

function unknownTable(world: World, table: string): Reason | null {
  return tableIndex(world, table) >= 0 ? null : because('unknownTable', { table: `${table}` })
}

function setMode({ world }: Context, { workload, mode }: Commands['SetReadMode']): void {
  mmOf(world).clients[applicationIndex(world, workload)]!.mode = mode
}

type OneTransaction = Commands['RunTransaction']

function refuseTransaction(world: World, command: OneTransaction): Reason | null {
  const { session, on, table, read = [], write = [] } = command
  const unknown =
    unknownWorkload(world, session) ?? unknownInstance(world, on) ?? unknownTable(world, table)
  if (unknown) return unknown
  const index = applicationIndex(world, session)
  if (world.setup.workload[index]!.kind !== 'scripted') return because('notScripted', { session })
  if (mmOf(world).clients[index]!.queue.length >= mostQueued) return because('tooMuch', { session })
  const { rows } = world.setup.tables[tableIndex(world, table)]!
  const wrong = [...read, ...write].find(row => !(row >= 0 && row < rows && row % 1 === 0))
  if (wrong !== undefined) return because('unknownRow', { table, row: `${wrong}`, rows })
  if (read.length + write.length > 0) return null
  return because('nothingToRun', { session })
}

function runOne({ world, cause }: Context, command: OneTransaction): void {
  const { session, on, table, read = [], write = [], mode = 'INSTANCE_RAW' } = command
  const index = applicationIndex(world, session)
  const client = growClient(world, index)
  client.queue.push({
    table: tableIndex(world, table),
    reads: [...read],
    writes: [...write],
    mode,
    on: instanceIndex(world, on),
    fact: cause,
  })
  if (client.script === null) takeNextScript(world, index)
}

function refuseDdl(world: World, { on, table }: Commands['RunDdl']): Reason | null {
  const unknown = unknownInstance(world, on) ?? unknownTable(world, table)
  if (unknown) return unknown
  const { ddl, writers } = mmOf(world)
  if (writers[instanceIndex(world, on)]!.status !== 'online') {
    return because('writerNotOnline', { instance: on })
  }
  return ddl.queue.length >= mostDdl ? because('ddlUnderWay', { table }) : null
}

export const mmVerbs: Mechanism['verbs'] = {
  SetReadMode: {
    validate: (world, { workload }) => unknownWorkload(world, workload),
    give: setMode,
  },
  RunTransaction: { validate: refuseTransaction, give: runOne },
  RunDdl: {
    validate: refuseDdl,
    give: (ctx, { on, table }) =>
      askForDdl(ctx, instanceIndex(ctx.world, on), tableIndex(ctx.world, table)),
  },
}
