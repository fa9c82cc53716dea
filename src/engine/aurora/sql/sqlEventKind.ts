/** The timers of typed SQL: 90 to 99. */
export const sqlEventKind = {
  /** A client has opened its connection and sends. subject client, detail statement */
  connected: 90,
  /** A client has heard nothing for long. subject client, detail connection */
  silent: 91,
  /** An instance is waking up: is it open now? subject client, detail statement */
  knock: 92,
  /** Time to look for a deadlock. subject instance, detail number of the wait */
  checkWait: 93,
  /** A lock was waited for too long. subject instance, detail number of the wait */
  giveUpWait: 94,
  /** SLEEP is over, or a long answer is ready. subject instance and slot, detail serial */
  slotDue: 95,
  /** A view at a reader has had its time. subject 0, detail number of the view */
  conflictDue: 96,
  /** A fault-injection statement is carried out. subject instance and slot, detail serial */
  injectDue: 97,
  /** With several writers: a page was not answered. subject instance, detail owner */
  readAgain: 98,
} as const
