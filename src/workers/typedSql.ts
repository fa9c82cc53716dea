/** Typed SQL without its grammar: a file of its own for the bundler, loaded beside the grammar's. */
export { createSqlWing } from '../engine/wings/sqlWing.ts'
export { sqlQuestions } from '../engine/wings/sqlQuestions.ts'
