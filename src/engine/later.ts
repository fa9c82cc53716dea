/**
 * The second part of the engine's door: what is read, written and explained. None of it is needed
 * to open the first scenario, to play, to click or to seek; a page loads it after its first
 * picture.
 */
export { speechOf } from './aurora/frame/speechOf.ts'
export { statementsOf } from './aurora/sql/askSql.ts'
export { isAnyWaiting, isSettled } from './aurora/sql/isSettled.ts'
export { lawCards } from './checkers/lawCards.ts'
export { digest } from './digest.ts'
export { describeFaults } from './faults/describeFaults.ts'
export { giveCommand } from './faults/giveCommand.ts'
export { statementPlaces } from './faults/statementPlaces.ts'
export { describe } from './formats/describe.ts'
export { parseFaultStatement } from './formats/parseFaultStatement.ts'
export { decodeLink, encodeLink } from './formats/link.ts'
export { parseInterleaving } from './formats/parseInterleaving.ts'
export { parseScenario as parseFormat } from './formats/parseScenario.ts'
export { withProblems } from './formats/withProblems.ts'
export { matchPattern, parsePattern } from './formats/pattern.ts'
export { dollarsAt } from './report/dollarsAt.ts'
export { injectTyped } from './wings/injectTyped.ts'
export { isDecision, whyDecision } from './why/decision/whyDecision.ts'
export { whyOf } from './why/whyOf.ts'
