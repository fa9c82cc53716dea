/**
 * Two clusters on one clock: the run that is open, and the same load and script on another cluster.
 * What the other side is stands here as data; it is played by an engine of its own.
 */
import type { CommandName } from './commands.ts'
import type { Recording } from './recording.ts'

export type PresetName =
  | ('singleMaster' | 'multiMaster' | 'provisioned' | 'v1' | 'v2')
  | ('fourOfSix' | 'twoOfThree' | 'threeOfFour' | 'instanceRaw' | 'regionalRaw')
  | ('withoutLast' | 'otherBranch')

/** Why a run has no such other side. */
export type NoOtherSide =
  | ('isSo' | 'postgresql' | 'manyWriters' | 'multiMaster' | 'oneInstance' | 'onlyMultiMaster')
  | ('membersAreFixed' | 'onlySix')
  | ('noZoneLost' | 'noCommand' | 'noBranch' | 'unreadable')

/** As `Problem` of the formats: where, what is wrong, and what is allowed there. */
export interface SideProblem {
  path: string
  message: string
  allowed: string | null
}

export interface OtherSide {
  preset: PresetName
  /** Null: there is none. */
  recording: Recording | null
  because: NoOtherSide | null
  /** Of `unreadable`: the first. */
  problem: SideProblem | null
  /** Entries of the script and commands given that this cluster cannot take. */
  leftOut: CommandName[]
  /** Commands that are not passed on to it: they would make it the same again. */
  keepsFrom: CommandName[]
}
