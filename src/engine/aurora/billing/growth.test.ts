/** Storage is paid for the groups that a volume has, from when it adds them. Rules B3, M16. */
import { expect, test } from 'vitest'
import { factsOf, look, run } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'
import { dollarText, storageNanoDollars } from './dollars.ts'

const second = 1_000_000

test('B3, M16: a group that is added is paid for from then on', () => {
  const cluster = startElastic({
    min: 1,
    sessions: 3,
    think: '3ms',
    pattern: 'append',
    parameters: { 'storage.pagesPerGroup': 20, 'instance.rowsPerPage': 8 },
  })
  const { world } = cluster.simulation
  run(cluster, 2.5 * second)
  const grown = factsOf(cluster, 'VolumeGrew')
  expect(grown.length).toBeGreaterThan(3)
  const later = grown.reduce((micros, { at }) => micros + world.now - at, 0)
  const groupSeconds = Math.floor((2 * world.now + later) / second)
  const price = world.parameters['billing.storageGbMonth']
  const { storage } = look(cluster).serverless!.meter
  expect(storage).toBe(dollarText(storageNanoDollars(10, groupSeconds, price)))
  expect(groupSeconds).toBeGreaterThan(6)
})
