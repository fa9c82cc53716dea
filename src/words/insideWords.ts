/** What stands inside a copy, a page and a transaction, said. */
import type {
  Batch,
  CopyInside,
  HeldRecord,
  InsideSubject,
  MomentKind,
  Note,
  PageAtCopy,
  PageAtInstance,
  PageInside,
  Rung,
  StretchKind,
  TransactionInside,
} from '../engine/contract/inside.ts'
import { formatCount, formatTime } from './formatNumbers.ts'
import { messageWord } from './messageWords.ts'
import { namePlace } from './namePlace.ts'
import { fillTemplate } from './template.ts'

/** `copy:pg1/a1` → Copy a1 of pg1, `page:3` → Page 3, `transaction:345@…` → Transaction 345. */
export function sayInside(subject: InsideSubject): string {
  const [kind = '', name = ''] = subject.split(/:(.*)/s)
  const [group, node] = name.split('/')
  if (kind === 'copy') return `Copy ${node ?? ''} of ${group}`
  return kind === 'page' ? `Page ${name}` : `Transaction ${name.split('@')[0]}`
}

export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

export function lsn(value: number): string {
  return `LSN ${formatCount(value)}`
}

export const copyTitles = {
  foreground: 'Foreground: a commit waits for these two',
  background: 'Background: nobody waits for these six',
  log: 'Newest records of its group, as this copy has them',
  short: [
    'Receive',
    'Write, answer',
    'Sort',
    'Gossip',
    'Make pages',
    'Back up',
    'Collect',
    'Scrub',
  ],
  steps: [
    'Receive',
    'Write to disk and answer',
    'Sort, and find gaps',
    'Gossip with peers',
    'Make pages',
    'Back up to object storage',
    'Collect old versions',
    'Scrub',
  ],
} as const

export const copyGaps = {
  asleep: 'Not counted yet: background work begins a moment after the start.',
  severalWriters:
    'With several writers the model keeps versions of pages here, not one log: steps 3 to 8 are ' +
    'not in it.',
  bytes: 'The model counts records and keeps no bytes of pages.',
  tail: 'This copy keeps the log only, and no pages.',
  down: 'Its node is down: nothing goes on here.',
} as const

/** What is coming: `4 records up to LSN 853, there in 0.2 ms`. */
export function batchWords({ kind, count, records, until }: Batch, at: number): string {
  const last = records.at(-1)
  const what = kind === 'WriteRedo' ? countOf(count, 'record') : messageWord(kind)
  const named = last === undefined ? '' : ` to ${lsn(last.lsn)}`
  return `${what}${named}, in ${formatTime(Math.max(0, until - at))}`
}

export function noteWords({ kind, other, isOut, value }: Note): string {
  const place = namePlace(other).replace('node ', '')
  const way = isOut ? `→ ${place}` : `← ${place}`
  if (kind === 'GossipRecords') return `${way} records to ${lsn(value)}`
  if (kind === 'AskPage') return `${way} asks for page ${formatCount(value)}`
  if (kind === 'GivePage') return `${way} gives a page`
  if (kind === 'Vote') return `${way} ${value === 1 ? 'yes' : 'no'}`
  return `${way} SCL ${formatCount(value)}`
}

export function recordState(record: HeldRecord): string {
  const held = record.isHeld ? 'on disk here' : 'not here'
  const state = { inFlight: 'not yet durable', durable: 'durable', annulled: 'annulled' }
  return `${held}, ${state[record.state]}, page ${record.page}, transaction ${record.transaction}`
}

/** One sentence for the headline of a copy. */
export function sayCopy(copy: CopyInside): string {
  const { isUp, scl, highestHeld, chain, tentative } = copy
  if (!isUp) return copyGaps.down
  if (tentative !== null) {
    return tentative.length === 0
      ? 'It holds no change of a page without a verdict.'
      : `It holds ${countOf(tentative.length, 'change')} of pages without a verdict.`
  }
  const missing = chain.filter(its => !its.isHeld && its.lsn < highestHeld).length
  const all = `It has every record of its group up to ${lsn(scl)}`
  if (missing > 0) return `${all}; ${countOf(missing, 'record')} missing below its newest.`
  const behind = chain.filter(its => !its.isHeld).length
  return behind === 0 ? `${all}, the newest.` : `${all}; ${countOf(behind, 'record')} on the way.`
}

export function pageTitle({ page, table, index, rows }: PageInside): string {
  if (table === '' || rows === null) return `Page ${page}`
  const [first, last] = rows
  const what = index === '' ? 'rows' : `entries of index ${index},`
  return `Page ${page} of ${table}, ${what} ${formatCount(first)} to ${formatCount(last)}`
}

export function sayPage(page: PageInside): string {
  const { isMultiMaster, newest, copies, proposals } = page
  if (isMultiMaster) {
    const have = copies.filter(({ version }) => version >= newest).length
    const open = proposals.filter(({ verdict }) => verdict === 'open').length
    const asked = open === 0 ? '' : `; ${countOf(open, 'change')} asked`
    return `Version ${newest} is the newest accepted; ${have} of 6 copies have it${asked}.`
  }
  if (newest === 0) return 'No change of it is in the log that is kept: it is as it was loaded.'
  const have = copies.filter(its => !its.missing.some(missing => missing <= newest)).length
  return `Its newest durable change is ${lsn(newest)}; ${have} of 6 copies have all of it.`
}

export function pageAtCopyLines(copy: PageAtCopy, page: PageInside): string[] {
  const { isUp, keepsPages, isDamaged, base, aboveCount, missing, version, tentative } = copy
  if (!isUp) return ['node down']
  if (page.isMultiMaster) {
    const asked = tentative === 0 ? 'nothing asked' : `change ${tentative} in flight`
    return [`version ${version}`, asked]
  }
  const lack = missing.length === 0 ? 'lacks none' : `lacks ${countOf(missing.length, 'record')}`
  const made = base === 0 ? 'page as loaded, or older' : `page made up to ${formatCount(base)}`
  const pageLine = keepsPages ? made : 'log only, no page'
  const damage = isDamaged ? ['damaged: its checksum does not fit'] : []
  return [pageLine, `${countOf(aboveCount, 'record')} above it`, lack, ...damage]
}

export function pageAtInstanceLines(
  its: PageAtInstance,
  { isMultiMaster, at }: Pick<PageInside, 'isMultiMaster' | 'at'>,
): string[] {
  const { isOpen, isCached, newest, isDirty, staleSince } = its
  if (!isOpen) return ['not open']
  if (!isCached) return ['not in memory']
  const what = isMultiMaster ? `version ${newest}` : `changed at ${formatCount(newest)}`
  const first = newest === 0 ? 'as read from storage' : what
  const dirty = isMultiMaster ? 'has a change without a verdict' : 'must stay: not yet durable'
  const stale = staleSince === null ? 'current' : `${formatTime(at - staleSince)} behind`
  return [first, isDirty ? dirty : stale]
}

export const stretchWords: Readonly<Record<StretchKind, string>> = {
  travel: 'on its way',
  disk: 'disk',
  back: 'answer on its way',
  work: 'at work',
  wait: 'waits',
  lost: 'lost',
}

export const keyOfLadder = 'completes the quorum'

const momentNames: Readonly<Record<MomentKind, string>> = {
  began: 'begins',
  written: 'commit record written',
  durable: 'write quorum has it',
  safe: 'VDL passes it',
  committed: 'commit acknowledged',
  acknowledged: 'application knows',
  accepted: 'accepted',
  refused: 'refused',
  rolledBack: 'rolled back',
  lost: 'connection lost',
}

export function momentWords(moment: { what: MomentKind; group: string; value: number }): string {
  const { what, group, value } = moment
  if (what === 'durable') return `${group}: ${momentNames.durable}`
  const isChange = what === 'accepted' || what === 'refused'
  return isChange ? `change ${value} ${momentNames[what]}` : momentNames[what]
}

const rungNames: Readonly<Record<Rung['kind'], string>> = {
  request: 'request to {about}',
  work: 'work at {who}',
  read: 'page {about} read from {who}',
  write: 'redo to {who}',
  propose: 'asked of {who}',
  replicate: 'redo to writer {who}',
  statement: '{about}',
  lock: 'waits for {about}',
  wait: 'waits for VDL',
  answer: 'answer to {about}',
}

/** `redo to copy a1`, `answer to shop`. */
export function rungWords({ kind, who, about }: Rung): string {
  if (kind === 'statement') return about
  const [change = '', page] = about.split(' ')
  if (kind === 'propose') {
    const what = Number(page) < 16_000_000 ? `page ${page}` : 'commit'
    return `change ${change}, ${what}: ${namePlace(who).replace('node ', '')}`
  }
  const text = fillTemplate(rungNames[kind], { who, about })
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** `on its way 0.2 ms, disk 0.2 ms, answer on its way 0.3 ms; completes the quorum`. */
export function rungState({ stretches, isYes, completes, kind }: Rung, at: number): string {
  const parts = stretches.map(({ what, since, until }) => {
    const went = formatTime((until ?? at) - since)
    return `${stretchWords[what]} ${until === null ? `for ${went} so far` : went}`
  })
  const no = kind === 'write' ? 'a gap below: does not count yet' : 'no'
  const answer = isYes === false ? [no] : completes ? [keyOfLadder] : []
  return [...parts, ...answer].join(', ')
}

export function sayTransaction(its: TransactionInside): string {
  const { state, latencyMicros, instance, application, session, commitLsn } = its
  if (state === 'unknown') return 'Nothing is known of it near this instant.'
  const from = application === '' ? `session ${session}` : `${application}, session ${session}`
  const who = `From ${from}, at ${instance}`
  const written = commitLsn === 0 ? '' : `, commit record ${lsn(commitLsn)}`
  if (state === 'committed' && latencyMicros !== null) {
    return `${who}: committed in ${formatTime(latencyMicros)}${written}.`
  }
  const words = {
    open: 'not ended yet',
    committed: 'committed',
    rolledBack: 'rolled back',
    lost: 'its connection was lost, the outcome is not known',
  }
  return `${who}: ${words[state]}${written}.`
}

export const insideTitles = {
  copies: 'On the six copies',
  memory: 'In the memory of each instance',
  changes: 'Changes of it: what each copy answered',
  records: 'Its newest records',
  rows: 'Its rows',
  locks: 'Locks that it has, or waits for',
} as const
