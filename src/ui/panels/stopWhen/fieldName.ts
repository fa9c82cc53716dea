/** A field of a fact in words: the name it has in the contract, taken apart, or a better one. */

const better: Record<string, string> = {
  lsn: 'LSN',
  scl: 'SCL',
  pgcl: 'PGCL',
  vcl: 'VCL',
  vdl: 'VDL',
  acu: 'capacity in ACU',
  need: 'need in ACU',
  because: 'reason',
  by: 'brought by',
  isYes: 'it said yes',
  isDeep: 'slept for over a day',
  yes: 'copies that said yes',
  no: 'copies that said no',
  cut: 'connections cut',
  segment: 'copy',
  reachable: 'copies reachable',
  needed: 'copies needed',
  base: 'built on version',
  asked: 'asked at writer',
  owner: 'carried out by',
  winner: 'who was first',
  instead: 'in place of',
}

export function fieldName(field: string): string {
  const known = better[field]
  if (known !== undefined) return known
  const words = field.replace(/Micros$/, '').replace(/([A-Z])/g, ' $1')
  return words.toLowerCase().replace(/\blsn\b/, 'LSN')
}
