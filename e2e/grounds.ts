/**
 * What is drawn faintly on purpose, each with the reason why nothing is lost when it is not seen:
 * grounds on which marks stand, and what words say beside it.
 */
export const grounds: Readonly<Record<string, string>> = {
  'stage-zone': 'a zone: its name stands inside',
  'strip-card': 'an application: its name stands inside',
  'sql-card': 'the sessions of SQL: each has an edge of its own',
  'stage-group > rect': 'a small group: its name and its bars stand inside',
  'page-edge': 'a page: its name stands inside',
  'page-veil': 'a page that may only be read: its edge says so',
  'page-wanted-ground': 'below the hatching of a row that a change wants',
  'cache-age': 'how old a page in memory is: the age stands in words',
  'cell-ground': 'where cells may come to stand',
  'cell-body': 'below the cells, which say the same',
  'lane-ground': 'where cells may come to stand',
  'lane-body': 'below the cells, which say the same',
  'stage-trunk': 'the width of the traffic: the messages are drawn on it',
  'breathing-halo.is-beyond': 'a need beyond the capacity: its edge says how far',
  'volume-filling': 'a copy that fills: a line stands at its level',
  'tank-allowance': 'its edge says how far it reaches',
  'mm-held-ground': 'the ground of a hatching: its lines say whose it is',
  'mm-full-line': 'hatching on a full colour: the cell is seen without it',
}
