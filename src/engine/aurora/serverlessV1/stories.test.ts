/** Serverless v1 from outside: every rule of its chapter, told by its facts. */
import { expect, test } from 'vitest'
import { parseScenario } from '../../formats/parseScenario.ts'
import { pictureOf } from '../frame/pictureOf.ts'
import { startV1, told } from '../../testing/startV1.ts'
import { run } from '../../testing/startCluster.ts'

const second = 1_000_000

test('E1, E3, E5, E8: a step at a time, 60 s of means and 15 s of attaching each', () => {
  const cluster = startV1({ demand: [[0, 12]] })
  run(cluster, 400 * second)
  expect(told(cluster, 'CapacityChanged').map(({ second: at, acu }) => [at, acu])).toEqual([
    [76, 4],
    [152, 8],
    [228, 16],
  ])
})
