/** The legend of the cluster at hand: only the signs that it can show. */
import { clientSigns, gossipSigns, lostSign, pageSigns } from './commonSigns.ts'
import {
  answerSigns,
  cardSigns,
  causeSigns,
  changeSigns,
  checkSigns,
  laneSigns,
} from './multiMasterSigns.ts'
import { proxySigns } from './proxySigns.ts'
import { serverlessSigns } from './serverlessSigns.ts'
import type { SignSet } from './sign.ts'
import {
  cellSigns,
  readerSigns,
  redoSigns,
  repairSigns,
  stragglerSign,
} from './singleMasterSigns.ts'
import { sqlSigns } from './sqlSigns.ts'
import { memberSigns, nodeSigns } from './volumeSigns.ts'
import { writerSigns } from './writerSigns.ts'

export interface Mechanisms {
  /** Of a Multi-Master cluster; 0 for any other. */
  writers: number
  breathes: boolean
  hasReader: boolean
  hasSql: boolean
  hasProxy?: boolean
}

const travels = 'What travels'

function severalWriters({ writers }: Mechanisms): SignSet[] {
  return [
    { title: 'Whose it is, without colour too', signs: writerSigns(writers) },
    {
      title: travels,
      signs: [...clientSigns, ...checkSigns, ...changeSigns, ...pageSigns, ...gossipSigns],
    },
    { title: 'Answers of the copies to a page change', signs: answerSigns },
    { title: 'Why a transaction is rolled back', signs: causeSigns },
    { title: 'The lanes, one a writer', signs: laneSigns },
    { title: 'The pages; pages and rows count from 0', signs: cardSigns },
  ]
}

function oneWriter({ hasReader }: Mechanisms): SignSet[] {
  const reader = hasReader ? readerSigns : []
  return [
    {
      title: travels,
      signs: [
        ...clientSigns,
        ...redoSigns,
        ...reader,
        ...pageSigns,
        ...gossipSigns,
        ...repairSigns,
        stragglerSign,
      ],
    },
    { title: 'The columns, one a copy', signs: [...cellSigns, ...memberSigns] },
    { title: 'What ails a node', signs: nodeSigns },
  ]
}

export function legendOf(has: Mechanisms): SignSet[] {
  const sets = has.writers > 0 ? severalWriters(has) : oneWriter(has)
  const capacity = { title: 'The breathing instance', signs: serverlessSigns }
  return [
    ...(has.breathes ? [capacity] : []),
    ...(has.hasProxy === true ? [{ title: 'The proxy', signs: proxySigns }] : []),
    ...(has.hasSql ? [{ title: 'Sessions of SQL', signs: sqlSigns }] : []),
    ...sets.map(set => (set.title === travels ? { ...set, signs: [...set.signs, lostSign] } : set)),
  ]
}
