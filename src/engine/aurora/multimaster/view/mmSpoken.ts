/**
 * Lights, the one sentence and what to try, for several writers: derived from what is open and
 * within reach now, and from the conflict decided last. Keys and numbers only. Rules Q6, T22.
 */
import type { Frame, Light, Phrase } from '../../../contract/frame.ts'
import { reachableBits, runningBits } from '../../status/reachability.ts'
import { bitCount, isSatisfied, neededCount } from '../../storage/quorum.ts'
import type { World } from '../../world.ts'
import { mmOf, tableOfRow } from '../mmPlaces.ts'
import { leadWriter } from '../mmStatus.ts'
import { type OpenContest, openContest } from './openContest.ts'
import { type MmProposal, type MmTransaction, reason, verdict } from '../multiMaster.ts'

/** A refusal is spoken of for so long. */
const spokenOfMicros = 60_000
const readSpokenOfMicros = 20_000

interface Standing {
  world: World
  lead: number
  reachable: number
  needed: number
  running: number
  group: string
  online: string[]
  away: string[]
}

export function mmSpoken(world: World): Pick<Frame, 'lights' | 'caption' | 'hint' | 'glowing'> {
  const standing = standingOf(world)
  const caption = captionOf(standing)
  return { lights: lightsOf(standing), caption, ...hintOf(standing, caption) }
}

/** The group with the fewest copies within reach of the writer that reaches most. */
function standingOf(world: World): Standing {
  const lead = leadWriter(world)
  let worst = world.groups[0]!
  for (const group of world.groups) {
    const isWorse = reached(world, group, lead) < reached(world, worst, lead)
    if (isWorse) worst = group
  }
  const ids = world.instances.map(({ id }) => id)
  const isOnline = (_: string, index: number) => mmOf(world).writers[index]!.status === 'online'
  return {
    world,
    lead,
    reachable: reached(world, worst, lead),
    needed: neededCount(worst.write),
    running: bitCount(runningBits(world, worst)),
    group: worst.id,
    online: ids.filter(isOnline),
    away: ids.filter((id, index) => !isOnline(id, index)),
  }
}

function reached(world: World, group: World['groups'][number], lead: number): number {
  return bitCount(reachableBits(world, group, lead))
}

function light(state: Light['state'], key: string, parameters: Phrase['parameters']): Light {
  return { state, phrase: { key, parameters } }
}

function lightsOf({ world, online, running, reachable, needed }: Standing): Frame['lights'] {
  const readNeeded = neededCount(world.groups[0]!.read)
  const isSafe = world.groups.every(group => isSatisfied(group.read, runningBits(world, group)))
  const data = isSafe ? 'light.data.safe' : 'light.data.atRisk'
  const state = isSafe ? 'on' : running === 0 ? 'off' : 'waiting'
  const writers = world.instances.length
  return {
    dataSafe: light(state, data, { running, readNeeded }),
    commits: writeLight({ online: online.length, writers, reachable, needed }),
    reads:
      online.length === 0
        ? light('off', 'mm.light.nobody', { writers })
        : reachable === 0
          ? light('waiting', 'light.reads.noCompleteCopy', {})
          : light('on', 'mm.light.reads', { online: online.length, writers }),
  }
}

interface Counts {
  online: number
  writers: number
  reachable: number
  needed: number
}

function writeLight({ online, writers, reachable, needed }: Counts): Light {
  if (online === 0) return light('off', 'mm.light.nobody', { writers })
  if (reachable < needed) {
    return light('waiting', 'light.commits.noWriteQuorum', { reachable, needed })
  }
  return light('on', 'mm.light.commits', { online, writers })
}

function captionOf(standing: Standing): Phrase {
  const { world, reachable, needed, online, away, group } = standing
  const common = { group, groups: 1, reachable, needed, writers: world.instances.length }
  const say = (key: string, more: Phrase['parameters'] = {}): Phrase => ({
    key: `mm.caption.${key}`,
    parameters: { ...common, ...more },
  })
  if (online.length === 0) return say('noWriter')
  if (reachable < needed) return say('noWriteSet')
  const { table } = mmOf(world).ddl
  if (table >= 0) {
    const { owner } = mmOf(world).ddl
    const parameters = { table: world.setup.tables[table]!.name, owner: world.instances[owner]!.id }
    return say('ddl', parameters)
  }
  const refused = latestRefusal(world)
  if (refused) return conflictCaption(world, refused, say)
  const contest = openContest(world)
  if (contest) return contestCaption(world, contest, say)
  if (away.length > 0) return awayCaption(standing, say)
  const syncing = oneSyncing(world)
  if (syncing) return say('syncing', { instance: world.instances[syncing.writer]!.id })
  const read = latestRead(world)
  if (read) return readCaption(world, read, say)
  if (reachable < 6) return say('copiesGone', { gone: 6 - reachable })
  return online.length === 1 ? say('oneWriter') : say('allOnline', { online: online.length })
}

type Say = (key: string, more?: Phrase['parameters']) => Phrase

function latestRefusal(world: World): MmProposal | null {
  let latest: MmProposal | null = null
  for (const proposal of mmOf(world).proposals) {
    const isNews = proposal.number > 0 && proposal.verdict === verdict.refused
    if (!isNews || proposal.reason !== reason.user || proposal.cause === '') continue
    if (world.now - proposal.decidedAt > spokenOfMicros) continue
    if (latest === null || proposal.decidedAt >= latest.decidedAt) latest = proposal
  }
  return latest
}

function conflictCaption(world: World, refused: MmProposal, say: Say): Phrase {
  const { page, base, writer, cause, winner, found } = refused
  return say(cause, {
    page,
    base,
    version: found,
    instance: world.instances[writer]!.id,
    winner: world.instances[winner]?.id ?? '',
  })
}

function contestCaption({ parameters }: World, contest: OpenContest, say: Say): Phrase {
  if (!contest.isStuck) return say('contest', { ...contest })
  return say('stuck', { ...contest, waitMicros: parameters['multiMaster.proposeTimeout'] })
}

function awayCaption({ world, away, online }: Standing, say: Say): Phrase {
  const instance = away[0]!
  const index = world.instances.findIndex(({ id }) => id === instance)
  const { status } = mmOf(world).writers[index]!
  const isStarting = world.instances[index]!.status === 'opening'
  const down = isStarting ? 'writerStarts' : 'writerDown'
  const key = status === 'recovery' ? 'writerRecovers' : down
  return say(key, { instance, online: online.length, others: online })
}

/** A transaction that only read, a moment ago, and told something about consistency. */
function latestRead(world: World): MmTransaction | null {
  const { ended } = mmOf(world)
  const last = ended[ended.length - 1]
  if (!last || last.writes.length > 0 || world.now - last.endedAt > readSpokenOfMicros) return null
  const isTelling = last.mode === 'REGIONAL_RAW' || last.seen.some(its => its.staleMicros > 0)
  return isTelling && last.seen.length > 0 ? last : null
}

function readCaption(world: World, { seen, mode, writer }: MmTransaction, say: Say): Phrase {
  const mm = mmOf(world)
  const stalest = seen.reduce((most, its) => (its.staleMicros > most.staleMicros ? its : most))
  const key = mode === 'REGIONAL_RAW' ? 'regionalRead' : 'staleRead'
  const row = stalest.row - mm.firstRow[tableOfRow(mm, stalest.row)]!
  const instance = world.instances[writer]!.id
  return say(key, { row, instance, staleMicros: stalest.staleMicros })
}

function oneSyncing(world: World): MmTransaction | undefined {
  return mmOf(world).transactions.find(({ serial, state }) => serial > 0 && state === 'syncing')
}

function hintOf({ world, away }: Standing, { key }: Phrase): Pick<Frame, 'hint' | 'glowing'> {
  const hint = (its: string, parameters: Phrase['parameters'] = {}) => ({
    key: `mm.hint.${its}`,
    parameters,
  })
  switch (key) {
    case 'mm.caption.inFlight':
    case 'mm.caption.staleBase':
    case 'mm.caption.noWinner':
      return { hint: hint('retry'), glowing: null }
    case 'mm.caption.writerDown':
      return { hint: hint('healWriter', { instance: away[0]! }), glowing: away[0]! }
    case 'mm.caption.allOnline':
      return { hint: hint('breakWriter'), glowing: world.instances[0]!.id }
    default:
      return { hint: hint('watch'), glowing: null }
  }
}
