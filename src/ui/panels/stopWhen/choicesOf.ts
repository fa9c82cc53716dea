/** The words that a field of a fact may have, with what they mean; held to the contract. */
import type { FactKey, Facts } from '../../../engine/contract/facts.ts'

type Member<Value> = Value extends readonly (infer Each)[] ? Each : Value
type Words<Value> = Partial<Record<Extract<Member<Value>, string>, string>>
type Choices = { [K in FactKey]?: { [F in keyof Facts[K]]?: Words<Facts[K][F]> } }

const conflicts = {
  inFlight: 'another change was in flight',
  staleBase: 'storage held a newer version',
  noWinner: 'nobody won',
  rowOwned: 'another writer owned the row',
}

const wishes = {
  connections: 'connections ran out',
  low: 'CPU and connections were low',
  command: 'an operator asked',
  maintenance: 'maintenance',
}

const choices = {
  CommitsStalled: { because: { noWriteQuorum: 'no write quorum', noWriter: 'no writer' } },
  TransactionRolledBack: {
    cause: {
      ...conflicts,
      deadlock: 'two of one writer waited for each other',
      lockTimeout: 'a lock was waited for too long',
    },
  },
  ProposalRefused: { cause: conflicts },
  WriterStatusChanged: {
    status: { online: 'online', recovery: 'in recovery', offline: 'offline' },
  },
  CapacityChanged: {
    because: {
      cpu: 'CPU binds',
      memory: 'memory binds',
      network: 'the network binds',
      floor: 'a feature needs it',
      range: 'the range was changed',
      hold: 'need was low for long enough',
      idle: 'nothing needs it',
      resume: 'it woke up',
      ...wishes,
    },
  },
  SearchBegan: { because: { cpu: 'CPU was above its limit', ...wishes } },
  SearchEnded: {
    action: {
      rollback: 'rolled back',
      force: 'forced',
      cancel: 'given up after its attempts',
      abandon: 'given up for a pause',
    },
  },
  PauseBlocked: {
    because: {
      minAboveZero: 'minimum above zero',
      userConnections: 'open connections',
      readerAwake: 'a reader is awake',
      provisioned: 'a provisioned instance',
      proxy: 'RDS Proxy',
      patching: 'a patch',
      logicalReplication: 'logical replication',
      binlogReplication: 'binlog replication',
      globalPrimary: 'primary of a global database',
      globalSecondary: 'secondary of a global database',
      zeroEtl: 'zero-ETL',
      babelfish: 'a Babelfish connection',
    },
  },
  ResumeBegan: {
    because: {
      connection: 'a connection',
      command: 'a command',
      promotion: 'a promotion',
      wrongPassword: 'a wrong password',
      dataApi: 'a Data API call',
      parameterGroup: 'a parameter group',
      readLogs: 'reading logs',
      backtrack: 'a backtrack',
      clone: 'a clone',
      upgrade: 'an upgrade',
      snapshot: 'a snapshot',
    },
  },
  MigrationBegan: { because: { heat: 'a hot host', chance: 'no room on the host' } },
  ClusterStarting: { because: { command: 'a command', sevenDays: 'seven days' } },
  CallAnswered: {
    answer: { done: 'done', refused: 'refused', resuming: 'resuming', stopped: 'stopped' },
  },
  EndpointMoved: { endpoint: { cluster: 'cluster endpoint', reader: 'reader endpoint' } },
  RecordsRefused: { because: { staleEpoch: 'old epoch', annulled: 'annulled by recovery' } },
  HoleFilled: { by: { gossip: 'gossip', resend: 'a resend', late: 'a late message' } },
  ReadRefused: {
    because: {
      notComplete: 'not complete',
      tooOld: 'version gone',
      staleEpoch: 'old epoch',
      corrupt: 'damaged page',
    },
  },
  ProposalSent: {
    reason: {
      user: 'a transaction asks',
      rollback: 'a change is undone',
      purge: 'old versions are purged',
      ddl: 'a table’s definition changes',
    },
  },
  VoteGiven: {
    refusal: {
      inFlight: 'another change in flight',
      staleBase: 'newer version here',
      staleEpoch: 'old epoch',
      '': 'none: it said yes',
    },
  },
  CorruptionFound: { by: { scrub: 'its own check', read: 'a read', peer: 'a peer' } },
  MemberSuspected: {
    because: { silent: 'its node is silent', hot: 'its node is hot', asked: 'somebody asked' },
  },
  MembershipChanged: {
    change: {
      join: 'a new copy joins',
      settle: 'the new copy stays',
      rollBack: 'the old copy stays',
      rebuild: 'a copy is built again',
      threeOfFour: 'three of four from now on',
      fourOfSix: 'four of six again',
    },
  },
  MessageDropped: {
    because: { loss: 'the network lost it', cut: 'cut link', receiverDown: 'receiver down' },
  },
} satisfies Choices

/** Null when the field holds no words of a closed list. */
export function choicesOf(fact: FactKey, field: string): Record<string, string> | null {
  const fields = (choices as Partial<Record<FactKey, Record<string, Record<string, string>>>>)[fact]
  return fields?.[field] ?? null
}
