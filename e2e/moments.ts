/**
 * Moments of built-in stories, chosen so that together they show all that the stage can: pictures
 * are made of them, the scene is kept as text at each, and the numbers of stage, panels, charts
 * and bill are held against each other.
 */
import type { Scenario } from '../src/engine/contract/scenario.ts'

export interface Moment {
  /** A stable name, also of files. */
  name: string
  /** What is to be seen. */
  title: string
  /** The name of a story, or a cluster of its own. */
  story: string | Scenario
  /** Model time, as a person writes it. */
  at: string
  /** What the address asks for besides the story. */
  query?: string
  /** Through whose eyes the stage is seen. */
  eyes?: string
}

const account = {
  name: 'account',
  columns: ['id int primary key', 'balance int'],
  rows: 6_400,
  rowsPerPage: 8,
}

const shop = {
  id: 'shop',
  kind: 'sessions' as const,
  on: 'cluster',
  sessions: 12,
  think: '6ms',
  transaction: { reads: 1, writes: 1 },
  keys: { table: 'account', pattern: 'uniform' as const },
}

const calm = { version: 1 as const, tables: [account], workload: [shop], until: '1s' }

const sixteenGroups: Scenario = {
  ...calm,
  name: 'sixteen-groups',
  title: 'Sixteen protection groups',
  question: 'A volume of sixteen protection groups: whom does a lost copy of each hurt?',
  tags: ['protection groups'],
  seed: 201,
  cluster: {
    instances: [{ id: 'w1', az: 'b', class: 'db.r5.4xlarge' }],
    volume: { protectionGroups: 16 },
  },
  script: [{ at: '20ms', do: 'InjectFault', fault: 'NodeCrash', target: 'node-b2' }],
}

const readerZones = ['a', 'b', 'c'] as const

const fifteenReaders: Scenario = {
  ...calm,
  name: 'fifteen-readers',
  title: 'Fifteen readers',
  question: 'Fifteen readers follow one writer: how far behind is each?',
  tags: ['readers'],
  seed: 202,
  cluster: {
    instances: [
      { id: 'w1', az: 'b', class: 'db.r5.large' },
      ...Array.from({ length: 15 }, (_, k) => ({
        id: `r${k + 1}`,
        az: readerZones[k % 3] ?? 'a',
        role: 'reader' as const,
        class: 'db.r5.large',
        tier: 1,
      })),
    ],
    volume: { protectionGroups: 1 },
  },
  script: [{ at: '100ms', do: 'InjectFault', fault: 'InstanceCrash', target: 'r4' }],
}

export const moments: readonly Moment[] = [
  {
    name: 'opening',
    title: 'Six copies, the first commits',
    story: 'four-of-six',
    at: '13.2ms',
  },
  {
    name: 'az-plus-one',
    title: 'A zone and one more: commits wait, pages are read',
    story: 'az-plus-one',
    at: '60ms',
  },
  {
    name: 'commits-resume',
    title: 'A fourth copy is back: commits go on',
    story: 'az-plus-one',
    at: '401.5ms',
  },
  {
    name: 'slow-tail',
    title: 'One slow copy, a page read asked twice',
    story: 'slow-tail',
    at: '22.9ms',
  },
  {
    name: 'hole',
    title: 'A copy with a hole, before gossip fills it',
    story: 'hole-and-gossip',
    at: '40ms',
  },
  {
    name: 'new-member',
    title: 'A copy is replaced: the new one fills',
    story: 'a-new-member',
    at: '6s',
  },
  {
    name: 'promotion',
    title: 'The writer is lost, a reader takes over',
    story: 'promote-a-replica',
    at: '12s',
  },
  {
    name: 'proxy-first',
    title: 'After the failover: the proxy has switched, the name has not',
    story: 'proxy-or-name',
    at: '24.5s',
  },
  {
    name: 'new-engine',
    title: 'A zero-downtime patch holds the connections',
    story: 'new-engine',
    at: '1.5s',
  },
  {
    name: 'readers-behind',
    title: 'Two readers, one cut off from the stream',
    story: 'readers-behind',
    at: '200ms',
  },
  {
    name: 'page-conflict',
    title: 'Two writers change one page: storage answers',
    story: 'who-wins-a-page',
    at: '11.7ms',
  },
  {
    name: 'split-vote',
    title: 'A zone is out, the votes are split: nobody wins',
    story: 'nobody-wins',
    at: '40ms',
  },
  {
    name: 'four-writers',
    title: 'Four writers take turns with the same pages',
    story: 'dealt-among-four',
    at: '120ms',
  },
  {
    name: 'regional-read',
    title: 'REGIONAL_RAW: a read waits for the other writer',
    story: 'read-it-over-there',
    at: '22ms',
  },
  {
    name: 'lock-wait',
    title: 'One session waits for the row of another',
    story: 'two-consoles',
    at: '600ms',
    query: '?panel=rows',
  },
  {
    name: 'old-version',
    title: 'A long read at a reader sees the old version',
    story: 'long-read-at-a-reader',
    at: '701ms',
  },
  {
    name: 'v1-search',
    title: 'Serverless v1 looks for a scaling point, a clerk is in the way',
    story: 'v1-blocked',
    at: '200s',
  },
  {
    name: 'v1-switch',
    title: 'Serverless v1 switches to another host',
    story: 'v1-steps-up',
    at: '151.5s',
  },
  {
    name: 'v2-growing',
    title: 'Serverless v2 grows after demand',
    story: 'flash-sale',
    at: '70s',
    query: '?panel=capacity',
  },
  {
    name: 'v2-holding',
    title: 'Serverless v2 holds before it shrinks',
    story: 'flash-sale',
    at: '380s',
  },
  {
    name: 'v2-paused',
    title: 'Serverless v2 sleeps',
    story: 'asleep-until-called',
    at: '1h',
  },
  {
    name: 'v2-resuming',
    title: 'The first call wakes it',
    story: 'asleep-until-called',
    at: '7205s',
  },
  {
    name: 'migration',
    title: 'Into serverless: the new instance takes over',
    story: 'into-serverless',
    at: '320s',
  },
  {
    name: 'sixteen-groups',
    title: 'Sixteen protection groups, a node lost',
    story: sixteenGroups,
    at: '40ms',
  },
  {
    name: 'fifteen-readers',
    title: 'Fifteen readers, one of them down',
    story: fifteenReaders,
    at: '300ms',
  },
  {
    name: 'eyes-of-the-writer',
    title: 'What the writer knows while a copy is unreachable',
    story: 'one-cut-link',
    at: '60ms',
    query: '?panel=knowledge',
    eyes: 'w1',
  },
  {
    name: 'compared',
    title: 'Beside two of three',
    story: 'az-plus-one',
    at: '30ms',
    query: '?panel=compare&with=twoOfThree',
  },
]
