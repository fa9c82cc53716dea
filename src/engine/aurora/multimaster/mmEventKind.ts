/** The timers of Multi-Master, by event kind (20 to 39, 120 to 125). */
export const mmEventKind = {
  /** A proposal is on disk. subject message slot, detail life of the node */
  answerDue: 20,
  /** Look at silent segments. subject row of the proposal, detail its number */
  proposeResend: 21,
  /** A change is due at a peer. subject peer * 8 + origin, detail place */
  redoDue: 22,
  /** Look for changes that a peer has not applied. subject origin * 8 + peer */
  redoResend: 23,
  /** A transaction goes on. subject its slot, detail its serial */
  wake: 24,
  /** Members decide a tentative change without its owner. subject row, detail number */
  tentativeDue: 25,
  /** Scan again. subject instance, detail writer epoch */
  scanDue: 26,
  /** A page was not answered. subject slot of the transaction, detail serial */
  readDue: 27,
  /** Look for writers that have not answered the fence. subject 0, detail statement */
  ddlDue: 28,
  /** The others take a dead writer for offline. subject instance, detail life */
  detected: 29,
  /** A writer has the change of a table. subject instance, detail statement */
  ddlApplied: 30,
  /** Ask again how far the others are. subject number of the question, detail who waits */
  probeDue: 31,
  /** Read a dead writer's commits again. subject writer * 8 + origin */
  endsDue: 126,
  /** Ask for a change of a definition again. detail statement */
  ddlAskDue: 127,
  /** Members are asked again about a change. subject row of the proposal, detail number */
  questionDue: 128,
  /** A typed session has a page's latch. subject writer, detail owner */
  latchFree: 35,
  /** A lock was waited for too long. subject slot of the transaction, detail number of the wait */
  lockWaitDue: 39,
  /** A page is due to be purged. subject writer, detail 0 */
  purgeDue: 120,
} as const
