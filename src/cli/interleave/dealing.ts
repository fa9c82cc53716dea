/** What plays interleavings outside the simulation, and holds it to a real database. */
export { parseInterleaving } from '../../engine/answers.ts'
export { comparable } from './comparable.ts'
export * from './deal.ts'
export { isolationStatement } from './isolationStatement.ts'
export { playCase } from './playCase.ts'
export { setupStatements } from './setupStatements.ts'
