/**
 * Ids as people say them: `az-c` → zone c, `node-a1` → node a1, `AzOutage` → zone outage,
 * `InjectFault` → break.
 */

const said: Readonly<Record<string, string>> = {
  NodeCrash: 'node crash',
  InstanceCrash: 'instance crash',
  AzOutage: 'zone outage',
  LinkCut: 'cut link',
  SlowNode: 'slow node',
  PacketLoss: 'lost messages',
  NodeLoss: 'loss of a node',
  HotNode: 'hot node',
  SlowDisk: 'slow disk',
  DiskCongestion: 'congested disk',
  DiskFailure: 'failing disk',
  PageCorruption: 'damaged page',
  ZoneIsolation: 'zone cut off',
  RollingPatch: 'rolling patch',
  DispatcherCrash: 'dispatcher crash',
  ReplicaFailure: 'blocked reader',
  volume: 'the volume',
  reader: 'a reader',
  'node-or-segment': 'a storage node or a copy',
  'volume-or-az': 'the volume or a zone',
  network: 'the network',
  az: 'a zone',
  node: 'a storage node',
  instance: 'an instance',
  link: 'a link',
  'link-or-network': 'a link or the network',
  loss: 'the network lost it',
  cut: 'the link was cut',
  receiverDown: 'the receiver had no power',
  resend: 'a resend',
  late: 'a late message',
  InjectFault: 'break',
  HealFault: 'heal',
  HealAll: 'heal everything',
  SetWorkload: 'change the work',
  SetPlacement: 'change the writer',
  SetReadMode: 'change the read mode',
  RunTransaction: 'run a transaction',
  RunDdl: 'change the definition',
  RunSql: 'run SQL',
  SetDemand: 'change the demand',
  ReplaceSegment: 'replace',
  ChangeQuorum: 'change the quorum',
  SetCapacityRange: 'change the range of capacity',
}

const plain: [RegExp, string][] = [
  [/^az-([a-z])$/, 'zone $1'],
  [/^node-([a-z]\d+)$/, 'node $1'],
  [/^pg1\/([a-z]\d+)$/, 'copy $1'],
  [/^(pg\d+)\/([a-z]\d+)$/, 'copy $2 of $1'],
  [/^([wr]\d+)$/, '$1'],
  [/^proposal:(\d+)$/, 'change $1'],
  [/^transaction:(\d+)$/, 'transaction $1'],
  [/^message:(\d+)$/, 'message $1'],
]

function nameOne(id: string): string {
  if (Object.hasOwn(said, id)) return said[id] ?? id
  const match = plain.find(([pattern]) => pattern.test(id))
  return match === undefined ? id : id.replace(match[0], match[1])
}

/** Also links: `w1>node-b1` → w1 to node b1, `az-a<>az-b` → zone a and zone b. */
export function namePlace(id: string): string {
  if (id.includes('<>')) return id.split('<>').map(nameOne).join(' and ')
  return id.split('>').map(nameOne).join(' to ')
}
