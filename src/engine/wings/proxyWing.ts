/** A proxy in front of the writer. */
import { proxyMechanism } from '../aurora/proxy/proxyMechanism.ts'
import type { Wing } from './wing.ts'

export const proxyWing: Wing = { id: 'proxy', mechanism: proxyMechanism, laws: [] }
