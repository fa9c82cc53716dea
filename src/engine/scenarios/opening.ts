/** What the page opens on without a link. */
import type { Scenario } from '../contract/scenario.ts'
import { fourOfSix } from './fourOfSix.ts'

export const opening: Scenario = fourOfSix
