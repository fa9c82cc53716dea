/**
 * What of Multi-Master nobody published, as the model has it: a gist for the stage, a sentence for
 * whoever asks, under the number of its rule in the specification.
 */

export interface Assumption {
  rule: string
  gist: string
  sentence: string
}

export const mmAssumptions = {
  T5: {
    rule: 'T5',
    gist: 'one change of a page at a time',
    sentence:
      'While a page change is asked about, its writer begins no other change of that page; so ' +
      'nothing is ever built on a change that may be refused. The order of rows is chosen too.',
  },
  T8: {
    rule: 'T8',
    gist: 'both may lose',
    sentence:
      'What happened when no change reached a write set is not published. Here each side gives ' +
      'up after a time out and rolls back; a parameter lets an arbiter name a winner.',
  },
  T9: {
    rule: 'T9',
    gist: 'commit record on a page of its own',
    sentence:
      'Where the end of a transaction was written is not published. Here each writer has pages ' +
      'of its own for that, which nobody contests.',
  },
  T10: {
    rule: 'T10',
    gist: 'the statement waits',
    sentence:
      'That a conflict is found at once, not at commit, is documented. That the statement waits ' +
      'until storage has answered is the model’s choice; a parameter lets it go on.',
  },
  T13: {
    rule: 'T13',
    gist: '1213 at once, page dropped',
    sentence:
      'Error 1213 and the rollback of the whole transaction are documented. That the error comes ' +
      'before the undoing ends, and that the writer drops the refused page from memory, is not.',
  },
  T14: {
    rule: 'T14',
    gist: 'undoing takes twice as long',
    sentence:
      'That a rollback changes pages, may take several times as long as the work and may collide ' +
      'is documented. The factor of two, and trying without end, are the model’s choice.',
  },
  T16: {
    rule: 'T16',
    gist: 'its open rows stay its own',
    sentence:
      'Who owns the rows of a dead writer’s open transactions is not published. Here they stay ' +
      'its own until its recovery has undone them; whoever wants them gets error 1213.',
  },
  T23: {
    rule: 'T23',
    gist: 'undo pages of its own',
    sentence:
      'That undo pages count in conflicts is documented; whose they were is not published. Here ' +
      'each writer has its own; a parameter lets all share those of the system.',
  },
  T25: {
    rule: 'T25',
    gist: 'the smaller one is the victim',
    sentence:
      'That two transactions of one writer may deadlock as in MySQL is documented. In which ' +
      'order rows are taken, and who is the victim on a tie, is the model’s choice.',
  },
  T26: {
    rule: 'T26',
    gist: 'after 1205 it rolls back',
    sentence:
      'That a wait for a lock ends after 50 seconds is documented. That the application then ' +
      'rolls back and tries again is the model’s choice.',
  },
  T27: {
    rule: 'T27',
    gist: 'purge a second after the commit',
    sentence:
      'That purge changes pages, collides and tries again by itself is documented. When it ' +
      'begins, and that it takes one page at a time, is the model’s choice.',
  },
  T30: {
    rule: 'T30',
    gist: 'the lowest proposal wins',
    sentence:
      'A resolver was drawn for the preview and is not in the guide. Where it ran and whom it ' +
      'named is not published. Here it is an online writer, and the lowest proposal wins.',
  },
  T31: {
    rule: 'T31',
    gist: 'changes are built on one another',
    sentence:
      'A patent has writers change pages before storage has answered. When such a change is sent ' +
      'is not published. Here it waits for those that it builds on.',
  },
  C9: {
    rule: 'C9',
    gist: 'caches begin warm',
    sentence:
      'That each writer has a cache of its own is documented. That it begins warm, and which ' +
      'page makes room for another, is the model’s choice.',
  },
  C19: {
    rule: 'C19',
    gist: 'an index spreads neighbours',
    sentence:
      'That pages of secondary indexes add conflicts is documented. How an index groups rows, ' +
      'and how many pages it has, is the model’s choice.',
  },
  I50: {
    rule: 'I50',
    gist: 'a child writes to its parent’s page',
    sentence:
      'How foreign keys were kept across writers is not published; a patent tells of such a ' +
      'mark. By choice the page of the parent row is named with the change of a child.',
  },
  C5: {
    rule: 'C5',
    gist: 'a tie goes to the lower writer',
    sentence:
      'What a copy did with two changes at the same instant is not published. Here the lower ' +
      'writer comes first, then the lower number; a parameter lets the seed draw.',
  },
  C6: {
    rule: 'C6',
    gist: 'an owned row: 1213 at once',
    sentence:
      'What a writer did about a row that another writer’s open transaction had changed is not ' +
      'published. Here it gives error 1213 at once and asks no storage.',
  },
  C10: {
    rule: 'C10',
    gist: 'closed writers are passed over',
    sentence:
      'How soon the cluster endpoint left a writer that died is not published. Here requests in ' +
      'turn pass over writers that are not online.',
  },
  D14: {
    rule: 'D14',
    gist: 'order only within one writer',
    sentence:
      'In which order changes of different writers arrived is not published. Here a writer ' +
      'applies those of one other writer in order; between two others there is none.',
  },
  D18: {
    rule: 'D18',
    gist: 'a silent writer is waited for',
    sentence:
      'What REGIONAL_RAW did about a writer out of reach is not published. Here it waits until ' +
      'that writer answers or counts as offline; then its commits are read from storage.',
  },
  D19: {
    rule: 'D19',
    gist: 'changes wait for the DDL',
    sentence:
      'That a table under DDL may only be read is documented. That a change of it waits, instead ' +
      'of failing, is the model’s choice.',
  },
  D22: {
    rule: 'D22',
    gist: 'the lowest takes the crown',
    sentence:
      'Who took over DDL when its writer died is not published. Here the lowest writer that is ' +
      'online does, and a statement under way is lost.',
  },
  U2: {
    rule: 'U2',
    gist: 'the name leaves a dead writer',
    sentence:
      'When the cluster endpoint leads to another writer is not published. Here it does ' +
      'when its own has been silent for long and the old answer has expired; a parameter keeps it.',
  },
  U4: {
    rule: 'U4',
    gist: 'three checks, a second apart',
    sentence:
      'That applications should check by SQL and reroute themselves is documented; how often, ' +
      'and after how many misses, is not.',
  },
} as const satisfies Record<string, Assumption>

export type AssumptionId = keyof typeof mmAssumptions

export function assumptionTerm(id: AssumptionId): string {
  return `assumption ${id}`
}

/** As terms of the glossary: the sentence, and where the rule stands. */
export function assumptionTerms(): Record<string, string> {
  const entries = Object.entries(mmAssumptions).map(([id, { rule, sentence }]) => [
    assumptionTerm(id as AssumptionId),
    `Assumption, rule ${rule} of the specification: not documented by AWS. ${sentence}`,
  ])
  return Object.fromEntries(entries)
}
