/** Words of two clusters on one clock: what each preset is, why there is none, what is counted. */
import type { NoOtherSide, PresetName } from '../engine/contract/compare.ts'

export const presetNames: Record<PresetName, string> = {
  singleMaster: 'Single-master: one writer',
  multiMaster: 'Multi-Master: all write',
  provisioned: 'Provisioned, db.r5.large',
  v1: 'Serverless v1',
  v2: 'Serverless v2',
  fourOfSix: 'Write quorum 4 of 6',
  twoOfThree: 'Write quorum 2 of 3',
  threeOfFour: '3 of 4 after a lost zone',
  instanceRaw: 'Reads INSTANCE_RAW',
  regionalRaw: 'Reads REGIONAL_RAW',
  withoutLast: 'Without the last command',
  otherBranch: 'The other branch of the fork',
}

export const noSideWords: Record<NoOtherSide, string> = {
  isSo: 'this run is so already',
  postgresql: 'Multi-Master spoke MySQL only',
  manyWriters: 'Multi-Master had up to four writers',
  multiMaster: 'Multi-Master was never serverless',
  oneInstance: 'Serverless v1 has one instance, this run more',
  onlyMultiMaster: 'read modes exist in Multi-Master only',
  membersAreFixed: 'several writers need six copies here, and members stay',
  onlySix: 'it needs six full copies',
  noZoneLost: 'no zone is lost in this run',
  noCommand: 'no command has been given yet',
  noBranch: 'there is no fork yet',
  unreadable: 'this story cannot run so',
}

export const compareWords = {
  what:
    'The same applications and script on another cluster, at the same instant. What is given to ' +
    'the run on the stage is given to both.',
  here: 'This run',
  there: 'The other',
  late: 'The other side is being computed',
  opening: 'The other side is being made…',
  same: 'Nothing differs on the stages.',
  alone: 'Only in one of the two stories, not ringed',
  onlyHere: 'only in this run',
  onlyThere: 'only there',
  leftOut: 'Not given to the other side, which has no such thing:',
  refused: 'Refused there:',
  note: 'Both are played by the whole engine, with the same seed. Prices are static copies.',
  iosAtRest:
    'I/Os and what was missed of a demand are told while the run stands still. What was nothing ' +
    'on both sides has no row.',
} as const

/** The three lights, and what they show. */
export const lightNames = { dataSafe: 'Data safe', commits: 'Commits', reads: 'Reads' } as const
export const lightStates = {
  dataSafe: { on: 'yes', waiting: 'at risk', off: 'no' },
  commits: { on: 'go on', waiting: 'wait', off: 'stopped' },
  reads: { on: 'go on', waiting: 'wait', off: 'stopped' },
} as const
