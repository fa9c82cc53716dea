/** Multi-Master as the core meets it: what it receives, its timers, its verbs and its picture. */
import { eventKind } from '../eventKind.ts'
import type { Mechanism } from '../mechanism.ts'
import { receiveEscalate, receiveRuling } from './arbiter.ts'
import { cpuDone, receiveRequest } from './begin.ts'
import { compareDue, receiveCompare, receivePages } from './catchUp.ts'
import { mmReceiveAnswer, mmRetry, mmThought } from './clients.ts'
import { detected, writerCrashed } from './crash.ts'
import { createMultiMaster } from './createMultiMaster.ts'
import {
  askDue,
  ddlApplied,
  ddlDue,
  receiveDdlDone,
  receiveDdlFence,
  receiveDdlForward,
} from './ddl.ts'
import { latchFree } from './latches.ts'
import { lockWaitDue } from './lockWaits.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import { updateMmStatus } from './mmStatus.ts'
import { mmVerbs } from './mmVerbs.ts'
import {
  questionDue,
  receiveAskVerdict,
  receiveTellVerdict,
  tentativeDue,
} from './memberQuestions.ts'
import { endsDue, receiveReadEnds, receiveTellEnds } from './readEnds.ts'
import { purgeDue } from './purge.ts'
import { receivePageAnswer } from './receivePageAnswer.ts'
import { pageReady, readDue, receiveReadPage } from './readPages.ts'
import { answerDue, receivePropose } from './receivePropose.ts'
import { proposeResend, receiveVote } from './receiveVote.ts'
import {
  goOnlineWhenDone,
  receiveRecoverAnswer,
  receiveRecoverScan,
  receiveRecoverTruncate,
  scanDue,
  writerRestarted,
} from './recover.ts'
import { receiveApplied, receiveRedo, redoDue, redoResend } from './redoStream.ts'
import { probeDue, receiveProbe, receiveReply, wakeSynced } from './regional.ts'
import { woken } from './runTransaction.ts'
import { receiveFinalize } from './sendFinalize.ts'
import { flagOfProposal } from './view/flagOfProposal.ts'
import { viewMultiMaster } from './view/viewMultiMaster.ts'

const receivers: Mechanism['receivers'] = {
  Request: receiveRequest,
  Answer: mmReceiveAnswer,
  ReadPage: receiveReadPage,
  PageAnswer: receivePageAnswer,
  Gossip: receiveCompare,
  GossipRecords: receivePages,
  Propose: receivePropose,
  Vote: receiveVote,
  Finalize: receiveFinalize,
  Escalate: receiveEscalate,
  Ruling: receiveRuling,
  Redo: receiveRedo,
  Applied: receiveApplied,
  GrawProbe: receiveProbe,
  GrawReply: receiveReply,
  RecoverScan: receiveRecoverScan,
  RecoverAnswer: receiveRecoverAnswer,
  RecoverTruncate: receiveRecoverTruncate,
  DdlForward: receiveDdlForward,
  DdlFence: receiveDdlFence,
  DdlDone: receiveDdlDone,
  ReadEnds: receiveReadEnds,
  TellEnds: receiveTellEnds,
  AskVerdict: receiveAskVerdict,
  TellVerdict: receiveTellVerdict,
}

const timers: Mechanism['timers'] = {
  [eventKind.cpuDone]: (ctx, { subject, detail }) => cpuDone(ctx, subject, detail),
  [eventKind.pageReady]: (ctx, { subject, detail }) => pageReady(ctx, subject, detail),
  [eventKind.gossip]: (ctx, { subject, detail }) => compareDue(ctx, subject, detail),
  [eventKind.restarted]: (ctx, { subject, detail }) => writerRestarted(ctx, subject, detail),
  [eventKind.recovered]: () => undefined,
  [eventKind.thought]: (ctx, { subject, detail }) =>
    mmThought(ctx, subject >>> 16, subject & 0xffff, detail),
  [eventKind.retry]: (ctx, { subject, detail }) =>
    mmRetry(ctx, subject >>> 16, subject & 0xffff, detail),
  [mmEventKind.answerDue]: (ctx, { subject, detail }) => answerDue(ctx, subject, detail),
  [mmEventKind.proposeResend]: (ctx, { subject, detail }) => proposeResend(ctx, subject, detail),
  [mmEventKind.redoDue]: (ctx, { subject, detail }) => {
    redoDue(ctx, subject, detail)
    wakeSynced(ctx, subject >>> 3)
  },
  [mmEventKind.redoResend]: (ctx, { subject }) => redoResend(ctx, subject),
  [mmEventKind.wake]: (ctx, { subject, detail }) => {
    woken(ctx, subject, detail)
    const { writers } = mmOf(ctx.world)
    for (let index = 0; index < writers.length; index++) goOnlineWhenDone(ctx, index)
  },
  [mmEventKind.tentativeDue]: (ctx, { detail }) => tentativeDue(ctx, detail),
  [mmEventKind.scanDue]: (ctx, { subject, detail }) => scanDue(ctx, subject, detail),
  [mmEventKind.readDue]: (ctx, { subject, detail }) => readDue(ctx, subject, detail),
  [mmEventKind.ddlDue]: (ctx, { detail }) => ddlDue(ctx, detail),
  [mmEventKind.detected]: (ctx, { subject, detail }) => detected(ctx, subject, detail),
  [mmEventKind.ddlApplied]: (ctx, { subject, detail }) => ddlApplied(ctx, subject, detail),
  [mmEventKind.latchFree]: (ctx, { subject, detail }) => latchFree(ctx, subject, detail),
  [mmEventKind.lockWaitDue]: (ctx, { subject, detail }) => lockWaitDue(ctx, subject, detail),
  [mmEventKind.purgeDue]: (ctx, { subject }) => purgeDue(ctx, subject),
  [mmEventKind.probeDue]: (ctx, { subject, detail }) => probeDue(ctx, subject, detail),
  [mmEventKind.endsDue]: (ctx, { subject }) => endsDue(ctx, subject),
  [mmEventKind.questionDue]: (ctx, { detail }) => questionDue(ctx, detail),
  [mmEventKind.ddlAskDue]: (ctx, { detail }) => askDue(ctx, detail),
}

export const multiMasterMechanism: Mechanism = {
  create: createMultiMaster,
  receivers,
  timers,
  instanceCrashed: writerCrashed,
  updateStatus: updateMmStatus,
  verbs: mmVerbs,
  bounce: flagOfProposal,
  view: viewMultiMaster,
}
