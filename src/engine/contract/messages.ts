/**
 * Messages between actors over the simulated network. On the wire a message is a row of the
 * message table: kind, from, to, sentAt, arrivesAt and six numbers `a` to `f`, whose meaning
 * stands here. They may be lost, late or doubled, never altered.
 */

import type { MultiMasterMessages } from './multiMasterMessages.ts'

/** One entry a kind; the fields name what the numbers `a … f` carry, in that order. */
export interface Messages extends MultiMasterMessages {
  /**
   * Application → writer: run one transaction. a session, b attempt, c 1 = tell me that you are
   * there, since it opens a connection or has long heard nothing; d from a proxy, index of the
   * application.
   */
  Request: { session: number; attempt: number; wantsSign: number }
  /**
   * Writer → application. a session, b attempt, c outcome: 1 committed, 0 refused or connection
   * reset, 2 connected and at work; d transaction, 0 if none began, -1 too many connections, -2 a
   * proxy cannot tell.
   */
  Answer: { session: number; attempt: number; outcome: number; transaction: number }
  /**
   * Writer → segment: records of one group, oldest first (boxcar, 2018 §2.2). a group index,
   * b ordinal of the first record, c count along the group's chain, d volume epoch, e lowest
   * read point of the group (PGMRPL), f batch number.
   */
  WriteRedo: {
    group: number
    first: number
    count: number
    epoch: number
    lowestReadPoint: number
    batch: number
  }
  /**
   * Segment → writer: persisted. a group, b SCL, c volume epoch, d batch number, e 1 = stale
   * epoch, 2 = and a recovery has annulled what it brought
   */
  WriteAck: { group: number; scl: number; epoch: number; batch: number; isStale: number }
  /** Segment → writer: gossip raised the SCL. a group, b SCL, c volume epoch */
  SclReport: { group: number; scl: number; epoch: number }
  /**
   * Writer → segment. a group, b page, c the group's last LSN ≤ read point, d read number, e
   * epoch, f asked at
   */
  ReadPage: {
    group: number
    page: number
    point: number
    read: number
    epoch: number
    askedAt: number
  }
  /**
   * Segment → writer. a group, b page, c point, d read number, e 0 page, 1 not complete, 2 too
   * old, 3 stale epoch, 4 the page is damaged, f asked at
   */
  PageAnswer: {
    group: number
    page: number
    point: number
    read: number
    refusal: number
    askedAt: number
  }
  /**
   * Segment → peer of its group: this is my SCL. a group, b SCL, c volume epoch, d 1 = answer
   * wanted
   */
  Gossip: { group: number; scl: number; epoch: number; wantsAnswer: number }
  /**
   * Segment → peer: the records you lack. a group, b above this LSN, c up to this LSN, d volume
   * epoch
   */
  GossipRecords: { group: number; above: number; upTo: number; epoch: number }
  /** Opening writer → segment: promise to refuse lower epochs, tell your SCL. a group, b epoch */
  ScanScl: { group: number; epoch: number }
  /**
   * Segment → opening writer. a group, b epoch, c SCL, d highest LSN held without regard to gaps
   */
  SclPromise: { group: number; epoch: number; scl: number; highest: number }
  /**
   * Opening writer → segment: annul what lies above. a group, b epoch, c above this LSN, d up to
   * this LSN
   */
  Truncate: { group: number; epoch: number; above: number; upTo: number }
  /** Segment → opening writer: range and epoch are on disk. a group, b epoch, c SCL */
  TruncateAck: { group: number; epoch: number; scl: number }
  /**
   * Single-master, writer → reader: redo (2017 §4.2.4). a first ordinal, b count, c VDL, d volume
   * epoch
   */
  RedoStream: { first: number; count: number; vdl: number; epoch: number }
  /** Reader → writer: nothing below this VDL is read here any more (2018 §3.4). a LSN */
  ReadPoint: { lowest: number }
  /**
   * Segment → peer of its group: my copy of this page is damaged, give me yours. a group, b page,
   * c LSN up to which I have collected, d volume epoch
   */
  AskPage: { group: number; page: number; collected: number; epoch: number }
  /** Peer → segment. a group, b page, c SCL of the giver, d volume epoch, e 1 = I cannot */
  GivePage: { group: number; page: number; scl: number; epoch: number; isRefused: number }
  /**
   * Writer → member: the members of this group change; write the new epoch down. a group, b new
   * membership epoch, c volume epoch
   */
  ChangeMembers: { group: number; membershipEpoch: number; epoch: number }
  /** Member → writer: it is on disk. a group, b membership epoch, c volume epoch */
  MembersChanged: { group: number; membershipEpoch: number; epoch: number }
  /**
   * Member → whoever asked with a membership epoch that is over: ask again with this one. a group,
   * b membership epoch, c number of the batch, d number of the read; 0 = none
   */
  StaleMembers: { group: number; membershipEpoch: number; batch: number; read: number }
  /** New member → peer: give me a part of your pages and log. a group, b part, from 0 on */
  AskPart: { group: number; part: number }
  /** Peer → new member. a group, b part, c SCL of the giver with the last part, else 0 */
  GivePart: { group: number; part: number; scl: number }
  /**
   * Console → instance: a typed statement. a session index, b number of the statement, c number of
   * the connection, d 0 run it, 1 open a connection for it, 2 are you still there?
   */
  Statement: { session: number; statement: number; connection: number; wish: number }
  /**
   * Instance → console. a session index, b number of the statement, c number of the connection, d
   * 0 answered, 1 answered with an error, 2 connected or still at work, 3 refused or reset
   */
  StatementResult: { session: number; statement: number; connection: number; outcome: number }
  /** Application → instance, by SQL: do you answer? a number of the check */
  HealthCheck: { check: number }
  /** Instance → application. a number of the check, b 1 = it does, 0 = refused */
  HealthAnswer: { check: number; isWell: number }
  /** Application → proxy: a request, as `Request`. */
  ProxyRequest: { session: number; attempt: number; wantsSign: number }
  /** Writer → proxy: an answer, as `Answer`; e index of the application that asked. */
  ProxyAnswer: {
    session: number
    attempt: number
    outcome: number
    transaction: number
    application: number
  }
}

export type MessageKind = keyof Messages

/**
 * The number of each kind on the wire; stable, since frames carry it. Types only: engine and page
 * each write the values down once and the compiler holds them to these.
 */
export interface MessageNumbers {
  Request: 1
  Answer: 2
  WriteRedo: 3
  WriteAck: 4
  SclReport: 5
  ReadPage: 6
  PageAnswer: 7
  Gossip: 8
  GossipRecords: 9
  ScanScl: 10
  SclPromise: 11
  Truncate: 12
  TruncateAck: 13
  Propose: 14
  Vote: 15
  Finalize: 16
  Redo: 17
  Applied: 18
  GrawProbe: 19
  GrawReply: 20
  RecoverScan: 21
  RecoverAnswer: 22
  RecoverTruncate: 23
  DdlForward: 24
  DdlFence: 25
  DdlDone: 26
  RedoStream: 27
  ReadPoint: 38
  AskPage: 34
  GivePage: 35
  ChangeMembers: 28
  MembersChanged: 29
  StaleMembers: 30
  AskPart: 31
  GivePart: 32
  Statement: 39
  StatementResult: 40
  AskVerdict: 41
  TellVerdict: 42
  ReadEnds: 43
  TellEnds: 44
  HealthCheck: 45
  HealthAnswer: 46
  ProxyRequest: 47
  ProxyAnswer: 48
  Escalate: 49
  Ruling: 50
}

/** Kinds that only some clusters send; the mechanism that sends them also receives them. */
export type MechanismMessageKind =
  | 'ScanScl'
  | 'SclPromise'
  | 'Truncate'
  | 'TruncateAck'
  | 'Propose'
  | 'Vote'
  | 'Finalize'
  | 'Redo'
  | 'Applied'
  | 'GrawProbe'
  | 'GrawReply'
  | 'RecoverScan'
  | 'RecoverAnswer'
  | 'RecoverTruncate'
  | 'DdlForward'
  | 'DdlFence'
  | 'DdlDone'
  | 'RedoStream'
  | 'ReadPoint'
  | 'AskPage'
  | 'GivePage'
  | 'ChangeMembers'
  | 'MembersChanged'
  | 'StaleMembers'
  | 'AskPart'
  | 'GivePart'
  | 'Statement'
  | 'StatementResult'
  | 'AskVerdict'
  | 'TellVerdict'
  | 'ReadEnds'
  | 'TellEnds'
  | 'HealthCheck'
  | 'HealthAnswer'
  | 'ProxyRequest'
  | 'ProxyAnswer'
  | 'Escalate'
  | 'Ruling'
