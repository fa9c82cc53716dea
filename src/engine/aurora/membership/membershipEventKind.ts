/** The timers of membership: 70 to 79. */
export const membershipEventKind = {
  /** The caretaker looks at every group. */
  look: 70,
  /** A part of a copy is read and may be sent. subject message slot, detail life of the node */
  partReady: 71,
  /** A membership epoch may not have reached all. subject group, detail epoch */
  resend: 72,
} as const
