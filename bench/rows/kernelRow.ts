/** Row 1: the bare kernel beside simjs on the six-way quorum write; both must do the same work. */
import { compare } from '../compare.ts'
import type { BenchRow, Finding } from '../finding.ts'
import { quorumOnKernel } from '../models/quorumOnKernel.ts'
import { quorumOnSimjs } from '../models/quorumOnSimjs.ts'
import { told } from '../spread.ts'

const slice = { events: 150_000, pairs: 15, warmUps: 4 }
const goals = [
  { clients: 100, times: 4 },
  { clients: 1_000, times: 6 },
]

function measure(goal: { clients: number; times: number }): Finding {
  const own = quorumOnKernel(goal.clients, 1)
  const peer = quorumOnSimjs(goal.clients, 1)
  const { ratio, first, second } = compare(own, peer, slice)
  const isSameWork = JSON.stringify(own.sums()) === JSON.stringify(peer.sums())
  const rates = `${told(first, 1)} against ${told(second, 1)} M events a CPU second`
  return {
    what: `kernel, six-way quorum write, ${goal.clients} clients`,
    goal: `${goal.times} x simjs`,
    found: `${told(ratio, 1)} x; ${rates}; ${isSameWork ? 'same sums' : 'THE SUMS DIFFER'}`,
    isMet: isSameWork && ratio.median >= goal.times,
  }
}

export const kernelRow: BenchRow = { id: 'kernel', measure: () => goals.map(measure) }
