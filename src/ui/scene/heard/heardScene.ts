/**
 * What the stage draws and nothing else names, as a screen reader says it: where the endpoint
 * leads, what is safe, what was annulled, the logs of several writers, routers, the network.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import { formatShare } from '../../../words/formatNumbers.ts'
import { namePlace } from '../../../words/namePlace.ts'
import type { Layout } from '../layout/layout.ts'
import type { Heard } from './heard.ts'
import { heardWriters } from './heardWriters.ts'

function endpoint({ failover, multiMaster }: Frame): Heard {
  if (multiMaster !== null) {
    const names = multiMaster.writers.map(({ id }) => id).join(', ')
    return { id: 'endpoint', text: `Endpoint: leads to any writer of ${names}` }
  }
  if (failover === null) return { id: 'endpoint', text: 'Cluster endpoint: leads to the writer' }
  const lost = failover.phase === null ? '' : `, ${failover.lost} is lost as the writer`
  const text = `Cluster endpoint: its name leads to ${failover.clusterEndpoint}${lost}`
  return { id: 'endpoint', text }
}

/** The bracket, and beside it the point of the whole volume. */
function safePoint({ groups, volume, multiMaster }: Frame, layout: Layout): Heard[] {
  const group = groups.find(({ id }) => id === layout.group)
  if (group === undefined || multiMaster !== null || group.carriesPgcl === 0) return []
  const carriers = group.segments.filter((_, bit) => ((group.carriesPgcl >> bit) & 1) === 1)
  const names = carriers.map(({ node }) => namePlace(node)).join(', ')
  const held = group.holdsBack ? `; ${group.id} holds the VDL back` : ''
  const text = `Safe up to here: PGCL ${group.pgcl} of ${group.id}, carried by ${names}`
  return [{ id: 'bracket', text: `${text}; VDL ${volume.vdl} of the volume${held}` }]
}

function annulled({ volume: { truncations } }: Frame): Heard[] {
  return truncations.map(({ epoch, above, upTo }) => ({
    id: `annulled ${epoch}`,
    text: `Annulled by epoch ${epoch}: records above ${above}, up to ${upTo}`,
  }))
}

function undoing({ undo }: Frame): Heard[] {
  if (undo === null) return []
  const { instance, rowsLeft, rows, waiting } = undo
  const late = waiting === 0 ? '' : `, ${waiting} transactions wait for them`
  return [{ id: 'undo', text: `${instance} undoes: ${rowsLeft} of ${rows} rows are left${late}` }]
}

function network({ faults }: Frame): Heard[] {
  return faults
    .filter(({ fault, target }) => fault === 'PacketLoss' && target === 'network')
    .map(({ ratioPpm }) => ({
      id: 'network',
      text: `The network loses ${formatShare(ratioPpm ?? 0)} of all messages`,
    }))
}

/** What the arrows of the routers say. */
const arrows = {
  running: 'pass requests on',
  searching: 'pass requests on while a scaling point is looked for',
  switching: 'hold requests and turn to the new instance',
  paused: 'have nobody to pass requests to',
  resuming: 'hold requests until the instance is awake',
  recreating: 'have nobody to pass requests to',
} as const

/** Of Serverless v1: the routers, and the pool that new instances come from. */
function routers({ serverless }: Frame): Heard[] {
  return (serverless?.instances ?? []).flatMap(({ id, v1 }) => {
    if (!v1) return []
    const held = v1.held === 0 ? '' : `, ${v1.held} requests wait with them`
    return [{ id: `${id} routers`, text: `Routers of ${id} ${arrows[v1.state]}${held}` }]
  })
}

/** In the order of the picture, from the top down. */
export function heardScene(frame: Frame, layout: Layout): Heard[] {
  return [
    endpoint(frame),
    ...routers(frame),
    ...network(frame),
    ...heardWriters(frame),
    ...safePoint(frame, layout),
    ...annulled(frame),
    ...undoing(frame),
  ]
}
