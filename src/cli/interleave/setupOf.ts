/**
 * The cluster in which a case is played: one writer and the readers that its sessions use. In
 * Multi-Master as many writers as they name, without jitter, 0.75 ms apart from everybody, and each
 * change at the others after 30 ms, so that a step can be timed to the lag (reference multi-master
 * 4.1, FX).
 */
import type { InterleavingCase } from '../../engine/contract/interleaving.ts'
import type { Scenario, Setup } from '../../engine/contract/scenario.ts'
import { parseScenario } from '../../engine/answers.ts'

export function setupOf(single: InterleavingCase): Setup {
  const parsed = parseScenario(scenarioOf(single))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('; '))
  const isOldMysql = single.edition === 'mysql' && single.release === '5.6'
  return isOldMysql ? { ...parsed.setup, dialect: 'mysql-5.6' } : parsed.setup
}

const exact = {
  'network.jitter': 0,
  'network.tailProbability': 0,
  'network.sameAzOneWay': '0.75ms',
  'network.crossAzOneWay': '0.75ms',
  'multiMaster.replicationLag': '30ms',
  'multiMaster.replicationJitter': '0ms',
  'instance.rowsPerPage': 100,
}

export function scenarioOf({ edition, topology, on }: InterleavingCase): Scenario {
  const instances = instancesOf(Object.values(on))
  const parameters = topology === 'multi-master' ? exact : {}
  const cluster = { edition, topology, instances, parameters }
  const words = { title: 'An interleaving', question: 'What does each step come to?' }
  return { version: 1, name: 'interleaving', ...words, cluster, until: '1h' }
}

function instancesOf(named: string[]): Scenario['cluster']['instances'] {
  const ids = [...new Set(['w1', ...allUpTo('w', named), ...allUpTo('r', named)])]
  return ids.map((id, index) => ({
    id,
    az: (['a', 'b', 'c'] as const)[index % 3]!,
    role: id.startsWith('w') ? 'writer' : 'reader',
  }))
}

/** `r3` needs `r1` and `r2` too. */
function allUpTo(letter: string, named: string[]): string[] {
  const numbers = named.filter(id => id.startsWith(letter)).map(id => Number(id.slice(1)))
  return Array.from({ length: Math.max(0, ...numbers) }, (_, index) => `${letter}${index + 1}`)
}
