/**
 * What happened at a point of a chart, and the numbers by which capacity and a promotion are
 * decided. Loaded with the panel that shows them.
 */
import { causeWord } from './chartWords.ts'
import { formatDollars } from './formatDollars.ts'
import type { Parameters, Sentences } from './template.ts'

const items: Record<string, string> = {
  compute: 'compute',
  storage: 'storage',
  io: 'I/O',
  backup: 'backup',
  minimum: 'the least that is billed',
}

const promotionOrder =
  'The open reader of the lowest tier is promoted, of several the largest; how far it lags does ' +
  'not decide. '

/** Each with its tier, and its size where that decided. */
function others({ others: ids, otherTiers, otherSizes, tier }: Parameters): string {
  const tiers = [otherTiers].flat()
  const sizes = [otherSizes].flat()
  return [ids]
    .flat()
    .map((id, place) => {
      const size = tiers[place] === tier ? `, ${sizes[place]} vCPUs` : ''
      return `${String(id)} has tier ${tiers[place]}${size}`
    })
    .join('; ')
}

function isNone(list: Parameters[string] | undefined): boolean {
  return [list ?? []].flat().length === 0
}

export const pointSentences: Sentences = {
  'why.point.commits':
    'In these {stretchMicros} {commits|commit that wrote was|commits that wrote were} answered, ' +
    'and {began|transaction|transactions} began.',
  'why.point.slowestOf': 'The slowest, transaction {transaction}, took {latencyMicros}.',
  'why.point.slowest':
    'The slowest of {commits|commit|commits} here took {latencyMicros}: transaction ' +
    '{transaction} of {application}.',
  'why.point.longest':
    'Here most of the time went by: {waitedMicros} of {ofMicros} lie between these two.',
  'why.point.noCommits': 'No commit was answered in these {stretchMicros}, because of this:',
  'why.point.nobodyAsked':
    'No commit was answered in these {stretchMicros}: no transaction began either.',
  'why.point.onlyRead':
    'Nothing was written in these {stretchMicros}: {onlyRead|transaction was|transactions were} ' +
    'answered, and only read.',
  'why.point.noneYet':
    'No commit was answered in these {stretchMicros}; {began|transaction|transactions} began.',
  'why.point.inForce': '{fault} at {target} was in force, since {sinceAt}.',
  'why.point.load': ({ thinkMicros }) =>
    '{application} asks with {sessions|session|sessions}' +
    (thinkMicros === 0
      ? ', one transaction right after the other.'
      : '; each thinks for {thinkMicros} between two transactions.'),
  'why.point.conflicts': ({ because }) =>
    `{conflicts|conflict|conflicts} in these {stretchMicros} (${causeWord(String(because))}). ` +
    'The first:',
  'why.point.noConflicts': ({ because }) =>
    `No conflict of this kind (${causeWord(String(because))}) in these {stretchMicros}.`,
  'why.point.served': '{application} was served all the time.',
  'why.point.down': ({ downMicros, stretchMicros }) =>
    downMicros === stretchMicros
      ? '{application} got no answers for all of these {stretchMicros}.'
      : '{application} got no answers for {downMicros} of these {stretchMicros}.',
  'why.point.notBack':
    'The cluster answers again; {application} has had no connection since {sinceAt}.',
  'why.point.cost': ({ total, added }) =>
    `The run has cost ${formatDollars(String(total))} by then, ` +
    `${formatDollars(String(added))} of it in these {stretchMicros}.`,
  'why.point.billed': ({ item, of, added, quantity, unit }) =>
    `${items[String(item)] ?? String(item)}${of === '' ? '' : ` of ${String(of)}`}: ` +
    `${formatDollars(String(added))} more; billed so far are ${String(quantity)} ${String(unit)}.`,
  'why.point.lag':
    'The latest that {instance} showed here, LSN {vdl}, was {lagMicros} behind the writer.',
  'why.point.lagCurve':
    'At {writes|write|writes} a second a reader lags by {curveMicros} as measured; what is more ' +
    'is the wait for its own queue or for the network.',
  'why.point.notApplied':
    '{instance} has applied nothing here: it has been behind for {behindMicros}.',
  'why.point.nothingToApply': '{instance} has applied all there is.',
  'why.point.behindWriter':
    '{instance} has yet to apply this change of {of}, which is {lagMicros} old.',
  'why.point.ahead':
    'The log of {instance} is {written} LSNs ahead of its safe point (VDL {vdl}); {complete} of ' +
    'them have no gap before them.',
  'why.point.allDurable': 'All that {instance} has written is durable, up to LSN {vdl}.',
  'why.point.tentative':
    'LSN {lsn} of {instance} waits for its verdict: change {proposal} of page {page}.',
  'why.point.capacity': ({ acu }) =>
    acu === 0
      ? '{instance} was asleep, with 0 ACU. What decided it last:'
      : '{instance} had {acu} ACU and needed {need}. What decided it last:',
  'why.scale.needs': ({ floor }) =>
    'CPU asks for {cpu} ACU, memory for {memory}, the network for {network}' +
    (Number(floor) > 0 ? '; {floor} are kept at least' : '') +
    ': the most counts.',
  'why.scale.grows':
    'The range of {min} to {max} ACU lets it grow to {target}: by {growthPpm} a second at ' +
    'most, and its allowance has {allowance} ACU left.',
  'why.scale.stays': 'That is what it has, within the range of {min} to {max} ACU.',
  'why.scale.shrinks':
    'It may fall to {target} ACU, in the range of {min} to {max}: need has been low for ' +
    '{lowMicros}, and capacity is held for {holdMicros}.',
  'why.scale.idle':
    '{instance} had no user connection for {pauseAfterMicros}, and nothing blocked it.',
  'why.scale.hotHost':
    'On {from} {reserved} of {hostSize} ACU are reserved; it counts as hot above {hotAt}.',
  'why.scale.v1Means':
    'Means of {windowMicros}: CPU {cpuPpm}, connections {connectionsPpm}. It goes up above ' +
    '{upCpuPpm} or {upConnectionsPpm}, and down below {downCpuPpm} and {downConnectionsPpm}.',
  'why.scale.v1Waits': ({ upLeftMicros, downLeftMicros, upOfMicros }) =>
    (upLeftMicros === 0
      ? upOfMicros === 0
        ? 'A step up never waits; '
        : 'A step up need not wait; '
      : 'A step up waits for {upLeftMicros} more; ') +
    (downLeftMicros === 0
      ? 'a step down need not wait.'
      : 'a step down waits for {downLeftMicros} of {downOfMicros} more.'),
  'why.promotion.silent':
    '{misses|heartbeat|heartbeats} of {heartbeatMicros} were missed: after {patienceMicros} of ' +
    'silence a writer counts as lost.',
  'why.promotion.chosen': given =>
    isNone(given.others)
      ? '{instance}, tier {tier}, was the only open reader.'
      : `${promotionOrder}{instance} has tier {tier}, {vcpus} vCPUs; ${others(given)}.`,
  'why.promotion.lag':
    '{instance} had shown LSN {vdl}, {lagMicros} behind; what it lacks stands in the shared ' +
    'volume.',
}
