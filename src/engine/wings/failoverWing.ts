/** Readers and promotion, with the law that guards them. */
import { failoverMechanism } from '../aurora/failover/failoverMechanism.ts'
import { cachedPagesAreFresh } from '../checkers/cachedPagesAreFresh.ts'
import { oneWriter } from '../checkers/oneWriter.ts'
import type { Law } from '../checkers/law.ts'
import { readerShowsAPastPoint } from '../checkers/readerShowsAPastPoint.ts'
import { readersCount } from '../checkers/readersCount.ts'
import type { Wing } from './wing.ts'

export const failoverWing: Wing = {
  id: 'failover',
  mechanism: failoverMechanism,
  laws: [oneWriter, readerShowsAPastPoint, readersCount, cachedPagesAreFresh] as Law<unknown>[],
}
