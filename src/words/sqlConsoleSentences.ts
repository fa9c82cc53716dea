/** What a session of SQL does now, and what it waits for. */
import type { Sentences } from './template.ts'

export const sqlConsoleSentences: Sentences = {
  'sql.state.idle': 'No transaction is open.',
  'sql.state.inTransaction': ({ rows }) =>
    rows === 0
      ? 'A transaction is open.'
      : 'A transaction is open; {rows|row is|rows are} changed.',
  'sql.state.running': 'Runs.',
  'sql.state.waiting': 'Waits.',
  'sql.state.aborted': 'Its transaction has failed: only ROLLBACK is taken.',
  'sql.state.lost': 'The connection is lost.',
  'sql.wait.lock': ({ holders }) =>
    Array.isArray(holders) && holders.length > 0
      ? 'Waits for a lock on {resource}; {holders} must end first.'
      : 'Waits for a lock on {resource}.',
  'sql.wait.page': 'Waits for {resource} from storage.',
  'sql.wait.room': 'Waits: storage must catch up before more can be written.',
  'sql.wait.durable': 'Waits until enough copies have its records on disk.',
  'sql.wait.cpu': 'Waits for a processor.',
  'sql.wait.network': 'Is on its way.',
  'sql.wait.verdict': 'Waits for the answers of storage on {resource}.',
  'sql.wait.latch': 'Waits for a page that another session of this writer is changing.',
  'sql.wait.regional': 'Waits until all that other writers have acknowledged is here.',
  'sql.wait.definition': 'Waits until every writer knows of a change of the table.',
  'sql.wait.sleep': 'Sleeps, as it was told.',
}
