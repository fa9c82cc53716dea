/** M17: to a writer a copy is silent, and since when; whose copy failed it cannot tell. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { listenAt } from '../../../engine/testing/listenAt.ts'
import { start } from '../../../engine/testing/memberStage.ts'
import { inject, run } from '../../../engine/testing/startCluster.ts'
import { Quorums } from './Quorums.tsx'
import { volumeSubject } from './volumeSubject.ts'

test('M17: leaves of the formula are silent, then suspected, never out of reach', () => {
  const cluster = start({ sessions: 6, think: '4ms' })
  run(cluster, 200_000)
  const ask = listenAt(cluster.simulation, 'w1')
  run(cluster, 20_000)
  inject(cluster, 'NodeCrash', 'node-c1')
  const html = () => {
    const known = ask()
    return renderToStaticMarkup(<Quorums {...volumeSubject(known.picture, null, null, known)!} />)
  }
  expect(html()).toContain('E, node c1, zone c: within reach')
  run(cluster, 60_000)
  expect(html()).toMatch(/E, node c1, zone c: silent since [\d.]+ ms,/)
  expect(html()).not.toMatch(/✕<|not within reach/)
  run(cluster, 90_000)
  expect(html()).toMatch(/E, node c1, zone c: silent since [\d.]+ ms, suspected/)
})
