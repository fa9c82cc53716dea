/** The sentence of the instant as one actor could say it: what it was told, and nothing else. */
import type { GroupView, Phrase } from '../../contract/frame.ts'
import { bitCount, neededCount } from '../../aurora/storage/quorum.ts'
import type { MultiMasterView, ProposalView } from '../../contract/multiMasterView.ts'
import type { Eyes } from './eyes.ts'
import { statusOf, worstOf } from './lightsKnown.ts'

/** A verdict is spoken of for so long. */
const spokenOfMicros = 60_000

export function captionKnown(
  eyes: Eyes,
  groups: GroupView[],
  writers: MultiMasterView | null,
): Phrase {
  const { role } = eyes.known
  if (role === 'node') return say(eyes, 'node', {})
  const status = statusOf(eyes)
  if (status === 'down') return say(eyes, 'down', {})
  if (role === 'reader') return ofReader(eyes)
  if (status !== 'open') return say(eyes, 'opening', {})
  return (writers && ofChange(eyes, writers)) ?? ofCopies(eyes, groups)
}

function say({ known }: Eyes, key: string, parameters: Phrase['parameters']): Phrase {
  return { key: `known.caption.${key}`, parameters: { actor: known.actor, ...parameters } }
}

function ofReader(eyes: Eyes): Phrase {
  const lost = eyes.known.others.find(({ isSuspected }) => isSuspected)?.actor
  if (lost !== undefined) return say(eyes, 'writerLost', { lost })
  return say(eyes, 'reader', { vdl: String(eyes.known.vdl ?? 0) })
}

/** Its own change of a page that it has just been told about, or still asks about. */
function ofChange(eyes: Eyes, { proposals }: MultiMasterView): Phrase | null {
  const { now } = eyes.ctx.world
  const own = proposals.filter(({ reason }) => reason === 'user').reverse()
  const refused = own.find(
    ({ verdict, decidedAt }) => verdict === 'refused' && now - (decidedAt ?? 0) <= spokenOfMicros,
  )
  if (refused) return say(eyes, 'refused', { page: refused.page, ...counted(refused) })
  const open = own.find(({ decidedAt }) => decidedAt === null)
  return open ? say(eyes, 'asking', { page: open.page, base: open.base, ...counted(open) }) : null
}

function counted({ answers }: ProposalView): { yes: number; no: number } {
  const count = (which: string) => answers.filter(({ answer }) => answer === which).length
  return { yes: count('yes'), no: count('no') }
}

function ofCopies(eyes: Eyes, groups: GroupView[]): Phrase {
  const { expression, reachable, isMet, group } = worstOf(groups, 'writeQuorum')
  const copies = groups.find(({ id }) => id === group)!.segments.length
  const quiet = eyes.known.others.filter(({ isSilent, isSuspected }) => isSilent || isSuspected)
  const suspected = quiet.filter(({ isSuspected }) => isSuspected).map(({ actor }) => actor)
  const parameters = {
    answering: bitCount(reachable),
    copies,
    needed: neededCount(expression),
    silent: quiet.map(({ actor }) => actor),
  }
  if (!isMet) return say(eyes, 'noQuorum', parameters)
  if (suspected.length > 0) return say(eyes, 'suspected', { ...parameters, suspected })
  return say(eyes, quiet.length > 0 ? 'silent' : 'allAnswer', parameters)
}
