/**
 * Random interleavings of two or three sessions over one small table, or over two of which one
 * refers to the other, from a seed: what nobody would think of writing down. A real database and
 * the simulation play the same.
 */

/** Deals numbers from 0 to `below` - 1, the same for the same seed (mulberry32). */
function dealer(seed) {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/**
 * MariaDB weighs whether an index is worth it for four rows, which decides what is locked; there
 * the table has none beside its primary key.
 */
function setupOf(edition) {
  const statements = [
    'CREATE TABLE item (id int primary key, price int, shelf int)',
    'CREATE INDEX item_shelf ON item (shelf)',
    'INSERT INTO item VALUES (10, 1, 1), (20, 2, 1), (30, 3, 2), (40, 4, 3)',
  ]
  const kept = edition === 'mysql' ? [statements[0], statements[2]] : statements
  return { kind: 'statements', statements: kept }
}

const rules = [
  '',
  'ON DELETE CASCADE',
  'ON DELETE SET NULL ON UPDATE CASCADE',
  'ON DELETE RESTRICT',
]

/** Shelves, and items that stand on them. */
function shelvesOf(deal) {
  const rule = rules[deal(rules.length)]
  const statements = [
    'CREATE TABLE shelf (id int primary key, room int)',
    `CREATE TABLE item (id int primary key, shelf int,
      FOREIGN KEY (shelf) REFERENCES shelf (id) ${rule})`,
    'INSERT INTO shelf VALUES (1, 1), (2, 1), (3, 2), (5, 2)',
    'INSERT INTO item VALUES (10, 1), (20, 2), (30, NULL)',
  ]
  return { kind: 'statements', statements }
}

function shelfStatement(deal) {
  const id = ids[deal(ids.length)]
  const shelf = 1 + deal(6)
  const kinds = [
    () => 'SELECT * FROM item ORDER BY id',
    () => 'SELECT * FROM shelf ORDER BY id',
    () => `SELECT * FROM shelf WHERE id = ${shelf} FOR UPDATE`,
    () => `INSERT INTO item VALUES (${id}, ${shelf})`,
    () => `INSERT INTO shelf VALUES (${shelf}, 3)`,
    () => `UPDATE item SET shelf = ${shelf} WHERE id = ${id}`,
    () => `UPDATE shelf SET room = 4 WHERE id = ${shelf}`,
    () => `UPDATE shelf SET id = ${1 + deal(6)} WHERE id = ${shelf}`,
    () => `DELETE FROM shelf WHERE id = ${shelf}`,
    () => `DELETE FROM item WHERE id = ${id}`,
  ]
  return kinds[deal(kinds.length)]()
}

/** Ids that are there, and ids between them. */
const ids = [10, 15, 20, 25, 30, 40, 45]

function conditionOf(deal) {
  const id = ids[deal(ids.length)]
  const conditions = [
    `id = ${id}`,
    `id >= ${id}`,
    `id BETWEEN 15 AND ${id}`,
    `id IN (10, ${id})`,
    `shelf = ${1 + deal(3)}`,
    `price % 2 = ${deal(2)}`,
  ]
  return conditions[deal(conditions.length)]
}

function statementOf(deal, share) {
  const where = conditionOf(deal)
  const kinds = [
    () => `SELECT * FROM item WHERE ${where} ORDER BY id`,
    () => `SELECT count(*), sum(price) FROM item WHERE ${where}`,
    () => `SELECT id FROM item WHERE ${where} ORDER BY id FOR UPDATE`,
    () => `SELECT id FROM item WHERE ${where} ORDER BY id ${share}`,
    () => `UPDATE item SET price = price + ${1 + deal(3)} WHERE ${where}`,
    () => `UPDATE item SET shelf = ${1 + deal(3)} WHERE ${where}`,
    () => `DELETE FROM item WHERE ${where}`,
    () => `INSERT INTO item VALUES (${ids[deal(ids.length)]}, ${deal(9)}, ${1 + deal(3)})`,
    () => `SAVEPOINT here`,
    () => `ROLLBACK TO SAVEPOINT here`,
  ]
  return kinds[deal(kinds.length)]()
}

function programOf(deal, statementOf) {
  const statements = Array.from({ length: 1 + deal(4) }, statementOf)
  return ['BEGIN', ...statements, deal(5) === 0 ? 'ROLLBACK' : 'COMMIT']
}

/** The programs mixed, each in its own order. */
function mix(deal, programs) {
  const steps = []
  const left = programs.map((statements, index) => ({ session: `s${index + 1}`, statements }))
  while (left.some(({ statements }) => statements.length > 0)) {
    const able = left.filter(({ statements }) => statements.length > 0)
    const { session, statements } = able[deal(able.length)]
    steps.push({ session, sql: statements.shift(), gap: 'settled' })
  }
  return steps
}

const levels = ['read committed', 'repeatable read', 'serializable']

/** In the form in which cases are played. */
export function randomCase(edition, seed) {
  const deal = dealer(seed)
  const share = edition === 'mysql' ? 'LOCK IN SHARE MODE' : 'FOR SHARE'
  const hasShelves = seed % 2 === 1
  const setup = hasShelves ? shelvesOf(deal) : setupOf(edition)
  const next = () => (hasShelves ? shelfStatement(deal) : statementOf(deal, share))
  const programs = Array.from({ length: 2 + deal(2) }, () => programOf(deal, next))
  const rest = { topology: 'single-master', on: {}, release: edition === 'mysql' ? '8.0' : '16' }
  const steps = [
    ...mix(deal, programs),
    { session: 'any', sql: 'SELECT * FROM item ORDER BY id', gap: 'settled' },
  ]
  const isolation = levels[deal(levels.length)]
  return { id: `random ${seed}`, edition, isolation, setup, steps, ...rest }
}
