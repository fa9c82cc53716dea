/** Typed SQL at several writers as a wing: a file of its own, asleep where one instance writes. */
import { severalMechanism } from '../aurora/mmsql/severalMechanism.ts'
import type { Wing } from './wing.ts'

export const severalWing: Wing = { id: 'several', mechanism: severalMechanism, laws: [] }
