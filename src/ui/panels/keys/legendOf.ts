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

export interface Mechanisms {
  hasWriters: boolean
  breathes: boolean
  hasReader: boolean
  hasSql: boolean
  hasProxy?: boolean
}

function severalWriters(): SignSet[] {
  return [
    {
      title: 'What travels',
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
      title: 'What travels',
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
  const [first, ...rest] = has.hasWriters ? severalWriters() : oneWriter(has)
  const capacity = { title: 'The breathing instance', signs: serverlessSigns }
  return [
    ...(has.breathes ? [capacity] : []),
    ...(has.hasProxy === true ? [{ title: 'The proxy', signs: proxySigns }] : []),
    ...(has.hasSql ? [{ title: 'Sessions of SQL', signs: sqlSigns }] : []),
    ...(first === undefined ? [] : [{ ...first, signs: [...first.signs, lostSign] }]),
    ...rest,
  ]
}
