/** Words of the stopwatch: what each timed story is, in a few words, and what is measured. */

/** By name of the story; others go by their title. */
export const stopwatchNames: Readonly<Record<string, string>> = {
  'promote-a-replica': 'One writer and a reader',
  'writer-down-others-go-on': 'Two writers',
  'proxy-or-name': 'By proxy (shop), by name (depot)',
  'no-replica': 'One writer, no reader',
  'connection-storm': 'Six hundred sessions',
  'writer-lost-single': 'One writer, two readers',
  'writer-lost-multi': 'Three writers',
}

export const stopwatchWords = {
  all: 'All figures',
  caption: 'The same loss, the same clients, one stopwatch',
  at: 'Looked at after',
  withoutWriter: 'Nothing could be committed',
  withoutAnswers: 'Without answers',
  unknown: 'Outcome never known',
  undone: 'Undone after the loss',
  errors: 'Errors seen',
  staleReads: 'Stale reads',
  recovered: 'Back at nine tenths',
  notYet: 'not yet',
  none: 'none',
} as const
