/**
 * Ids as people say them: `az-c` → zone c, `node-a1` → node a1, `AzOutage` → zone outage,
 * `InjectFault` → break.
 */

const said: Record<string, string> = {}

/** Names that came with a later part of the page. */
export function learnNames(more: Readonly<Record<string, string>>): void {
  Object.assign(said, more)
}

const plain: [RegExp, string][] = [
  [/^az-([a-z])$/, 'zone $1'],
  [/^node-([a-z]\d+)$/, 'node $1'],
  [/^pg1\/([a-z]\d+)$/, 'copy $1'],
  [/^(pg\d+)\/([a-z]\d+)$/, 'copy $2 of $1'],
  [/^([wr]\d+)$/, '$1'],
  [/^proposal:(\d+)$/, 'change $1'],
  [/^transaction:(\d+)$/, 'transaction $1'],
  [/^message:(\d+)$/, 'message $1'],
]

function nameOne(id: string): string {
  if (Object.hasOwn(said, id)) return said[id] ?? id
  const match = plain.find(([pattern]) => pattern.test(id))
  return match === undefined ? id : id.replace(match[0], match[1])
}

/** Also links: `w1>node-b1` → w1 to node b1, `az-a<>az-b` → zone a and zone b. */
export function namePlace(id: string): string {
  if (id.includes('<>')) return id.split('<>').map(nameOne).join(' and ')
  return id.split('>').map(nameOne).join(' to ')
}
