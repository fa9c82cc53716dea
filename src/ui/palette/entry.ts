/** One thing that the command palette can do. */
export interface Entry {
  id: string
  /** What sort of thing it is, said beside its name. */
  kind: 'Command' | 'Panel' | 'Story' | 'Lesson' | 'Fault' | 'Place' | 'Instant'
  name: string
  /** Found by these words too. */
  also: string
  /** The key that does the same. */
  key: string | null
  run: () => void
}
