/** What the eight stations of a copy say: what stands at each of them now, and what it has done. */
import type { CopyInside } from '../../../engine/contract/inside.ts'
import type { StepView } from '../../../engine/contract/volumeFrameView.ts'
import { formatCount, formatTime } from '../../../words/formatNumbers.ts'
import {
  batchWords,
  copyGaps,
  copyTitles,
  countOf,
  lsn,
  noteWords,
} from '../../../words/insideWords.ts'
import { say } from '../../../words/say.ts'
import type { Line } from './picture.ts'

/** Stations behind the foreground. */
export const background = 6

export interface Station {
  step: StepView['step']
  title: string
  /** Where the title has no room. */
  short: string
  lines: Line[]
  /** How far the work under way has come; null = none is. */
  share: number | null
  /** Longest chains of pages, as shares of the length that makes a page due. */
  chains: { page: number; share: number; isDue: boolean }[]
  /** What it has done so far; empty = nothing is counted. */
  done: string
  isBusy: boolean
}

const shownLines = 3

export function stationsOf(copy: CopyInside): Station[] {
  const nows = [arriving, writing, sorting, gossiping, making, backingUp, collecting, scrubbing]
  return nows.map((now, index) => {
    const step = (index + 1) as StepView['step']
    const view = copy.work?.steps[index]
    const said = now(copy, view)
    return {
      step,
      title: copyTitles.steps[index] ?? '',
      short: copyTitles.short[index] ?? '',
      share: null,
      chains: [],
      done: view === undefined ? '' : doneWords(view),
      isBusy: (view?.waiting ?? 0) > 0,
      ...said,
      lines: atMost(said.lines),
    }
  })
}

type Now = Pick<Station, 'lines'> & Partial<Station>
type View = StepView | undefined

function atMost(lines: Line[]): Line[] {
  if (lines.length <= shownLines) return lines
  const more = lines.length - shownLines + 1
  return [...lines.slice(0, shownLines - 1), { text: `and ${formatCount(more)} more` }]
}

function doneWords({ step, done }: StepView): string {
  return say({ key: `volume.step.${step}.done`, parameters: { done } })
}

function waitingWords(view: View, at: number): Line {
  if (view === undefined || view.waiting === 0) return { text: 'nothing waits' }
  const { step, waiting, since } = view
  const key = `volume.step.${step}.waiting`
  const age = since === null ? '' : `, for ${formatTime(Math.max(0, at - since))}`
  return { text: `${say({ key, parameters: { waiting } })}${age}`, tone: 'text' }
}

function arriving({ arriving: batches, at }: CopyInside): Now {
  const lines = batches.map(batch => ({ text: batchWords(batch, at), tone: 'writer' as const }))
  return lines.length > 0 ? { lines, isBusy: true } : { lines: [{ text: 'nothing is on its way' }] }
}

/** Only what is in the disk write under way, and the answers that it has brought. */
function writing({ writing: batches, answers, at }: CopyInside): Now {
  const written = batches.map(batch => ({ text: batchWords(batch, at), tone: 'text' as const }))
  const said = answers.map(note => ({ text: noteWords(note), tone: 'durable' as const }))
  const lines = [...written, ...said]
  const [first] = batches
  if (lines.length === 0) return { lines: [{ text: 'the disk has nothing to write' }] }
  if (first === undefined) return { lines, isBusy: true }
  const share = (at - first.since) / Math.max(1, first.until - first.since)
  return { lines, share, isBusy: true }
}

function sorting({ at, highestHeld, scl }: CopyInside, view: View): Now {
  const gap = highestHeld > scl ? [{ text: `a gap above ${lsn(scl)}`, tone: 'wait' as const }] : []
  return { lines: [waitingWords(view, at), ...gap] }
}

function gossiping({ at, gossip }: CopyInside, view: View): Now {
  const said = gossip.map(note => ({ text: noteWords(note), tone: 'accent' as const }))
  const nobody = { text: 'no peer speaks just now' }
  return { lines: [waitingWords(view, at), ...(said.length > 0 ? said : [nobody])] }
}

function making({ at, chains, chainCount, coalesceChain, isTail }: CopyInside, view: View): Now {
  if (isTail) return { lines: [{ text: copyGaps.tail }] }
  const shown = chains.slice(0, 4).map(({ page, records, isDue }) => {
    return { page, share: records / Math.max(1, coalesceChain), isDue }
  })
  const due = `due at ${countOf(coalesceChain, 'record')}`
  const pages = { text: `${countOf(chainCount, 'page')} with redo above; ${due}` }
  return { lines: [waitingWords(view, at), pages], chains: shown }
}

function workShare(begun: CopyInside['backup']): number | null {
  return begun === null ? null : 1 - begun.left / Math.max(1, begun.records)
}

function backingUp({ at, backup, work }: CopyInside, view: View): Now {
  const reached = { text: `in object storage to ${lsn(work?.backedUpLsn ?? 0)}` }
  const now = backup && { text: `now to ${lsn(backup.lsn)}`, tone: 'text' as const }
  return {
    lines: [waitingWords(view, at), ...(now ? [now] : []), reached],
    share: workShare(backup),
  }
}

function collecting(copy: CopyInside, view: View): Now {
  const { at, collecting: begun, lowestReadPoint, work } = copy
  const kept = { text: `kept for reads from ${lsn(lowestReadPoint)}` }
  const gone = { text: `collected to ${lsn(work?.collectedLsn ?? 0)}` }
  return { lines: [waitingWords(view, at), gone, kept], share: workShare(begun) }
}

function scrubbing({ at, nodeWork, work }: CopyInside, view: View): Now {
  const scrub = nodeWork?.scrub
  const next = nodeWork?.nextScrubAt ?? null
  const damaged = work?.corruptPages.length ?? 0
  const found =
    damaged === 0 ? [] : [{ text: countOf(damaged, 'damaged page'), tone: 'bad' as const }]
  const when = next === null ? [] : [{ text: `the next one in ${formatTime(next - at)}` }]
  const share = scrub ? scrub.checked / Math.max(1, scrub.pages) : null
  return {
    lines: [scrub ? waitingWords(view, at) : { text: 'none is under way' }, ...found, ...when],
    share,
  }
}
