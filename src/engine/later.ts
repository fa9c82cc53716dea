/**
 * The other half of the engine's door: what is read, written, explained and counted. None of it is
 * needed to open the first scenario, to play, to click or to seek.
 */
export { frameOf } from './aurora/frame/frameOf.ts'
export { speechOf } from './aurora/frame/speechOf.ts'
export { lawCards } from './checkers/lawCards.ts'
export { sweepLaws } from './checkers/watch.ts'
export { digest } from './digest.ts'
export { describeFaults } from './faults/describeFaults.ts'
export { giveCommand } from './faults/giveCommand.ts'
export { statementPlaces } from './faults/statementPlaces.ts'
export { describe } from './formats/describe.ts'
export { parseFaultStatement } from './formats/faultStatement.ts'
export { formatDuration } from './formats/formatDuration.ts'
export { decodeLink, encodeLink } from './formats/link.ts'
export { parseScenario } from './formats/parseScenario.ts'
export { checkExpectations, countPatterns, matchPattern, parsePattern } from './formats/pattern.ts'
export { dollarsAt } from './report/dollarsAt.ts'
export { reportOf } from './report/reportOf.ts'
export { restoreText, saveText } from './savedText.ts'
export { openingName, scenarios } from './scenarios/catalogue.ts'
export { everything } from './wings/everything.ts'
export { whyOf } from './why/whyOf.ts'
