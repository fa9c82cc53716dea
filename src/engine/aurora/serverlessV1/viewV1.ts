/** What the picture shows of Serverless v1, in the place of what v2 shows. Rules E. */
import type { Frame } from '../../contract/frame.ts'
import type { CapacityView } from '../../contract/serverlessView.ts'
import type { V1SearchView, V1View } from '../../contract/serverlessV1.ts'
import { feelRefusal, viewCapacity, viewDemand, viewMeter } from '../serverless/viewServerless.ts'
import { hasHosts } from '../database/hasHosts.ts'
import type { World } from '../world.ts'
import { owedMicros } from './activation.ts'
import { captionV1 } from './captionV1.ts'
import { needOf } from './needOf.ts'
import { isGone } from './isGone.ts'
import { partsOf } from './partsOf.ts'
import { waitsOf } from './waitsOf.ts'

export function viewV1(world: World, frame: Frame): void {
  if (!world.serverless?.v1 || isGone(world)) return
  const { serverless } = world
  frame.serverless = {
    instances: [viewOne(world)],
    demand: serverless.demands.map(demand => viewDemand(world, demand)),
    meter: viewMeter(world, serverless),
  }
  const [view] = frame.serverless.instances
  const instance = frame.instances.find(({ id }) => id === view?.id)
  if (instance && view) instance.cpuPpm = view.busyPpm
  for (const application of frame.applications) feelRefusal(application)
  if (view) captionV1(frame, view)
}

/** No allowance and no hold: the fields of v2's control loop stand at rest. */
function viewOne(world: World): CapacityView {
  const { capacity, serverless } = partsOf(world)
  const { v1 } = partsOf(world)
  const view = viewCapacity(world, serverless, capacity)
  const isAwake = capacity.state === 'active' && capacity.exact > 0
  return {
    ...view,
    need: { cpu: needOf(world), memory: 0, network: 0, floor: 0 },
    binding: 'cpu',
    allowance: 0,
    allowanceMax: 0,
    lowMicros: 0,
    holdMicros: 0,
    idleMicros: isAwake && view.connections === 0 ? world.now - capacity.idleSince : 0,
    pauseAfterMicros: world.setup.serverless!.pauseAfterMicros,
    blockers: view.connections > 0 ? ['userConnections'] : [],
    waking: v1.state === 'resuming' ? v1.held.length : 0,
    v1: viewState(world),
  }
}

function viewState(world: World): V1View {
  const { v1, setup, values } = partsOf(world)
  const { now } = world
  const { state, since, current, lastEnd, endsAt, switches, timeouts, forced, aborted } = v1
  const waits = waitsOf(world)
  const isMeasuring = state === 'running'
  const window = values['serverlessV1.evaluate']
  return {
    ...{ state, since, lastEnd, endsAt, switches, timeouts, forced, aborted },
    steps: setup.steps,
    saved: current,
    dropped: v1.dropped ?? 0,
    search: viewSearch(world),
    means: v1.means && { ...v1.means },
    evaluateLeftMicros: isMeasuring ? Math.max(0, window - v1.window.samples * 1_000_000) : 0,
    upLeftMicros: waits.up,
    upOfMicros: waits.upOf,
    downLeftMicros: waits.down,
    downOfMicros: waits.downOf,
    uptimeMicros: now - v1.uptimeSince,
    held: v1.held.length,
    activeSince: v1.activeSince,
    owedMicros: owedMicros(v1, world),
  }
}

function viewSearch(world: World): V1SearchView | null {
  const { v1 } = partsOf(world)
  const { search } = v1
  if (!search) return null
  return {
    from: v1.current,
    target: search.target,
    because: search.because,
    since: search.since,
    timeoutMicros: search.timeoutMicros,
    onTimeout: search.action,
    attachLeftMicros: Math.max(0, search.attachedAt - world.now),
    isPoolEmpty: !hasHosts(world, partsOf(world).instance.zone),
    attempts: search.attempts,
    blockers: search.blockers.map(({ since, ...blocker }) => {
      return { ...blocker, openMicros: world.now - since }
    }),
  }
}
