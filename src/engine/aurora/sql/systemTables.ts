/**
 * Rows that the machine knows and not the tables: the instances of the cluster, as Aurora shows
 * them in `information_schema.replica_host_status` (MySQL) and `aurora_replica_status()`
 * (PostgreSQL); which further columns they have is left out. Rule J13.
 */
import type { ColumnType } from '../../contract/statement.ts'
import { mmOf } from '../multimaster/mmPlaces.ts'
import type { SqlValue } from '../relations/values/value.ts'
import { decimalOf } from '../relations/values/value.ts'
import type { World } from '../world.ts'

export interface SystemRows {
  columns: { name: string; type: ColumnType }[]
  rows: SqlValue[][]
}

const text: ColumnType = { name: 'text', length: null }
const integer: ColumnType = { name: 'integer', bits: 64 }
const boolean: ColumnType = { name: 'boolean' }
const decimal: ColumnType = { name: 'decimal', precision: 20, scale: 3 }

/** Null: there is no such table. Names are as typed. */
export function systemTable(world: World, schema: string | null, name: string): SystemRows | null {
  const table = name.toLowerCase()
  if (schema?.toLowerCase() === 'information_schema' && table === 'replica_host_status') {
    return world.multiMaster === null ? hostStatus(world) : writersStatus(world)
  }
  return table === 'aurora_replica_status' ? replicaStatus(world) : null
}

function hostStatus(world: World): SystemRows {
  const columns = [
    { name: 'SERVER_ID', type: text },
    { name: 'SESSION_ID', type: text },
    { name: 'REPLICA_LAG_IN_MILLISECONDS', type: decimal },
  ]
  const rows = world.instances.map(({ id, role }, index) => [
    id,
    role === 'writer' ? 'MASTER_SESSION_ID' : `session-${id}`,
    lagOf(world, index),
  ])
  return { columns, rows }
}

/**
 * With several writers: how far each is behind, whether it is up, and which one definitions go to.
 * The reference has the names; lag here is the largest behind any other writer.
 */
function writersStatus(world: World): SystemRows {
  const { writers, ddl } = mmOf(world)
  const columns = [
    { name: 'SERVER_ID', type: text },
    { name: 'STATUS', type: text },
    { name: 'REPLICA_LAG_IN_MILLISECONDS', type: decimal },
    { name: 'HAS_PRIMARY', type: boolean },
  ]
  const rows = world.instances.map(({ id }, index): SqlValue[] => {
    const { status, lag } = writers[index]!
    const behind = decimalOf((Math.max(0, ...lag) / 1000).toFixed(3))
    const isOwner = Number(ddl.owner === index)
    return [id, `${status[0]!.toUpperCase()}${status.slice(1)}`, behind, isOwner]
  })
  return { columns, rows }
}

/** Durable, received and read points by the names that Aurora gives them. */
function replicaStatus(world: World): SystemRows {
  const columns = [
    { name: 'server_id', type: text },
    { name: 'session_id', type: text },
    { name: 'durable_lsn', type: integer },
    { name: 'highest_lsn_rcvd', type: integer },
    { name: 'current_read_lsn', type: integer },
    { name: 'replica_lag_in_msec', type: decimal },
  ]
  const rows = world.instances.map(({ id, role, memory }, index) => {
    const isWriter = role === 'writer'
    const points = isWriter ? [memory.vdl, null, null] : [null, memory.vdl, memory.vdl]
    const session = isWriter ? 'MASTER_SESSION_ID' : `session-${id}`
    return [id, session, ...points, isWriter ? null : lagOf(world, index)]
  })
  return { columns, rows }
}

function lagOf({ failover, instances }: World, index: number): SqlValue {
  const micros =
    instances[index]!.role === 'reader' ? (failover?.streams[index]?.lagMicros ?? 0) : 0
  return decimalOf((micros / 1000).toFixed(3))
}
