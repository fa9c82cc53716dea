/** The laws as the page lists them: what each says, in a sentence. */
import type { LawCard } from '../contract/description.ts'

const titles: Record<string, string> = {
  pointsInOrder: 'The log points keep their order',
  pointsNeverFall: 'Within an epoch no log point falls',
  sclHasNoGap: 'A copy holds everything up to its SCL',
  commitIsHeld: 'An acknowledged commit is held by a write set',
  quorumsMeet: 'Every write set meets every read set and every other write set',
  readsSeeTheirPoint: 'A read sees everything up to its read point',
  messagesAreConserved: 'No message vanishes and none comes from nowhere',
  progressAfterHealing: 'When all is healed, what waited goes on',
  oneWriter: 'At most one instance writes in the newest epoch',
  ownedRowsRest: 'Rows of an interrupted transaction rest until it is undone',
  readerShowsAPastPoint: 'A reader shows a point that the writer has had, never part of a change',
  readersCount: 'Nothing is collected that a reader may still read',
  cachedPagesAreFresh: 'A page cached at a reader is as new as what the reader shows',
  oneSuccessor: 'A version of a page has one accepted successor at most',
  versionsWithoutGap: 'Versions of a page follow each other without a gap',
  oneYesAtATime: 'A copy says yes to one change of a version at a time',
  ownReadsAreFresh: 'A writer sees its own changes at once',
  commitHasWriteSets: 'Committed means a write set for every page',
  groupIsWhole: 'A group of page changes is accepted on all its pages or on none',
  rolledBackIsGone: 'Nothing of a rolled-back transaction is ever visible',
  capacityInRange: 'Capacity stays in its range and on its grid',
  allowanceInBounds: 'The growth allowance stays within its bucket',
  meterIsExact: 'The meter is the integral of the reported capacity',
  collectedIsBackedUp: 'Nothing is collected that may be read, or is not backed up',
  noDamageIsServed: 'No read gets a damaged page',
  asleepIsFree: 'Nothing is billed while paused',
  membersKeepWhatIsDurable: 'No read set of counting members misses what is durable',
  noDirtyWrite: 'No row is changed over a change that is not over',
  undoneRowsAreGone: 'Nothing stays of a transaction that was rolled back',
  readViewsStay: 'A read view never changes',
  grantedLocksAgree: 'Granted locks do not exclude each other',
  noCycleOutlives: 'No deadlock outlives its detection',
  releasedLocksWake: 'A lock let go wakes who can go on',
  keysAreUnique: 'Unique and primary keys hold',
}

/** Of every cluster; a run is only held to those that speak of its own. */
export const lawCards: LawCard[] = Object.entries(titles).map(([id, title]) => ({ id, title }))
