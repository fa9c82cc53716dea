/** Terms that only a Multi-Master cluster shows, learnt with its part of the stage. */

export const multiMasterTerms = {
  page:
    'A block of 16 KB with rows in it: what storage keeps, and what a conflict is about. Pages ' +
    'and rows are named by numbers from 0 on.',
  'page check':
    'Each copy keeps the first change it sees of a page version and refuses the others. A ' +
    'change stands when a write set of copies has kept it.',
  'page version': 'A number that storage raises with each change of a page that stands.',
  'error 1213':
    'MySQL’s error for a deadlock. Here nothing was locked: storage refused the change of a ' +
    'page, and the whole transaction was rolled back.',
  'retired Multi-Master':
    'Aurora Multi-Master was bound to Aurora MySQL version 1, whose life ended on 28 February ' +
    '2023, and was carried over to none (Aurora User Guide, 2023). In its spirit: Aurora ' +
    'Limitless Database and Aurora DSQL.',
  lag: 'How long a change that stands takes until another writer has it in memory.',
  DDL: 'A change of a table’s definition; one writer at a time carries it out for all.',
} as const satisfies Record<string, string>
