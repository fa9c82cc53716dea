/** A change of capacity is forced: sessions in its way lose transaction and connection. E7. */
import type { SqlError } from '../../contract/sql.ts'
import type { Context } from '../context.ts'
import { cutOff } from './receiveStatement.ts'

export function blockersCut(
  ctx: Context,
  index: number,
  { sessions, error }: { sessions: string[]; error: SqlError },
): number {
  const { sql } = ctx.world
  const inTheWay = (sql?.places[index]?.connections ?? []).filter(
    ({ client, isClosing }) => !isClosing && sessions.includes(sql!.clients[client]!.name),
  )
  for (const connection of inTheWay) {
    sql!.clients[connection.client]!.lossError = error
    cutOff(ctx, index, connection)
  }
  return inTheWay.length
}
