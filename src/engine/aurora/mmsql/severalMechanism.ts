/** Typed SQL at several writers as a mechanism beside typed SQL: what Multi-Master tells it. */
import type { Mechanism } from '../mechanism.ts'
import { sqlEventKind } from '../sql/sqlEventKind.ts'
import { severalWriters } from './severalWriters.ts'
import {
  ddlEnded,
  groupDecided,
  isTypedLeft,
  latchFree,
  pageHere,
  readAgain,
  regionalSynced,
  tableFenced,
  takeOverTyped,
  undoTyped,
  vdlAdvanced,
} from './typedVerdicts.ts'

export const severalMechanism: Mechanism = {
  create: () => undefined,
  receivers: {},
  timers: { [sqlEventKind.readAgain]: readAgain },
  groupDecided,
  latchFree,
  vdlAdvanced,
  pageHere,
  regionalSynced,
  undoTyped,
  takeOverTyped,
  isTypedLeft,
  ddlEnded,
  tableFenced,
  verbs: {},
  view: () => undefined,
  several: severalWriters,
}
