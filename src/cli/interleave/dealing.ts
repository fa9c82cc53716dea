/** What a player of interleavings outside the simulation needs: a real database, say. */
export { parseInterleaving } from '../../engine/formats/parseInterleaving.ts'
export * from './deal.ts'
export { setupStatements } from './setupStatements.ts'
