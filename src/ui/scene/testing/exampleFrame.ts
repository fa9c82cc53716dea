/** Frames made by hand for the tests of the scene: a healthy cluster and ways to spoil it. */
import type {
  ApplicationView,
  Frame,
  GroupView,
  InstanceView,
  Light,
  RecordView,
  SegmentView,
} from '../../../engine/contract/frame.ts'

const zoneLetters = ['a', 'b', 'c']
const at = 218_000
const allSix = 0b111111
export const exampleWindow = { firstLsn: 840, count: 14, older: 826 }

interface ExampleOptions {
  groups?: number
  nodesPerZone?: number
  writerZone?: string
  applications?: number
  readers?: number
}

function exampleRecord(lsn: number, heldBy: number): RecordView {
  return {
    lsn,
    page: lsn % 7,
    transaction: Math.ceil(lsn / 3),
    isConsistencyPoint: lsn % 3 === 0,
    isCommit: lsn % 3 === 0,
    heldBy,
    state: heldBy.toString(2).replaceAll('0', '').length >= 4 ? 'durable' : 'inFlight',
    writtenAt: at - (exampleWindow.firstLsn + exampleWindow.count - lsn) * 900,
  }
}

function exampleSegment(group: number, bit: number, node: string): SegmentView {
  const lastHeld = [853, 853, 853, 851, 852, 851][bit] ?? 853
  return {
    id: `pg${group}/${node.slice('node-'.length)}`,
    node,
    zone: `az-${node.charAt('node-'.length)}`,
    scl: bit === 3 ? 850 : lastHeld,
    isReachable: true,
    isComplete: bit !== 3,
    holes: bit === 3 ? 1 : 0,
    behind: 853 - lastHeld,
    readLatencyMicros: 900,
  }
}

/** Newest first three are still on their way to some; copy 3 has a hole. */
function exampleRecords(): RecordView[] {
  const { firstLsn, count } = exampleWindow
  const held = [0b000111, 0b010111, 0b111111 ^ 0b001000]
  return Array.from({ length: count }, (_, index) => {
    const fromTop = count - 1 - index
    return exampleRecord(firstLsn + index, held[fromTop] ?? allSix)
  }).map(record => (record.lsn === 851 ? { ...record, heldBy: 0b110111 } : record))
}

function nodeName(zone: number, place: number): string {
  return `node-${zoneLetters[zone]}${place}`
}

/** Group g lives on the places 2g-1 and 2g of each zone, wrapping around. */
function exampleGroup(group: number, nodesPerZone: number): GroupView {
  const places = [0, 1].map(k => (((group - 1) * 2 + k) % nodesPerZone) + 1)
  const nodes = [0, 1, 2].flatMap(zone => places.map(place => nodeName(zone, place)))
  const expression = { kind: 'atLeast', members: [0, 1, 2, 3, 4, 5] } as const
  return {
    id: `pg${group}`,
    segments: nodes.map((node, bit) => exampleSegment(group, bit, node)),
    records: exampleRecords(),
    olderCount: exampleWindow.older,
    pgcl: 852,
    lastLsn: 853,
    writeQuorum: { expression: { ...expression, count: 4 }, reachable: allSix, isMet: true },
    readQuorum: { expression: { ...expression, count: 3 }, reachable: allSix, isMet: true },
    carriesPgcl: 0b010111,
    holdsBack: group === 1,
  }
}

function exampleInstance(id: string, zone: string): InstanceView {
  return {
    id,
    zone,
    role: id.startsWith('w') ? 'writer' : 'reader',
    status: 'open',
    cpuPpm: 340_000,
    queued: 0,
    parkedCommits: 1,
    oldestParkedAt: at - 1_100,
    opening: null,
    cachedPages: 512,
    bufferPoolPages: 512,
  }
}

function exampleApplication(index: number): ApplicationView {
  return {
    id: ['shop', 'reports', 'billing'][index] ?? `app${index}`,
    on: 'w1',
    sessions: 2,
    thinking: 1,
    waiting: 1,
    reconnecting: 0,
    oldestWaitingAt: at - 900,
    lastLatencyMicros: 2_140,
    lastAnswerAt: at - 4_000,
    answered: 61,
    lost: 0,
    lastError: null,
    route: 'instance',
    errors: 0,
    retried: 0,
    downMicros: 0,
    feels: 'answered',
  }
}

function exampleNodes(groups: GroupView[], nodesPerZone: number): Frame['nodes'] {
  return zoneLetters.flatMap((letter, zone) =>
    Array.from({ length: nodesPerZone }, (_, place) => {
      const id = nodeName(zone, place + 1)
      const segments = groups.flatMap(group =>
        group.segments.filter(({ node }) => node === id).map(segment => segment.id),
      )
      const isSpare = segments.length === 0
      const power = { isUp: true, slowFactor: 1, isReachable: true }
      return { id, zone: `az-${letter}`, ...power, isSpare, segments }
    }),
  )
}

function light(key: string): Light {
  return { state: 'on', phrase: { key, parameters: {} } }
}

const exampleVolume = {
  epoch: 1,
  vcl: 852,
  vdl: 852,
  highestLsn: 853,
  allocationLimit: 100_852,
  lowestReadPoint: 849,
  truncations: [],
}

const exampleOutcome = {
  lights: {
    dataSafe: light('light.data.safe'),
    commits: light('light.commits.on'),
    reads: light('light.reads.on'),
  },
  caption: { key: 'caption.allSix', parameters: {} },
  hint: { key: 'hint.clickGlowing', parameters: {} },
  lawsBroken: 0,
  multiMaster: null,
  sql: null,
  serverless: null,
  failover: null,
  membership: null,
  pipeline: null,
  undo: null,
  totals: { committed: 61, lost: 0, resent: 0, hedged: 0, messages: 900 },
}

/** A healthy cluster in mid-flight, by default the opening: one group, three nodes a zone. */
export function exampleFrame(options: ExampleOptions = {}): Frame {
  const { groups = 1, nodesPerZone = 3, writerZone = 'az-b', applications = 1 } = options
  const groupViews = Array.from({ length: groups }, (_, k) => exampleGroup(k + 1, nodesPerZone))
  const readers = Array.from({ length: options.readers ?? 0 }, (_, k) => `r${k + 1}`)
  const nodes = exampleNodes(groupViews, nodesPerZone)
  const applicationViews = Array.from({ length: applications }, (_, k) => exampleApplication(k))
  return {
    at,
    events: 5_012,
    cluster: { edition: 'mysql', topology: 'single-master' },
    actors: [
      ...nodes.map(({ id }) => id),
      'w1',
      ...readers,
      ...applicationViews.map(({ id }) => id),
    ],
    zones: zoneLetters.map(letter => ({ id: `az-${letter}`, isOut: false })),
    nodes,
    groups: groupViews,
    volume: structuredClone(exampleVolume),
    instances: [
      exampleInstance('w1', writerZone),
      ...readers.map((id, k) => exampleInstance(id, `az-${zoneLetters[k % 3]}`)),
    ],
    applications: applicationViews,
    glowing: 'node-c2',
    links: [],
    faults: [],
    ...structuredClone(exampleOutcome),
  }
}
