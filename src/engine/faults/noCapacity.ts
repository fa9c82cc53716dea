/**
 * No host can be had in a zone: an instance is not re-created there, and Serverless v1 attaches no
 * new one. The list of faults in force is the switch itself. Rules E5, E12 and F16.
 */
import type { FaultEntry } from './faultEntry.ts'

export const noCapacity: FaultEntry = {
  fault: 'NoCapacity',
  target: 'az',
  isOfSingleMaster: true,
  parameters: [],
  inject: () => undefined,
  heal: () => undefined,
}
