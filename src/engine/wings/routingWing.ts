/** Where requests go: names, plans of applications, health checks. */
import { createRoutingMechanism } from '../aurora/routing/createRoutingMechanism.ts'
import { parseDuration } from '../formats/duration.ts'
import type { Wing } from './wing.ts'

export const routingWing: Wing = {
  id: 'routing',
  mechanism: createRoutingMechanism(parseDuration),
  laws: [],
}
