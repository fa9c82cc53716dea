/** How one looks at the run: what is selected and open. Nothing of it changes what happens. */
import { create } from 'zustand'
import type { ActorId, TargetId } from '../../engine/contract/ids.ts'
import type { InsideSubject } from '../../engine/contract/inside.ts'
import type { Micros, SpeedText } from '../../engine/contract/units.ts'
import type { Problem } from '../../workers/api.ts'
import type { MenuWish } from '../scene/menuWish.ts'
import { currentTheme, type Theme } from '../theme/applyTheme.ts'

export type PanelName =
  | ('hands' | 'faults' | 'why' | 'facts' | 'capacity' | 'volume')
  | ('bill' | 'console' | 'rows' | 'placement' | 'verdict' | 'narration' | 'spacetime' | 'curve')
  | ('migrate' | 'compare' | 'knowledge')
export type DialogName =
  | ('scenarios' | 'share' | 'keys' | 'stopWhen' | 'neighbours' | 'scaleOut' | 'durability')
  | 'writePath'
  | ('whichRange' | 'palette' | 'looks' | 'create')

/** A message across the page. `problems` name the place and what is allowed there. */
export interface Notice {
  tone: 'bad' | 'wait' | 'ok'
  title: string
  text?: string
  problems?: Problem[]
  /** Offers the opening story as a way on. */
  offersOpening?: boolean
  /** Another way on, on a button. */
  way?: { words: string; go: () => void }
}

/** While a lesson waits for a prediction, nothing later in its story is shown or told. */
export interface Withheld {
  story: string
  after: Micros
}

export interface ViewState {
  selection: TargetId | null
  /** Ringed on the stage because a panel points at it; the first is shown large. */
  highlighted: TargetId | readonly TargetId[] | null
  /** Whose knowledge the stage shows; null = everything. */
  knower: ActorId | null
  /** What one looks into, from the outside in; empty = the whole volume. */
  inside: readonly InsideSubject[]
  /** The sentences of whom one looks through, in place of those of the whole. */
  told: { caption: string; hint: string } | null
  isUnfolded: boolean
  isLocked: boolean
  hasCharts: boolean
  /** A speed chosen while paused. */
  chosenSpeed: SpeedText | null
  panel: PanelName | null
  dialog: DialogName | null
  /** The lesson that is open, by name. */
  lesson: string | null
  withheld: Withheld | null
  /** What of the stage has its menu open. */
  menu: MenuWish | null
  theme: Theme
  /** Changes with the mode and the contrast, so that the canvas reads its colours again. */
  looks: string
  notice: Notice | null
  /** Said to screen readers, once and politely. */
  announcement: string
}

export const viewStore = create<ViewState>()(() => ({
  selection: null,
  highlighted: null,
  knower: null,
  inside: [],
  told: null,
  isUnfolded: false,
  isLocked: false,
  hasCharts: false,
  chosenSpeed: null,
  panel: null,
  dialog: null,
  lesson: null,
  withheld: null,
  theme: typeof document === 'undefined' ? 'system' : currentTheme(),
  menu: null,
  looks: '',
  notice: null,
  announcement: '',
}))
