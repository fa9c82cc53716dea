/** The graph of waits: who stands where, and which arrows are of a cycle. */
import { expect, it } from 'vitest'
import { waitsGraph } from './waitsGraph.ts'

const wait = (session: string, holder: string) => ({ session, holder })

function cycleOf(waits: ReturnType<typeof wait>[]): string[] {
  return waitsGraph(waits, 300)
    .edges.filter(its => its.isOfCycle)
    .map(({ from, to }) => `${from}>${to}`)
}

it('marks the arrows of a cycle and no others', () => {
  const waits = [wait('ann', 'bob'), wait('bob', 'ann'), wait('eve', 'ann')]
  expect(cycleOf(waits)).toEqual(['ann>bob', 'bob>ann'])
  expect(cycleOf([wait('ann', 'bob'), wait('bob', 'eve')])).toEqual([])
  expect(cycleOf([wait('a', 'b'), wait('b', 'c'), wait('c', 'a')])).toHaveLength(3)
})

it('puts two side by side and every session within the picture', () => {
  const two = waitsGraph([wait('ann', 'bob')], 300)
  expect(two.nodes.map(({ y }) => Math.round(y))).toEqual([55, 55])
  const many = waitsGraph([wait('a', 'b'), wait('b', 'c'), wait('d', 'e')], 280)
  expect(many.nodes).toHaveLength(5)
  for (const { x, y } of many.nodes) {
    expect(x).toBeGreaterThanOrEqual(20)
    expect(x).toBeLessThanOrEqual(260)
    expect(y).toBeGreaterThanOrEqual(20)
    expect(y).toBeLessThanOrEqual(many.height - 20)
  }
})

it('draws each wait once, with a head', () => {
  const { edges } = waitsGraph([wait('ann', 'bob'), wait('bob', 'ann')], 300)
  expect(edges.map(({ path }) => path)).not.toContain('')
  expect(edges[0]?.path).not.toBe(edges[1]?.path)
  for (const { head } of edges) expect(head).toMatch(/^M.*Z$/)
})
