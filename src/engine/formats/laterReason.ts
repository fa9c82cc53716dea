/**
 * Words of the formats that belong to later versions: what this version cannot run is refused
 * with a reason, never run as something else.
 */

const reasons: Record<string, string> = {
  'multi-master': 'Multi-Master cannot be run by this version yet',
  postgresql: 'the PostgreSQL edition cannot be run by this version yet',
  reader: 'read replicas cannot be run by this version yet',
  tier: 'read replicas, and so their tiers, cannot be run by this version yet',
  serverless: 'Serverless cannot be run by this version yet',
  demand: 'demand curves cannot be run by this version yet',
  whatIf: 'what-if clusters cannot be run by this version yet',
  RunSql: 'SQL cannot be run by this version yet',
  ModifyCluster: 'changing the cluster cannot be run by this version yet',
  TransactionRolledBack: 'this version never rolls a transaction back, so the fact cannot happen',
  CapacityChanged: 'Serverless cannot be run by this version yet, so the fact cannot happen',
}

const parameterAreas: Record<string, string> = {
  multiMaster: 'Multi-Master',
  serverlessV1: 'Serverless v1',
  serverlessV2: 'Serverless v2',
  billing: 'Billing',
  replica: 'Read replicas',
  repair: 'Repair of segments',
  endpoint: 'Endpoints',
}

/** The reason why a word is refused for now, or null when it belongs to no version. */
export function laterReason(word: string): string | null {
  if (Object.hasOwn(reasons, word)) return reasons[word] ?? null
  const area = word.split('.')[0] ?? ''
  if (!word.includes('.') || !Object.hasOwn(parameterAreas, area)) return null
  return `${parameterAreas[area]}: "${word}" cannot be set in this version yet`
}
