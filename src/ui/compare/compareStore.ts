/** The other side: what is wished for, what there is, its newest picture, and what it refused. */
import { create } from 'zustand'
import type { CommandName } from '../../engine/contract/commands.ts'
import type { OtherSide } from '../../engine/contract/compare.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import type { Playback, Problem } from '../../workers/api.ts'
import type { Engine } from '../store/engineStore.ts'

export interface CompareState {
  /** A preset, the name of a story or a link; null = nothing chosen. */
  wish: string | null
  /** What this run can be compared with; empty until it is known. */
  sides: OtherSide[]
  /** `none`: there is no such side, as `sides` says. */
  stage: 'idle' | 'opening' | 'open' | 'none' | 'failed'
  problems: Problem[]
  /** Of the other side; null while nothing is open. */
  engine: Engine | null
  title: string
  frame: Frame | null
  moving: ArrayBuffer
  playback: Playback | null
  /** It has not reached the instant of the run on the stage. */
  isLate: boolean
  leftOut: CommandName[]
  refused: { command: CommandName; why: string }[]
  /** What differs is ringed on both stages. */
  isRinged: boolean
}

export const closed: CompareState = {
  wish: null,
  sides: [],
  stage: 'idle',
  problems: [],
  engine: null,
  title: '',
  frame: null,
  moving: new ArrayBuffer(0),
  playback: null,
  isLate: false,
  leftOut: [],
  refused: [],
  isRinged: true,
}

export const compareStore = create<CompareState>()(() => closed)
