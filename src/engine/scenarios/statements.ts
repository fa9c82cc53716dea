/** What the stories of typed SQL share: a writer, four accounts on a page, and who types when. */
import type { Commands } from '../contract/commands.ts'
import type { Scenario } from '../contract/scenario.ts'
import { writer } from './cluster.ts'

/** Four accounts with 100 each, all on one page. */
export const fourAccounts: NonNullable<Scenario['tables']>[number] = {
  name: 'account',
  columns: ['id int primary key', 'balance int'],
  rows: 4,
  rowsPerPage: 8,
}

export const oneWriter: Scenario['cluster'] = {
  edition: 'mysql',
  instances: [writer],
  volume: { protectionGroups: 1 },
}

type Typed = { at: string; do: 'RunSql' } & Commands['RunSql']

/** `at` counts from the start, or with + from the line before. */
export function types(at: string, session: string, text: string): Typed {
  return { at, do: 'RunSql', session, text }
}

/** How a story of a few statements, a tenth of a second apart, is looked at. */
export const typingPace: NonNullable<Scenario['pace']> = [{ from: '0s', speed: '1/15' }]
