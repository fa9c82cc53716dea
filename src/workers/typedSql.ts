/** Typed SQL without its grammar, which is a file of its own for the bundler. */
export { createSqlWing } from '../engine/wings/createSqlWing.ts'
export { sqlQuestions } from '../engine/wings/sqlQuestions.ts'
