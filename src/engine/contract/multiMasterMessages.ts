/**
 * Messages of several writers: proposals and verdicts, redo to each other, and what is asked when
 * one has died. Fields name the numbers `a … f`, as in `Messages`.
 */

export interface MultiMasterMessages {
  /**
   * Writer → each of the six segments of a protection group: may these page changes
   * follow their bases? a group index, b proposal number, c page, d base version, e LSN in the
   * writer's own space, all of the first page that lies there; f its epoch
   */
  Propose: {
    group: number
    proposal: number
    page: number
    base: number
    lsn: number
    epoch: number
  }
  /**
   * Segment → writer. a group, b proposal, c 1 = yes, d version that the segment holds, e proposal
   * in flight there (0 none), f why not: 0 yes, 1 in flight, 2 stale base, 3 stale epoch, and 8 ×
   * the place of the page refused among those that lie there
   */
  Vote: {
    group: number
    proposal: number
    isYes: number
    version: number
    holder: number
    refusal: number
  }
  /**
   * Writer → segment. a group, b proposal, c 1 commit, 0 cancel; d page, e next version, f LSN, of
   * the first page that lies there
   */
  Finalize: {
    group: number
    proposal: number
    isCommit: number
    page: number
    next: number
    lsn: number
  }
  /**
   * Writer → peer, after a group was accepted. a place in the origin's stream, b its first page (-1
   * = mark only), c base version, d transaction, e mark: 0 change, 1 commit, 2 rolled back; f LSN
   * of the origin
   */
  Redo: {
    place: number
    page: number
    base: number
    transaction: number
    mark: number
    lsn: number
  }
  /** Peer → writer: applied up to here. a place in the stream, b LSN of the origin */
  Applied: { place: number; lsn: number }
  /** `REGIONAL_RAW`, writer → peer: how far are you? a probe number */
  GrawProbe: { probe: number }
  /** Peer → writer. a probe number, b place in its stream that is durable, c its LSN */
  GrawReply: { probe: number; place: number; lsn: number }
  /** Restarted writer → segment: tell what you hold of my log. a group, b writer epoch */
  RecoverScan: { group: number; epoch: number }
  /** Segment → restarted writer. a group, b writer epoch, c highest LSN of that writer it holds */
  RecoverAnswer: { group: number; epoch: number; highest: number }
  /** Restarted writer → segment: annul my records above. a group, b epoch, c above, d up to */
  RecoverTruncate: { group: number; epoch: number; above: number; upTo: number }
  /** Any writer → the owner of DDL. a table, b statement number */
  DdlForward: { table: number; statement: number }
  /** Owner of DDL → all writers: read-only from now, cut who uses it. a table, b statement */
  DdlFence: { table: number; statement: number }
  /** Writer → owner (it has the change) and owner → asker (all have it). a table, b statement */
  DdlDone: { table: number; statement: number }
  /** Member → member, its writer being gone: what of this change? a group, b proposal */
  AskVerdict: { group: number; proposal: number }
  /**
   * Member → member. a group, b proposal, c 0 nothing known of it, 1 yes and on disk, 2 another
   * one in flight, 3 newer version here, 4 final here, 5 cancelled
   */
  TellVerdict: { group: number; proposal: number; knows: number }
  /** Writer → segment: which ends of that writer's transactions are here? a group, b writer */
  ReadEnds: { group: number; writer: number }
  /** Segment → writer. a group, b writer */
  TellEnds: { group: number; writer: number }
  /**
   * With an arbiter, writer → the lowest one online: nobody wins this page. a proposal,
   * b page, c base version, d the lowest of the proposals that contend for it
   */
  Escalate: { proposal: number; page: number; base: number; lowest: number }
  /** Arbiter → writer. a proposal that is spoken to, b proposal that wins */
  Ruling: { proposal: number; winner: number }
}
