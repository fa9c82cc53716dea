/** The timers of background work, and of what heals by itself: 60 to 69. */
export const pipelineEventKind = {
  /** Something is due at a node, or done. subject node */
  nodeDue: 60,
  /** A fault that was given a length of time ends. */
  faultEnds: 61,
  /** The rolling patch looks whether it can go on. */
  patchDue: 62,
  /** A page asked for has not come. subject group * 8 + slot, detail page */
  repairDue: 63,
  /** A page that a peer asked for has been read. subject message slot, detail life */
  pageRead: 64,
  /** An instance looks whether its engine can be changed, or has been. subject instance */
  enginePatchDue: 65,
} as const
