/** Facts, reasons and captions of a change of members. */
import type { Sentences } from './template.ts'

const suspicions: Record<string, string> = {
  silent: 'nothing was heard of its node for {silentMicros}',
  hot: 'its node is overloaded',
  asked: 'somebody asked for it',
}

const changes: Record<string, string> = {
  join:
    '{joined} joins. A write now needs a write set of the old six and one of the new six; a read ' +
    'needs one of either',
  settle: '{joined} has all it needs and stays; {left} leaves',
  rollBack: 'the old copy is heard again, or the new one is not: {left} leaves',
  rebuild:
    '{left} is made anew as {joined}, although no write set is left. How Aurora does that is not ' +
    'published',
  threeOfFour: 'a zone is lost for long: from now on three of the other four copies are enough',
  fourOfSix: 'the zone is back: four of six again',
}

function named(table: Record<string, string>, key: unknown): string {
  return table[String(key)] ?? String(key)
}

export const memberSentences: Sentences = {
  'fact.MemberSuspected': ({ because }) =>
    `{segment} is to be replaced: ${named(suspicions, because)}.`,
  'fact.MembershipChanged': ({ change }) =>
    `{group}, membership epoch {epoch}: ${named(changes, change)}.`,
  'fact.SegmentHydrated':
    '{segment} has everything up to LSN {scl} after {tookMicros}, and counts from now on.',
  'fact.DiskLost': '{node} is lost for good, with all that {segments} had on disk.',
  'fact.VolumeGrew':
    'The last protection group is full: the volume adds {group}. It has {groups~} now, and the ' +
    'geometry epoch is {geometryEpoch}.',
  'fact.MembersRefused':
    '{segment} refused a request of membership epoch {carried}; the present one is {epoch}. It ' +
    'is asked again.',
  'fact.PartReceived': '{segment} got part {part} of {parts} of its pages and log from {from}.',

  'reason.membersAreFixed': 'With several writers the six copies of a group stay who they are.',
  'reason.unknownSegment': 'There is no copy {segment}.',
  'reason.unknownNode': 'There is no storage node {node}.',
  'reason.runsAsThreeOfFour': '{group} runs as 3 of 4: change it to 4 of 6 first.',
  'reason.runsAsFourOfSix': '{group} runs as 4 of 6 already.',
  'reason.membersAreChanging': 'Members of {group} are being changed: wait until that is done.',
  'reason.isBeingReplaced': '{segment} is being replaced already.',
  'reason.twoAreReplaced': 'Two members of {group} are being replaced already, which is the most.',
  'reason.noReadSet':
    'Fewer copies of {group} are left than a read set needs: there is nothing to rebuild from.',
  'reason.noWriteSet':
    '{segment} runs, and without a write set of {group} no member can be exchanged; only a ' +
    'silent one can be made anew.',
  'reason.noHost': 'No node of {zone} is free for another copy.',
  'reason.cannotHost':
    '{node} cannot host it: it must run in {zone} and have no copy of the group.',
  'reason.unknownModel': 'There is no quorum model {model}: 3/4 or 4/6.',
  'reason.onlyUniformSix': 'Only six copies of one kind can run as 3 of 4.',
  'reason.noZoneIsLost':
    'No zone is lost: just the two copies of one zone of {group} must be silent, and {silent} are.',
  'reason.noWriteSetForModel':
    'The change is itself a write, and no write set of {group} is within reach of a writer.',
  'reason.notFourAnswer': 'Four copies of {group} must answer, and {reachable} do.',
  'reason.notHeldByThree':
    'Three of the four copies of {group} must have everything up to LSN {lsn}, and {held} have. ' +
    'Otherwise a read of two could miss it.',
  'reason.zoneIsStillOut': '{segments} are still silent.',

  'caption.joining':
    'Copy {leaving} ({segment}) is to be replaced. The change of members is a write: it counts ' +
    'when a write set has it on disk. Commits go on.',
  'caption.hydrating': ({ inMicros }) =>
    'Copy {joining} on {node} gets pages and log from a peer: {sharePpm}' +
    `${Number(inMicros) > 0 ? ', {inMicros} to go' : ''}. Until then both memberships hold, with ` +
    '{leaving} and with {joining}, and commits go on.',
  'caption.settling':
    'Copy {joining} on {node} has all it needs. One more epoch, and {leaving} leaves the group.',
  'caption.rollingBack':
    'The change is taken back: one more epoch, and {joining} leaves. Nothing was thrown away.',
  'caption.rebuilding':
    'No write set is left, but a read set is: copy {joining} is made anew on {node} from its ' +
    'peers, {sharePpm} done. How Aurora does this is not published.',
  'caption.volumeGrew':
    'The volume has {groups~} groups, geometry epoch {geometryEpoch}. Each was full when the ' +
    'next was added; new rows go to {group}, and nobody waits for it.',
  'hint.emptyNode':
    'Click {node} to put an empty node in its place: its copy is made anew from its peers.',
  'hint.watchGrowth': 'Watch the groups below the stage: when the last is full, one more appears.',
  'caption.threeOfFour':
    '{group} runs as 3 of 4: a zone has long been lost, and now one more copy may fail. ' +
    '{segments} count again when the zone is back.',

  'law.membersKeepWhatIsDurable':
    '{group}: a read set of members that count misses LSN {lsn}, which is durable.',
}
