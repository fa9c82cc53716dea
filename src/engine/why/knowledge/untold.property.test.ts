/**
 * M17: nothing that is shown through one actor's eyes depends on what it was not told. What others
 * have is spoilt in place, and nothing is seen of it; and of two runs, in one of which something
 * befalls another, both look alike until a message tells the difference.
 */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import type { Knowledge } from '../../contract/knowledge.ts'
import { apply, runUntil, type Simulation } from '../../simulation.ts'
import { listenAt } from '../../testing/listenAt.ts'
import { setMmStage } from '../../testing/mmStage.ts'
import { startCluster } from '../../testing/startCluster.ts'

interface Ear {
  ask(): Knowledge
  /** All that has arrived so far, as text. */
  arrivals: string[]
}

function earAt(simulation: Simulation, name: string): Ear {
  runUntil(simulation, simulation.world.now, 0)
  const arrivals = noteArrivals(simulation, simulation.world.actors.indexOf(name))
  return { ask: listenAt(simulation, name), arrivals }
}

function noteArrivals({ context }: Simulation, actor: number): string[] {
  const arrivals: string[] = []
  context.receivers.forEach((receive, kind) => {
    if (receive === undefined) return
    context.receivers[kind] = (ctx, to, slot) => {
      const { from, sentAt, a, b, c, d, e, f } = ctx.world.network.messages
      const said = [a, b, c, d, e, f].map(column => column[slot])
      if (to === actor) arrivals.push([ctx.world.now, kind, from[slot], sentAt[slot], said].join())
      return receive(ctx, to, slot)
    }
  })
  return arrivals
}

/** Numbers that count through the whole cluster are names, and no state. */
const names = new Set(['proposal', 'transaction', 'holder', 'tentative', 'message'])

/** Where two answers differ, as paths with both values. */
function differences(one: unknown, other: unknown, path = ''): string[] {
  if (names.has(path.split('.').at(-1)!) || Object.is(one, other)) return []
  const areBoth = typeof one === 'object' && typeof other === 'object' && one && other
  if (!areBoth) return [`${path}: ${JSON.stringify(one)} ≠ ${JSON.stringify(other)}`]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].flatMap(key =>
    differences(one[key as never], other[key as never], `${path}.${key}`),
  )
}

/** Everything that is not the actor’s own: power, disks, log bits, caches, versions, counts. */
function spoilOthers({ world }: Simulation, actor: number): void {
  const own = actor - world.instances.length
  for (const [index, node] of world.nodes.entries()) if (index !== own) node.isUp = false
  for (const zone of world.zones) zone.isOut = true
  for (const [index, group] of world.groups.entries()) {
    for (const segment of group.segments) {
      if (segment.node !== own) spoilCopy(world, index, segment)
    }
  }
  for (const application of world.applications) {
    application.answered += 7
    application.lost += 1
    application.state.fill(1)
  }
  for (const [index, instance] of world.instances.entries()) {
    if (index === actor) continue
    instance.status = 'down'
    instance.memory.vdl += 1_000
    instance.memory.cpuPpm = 999_999
  }
  spoilWriters({ world } as Simulation, actor)
}

function spoilCopy(
  { log }: Simulation['world'],
  group: number,
  segment: Simulation['world']['groups'][number]['segments'][number],
): void {
  segment.scl += 1_000
  for (let row = 0; row < log.capacity; row++) {
    if (log.group[row] === group) log.heldBy[row] = log.heldBy[row]! ^ (1 << segment.slot)
  }
}

function spoilWriters({ world }: Simulation, actor: number): void {
  const mm = world.multiMaster
  if (!mm) return
  const own = actor - world.instances.length
  mm.pages.version.forEach((version, page) => {
    mm.pages.version[page] = version + 50
    mm.pages.lastWriter[page] = 1
    mm.pages.touchedAt[page] = world.now
  })
  for (const [index, writer] of mm.writers.entries()) {
    for (const group of writer.groups) group.scl.fill(777)
    for (const record of writer.log) {
      const keeps = own < 0 ? 0 : record.heldBy & slotBit(world, own)
      record.heldBy = own < 0 || !keeps ? (own < 0 ? 0b111111 : 0) : keeps
      if (index !== actor) record.state = 'committed'
    }
    writer.staleSince.fill(1)
    if (index === actor) continue
    writer.cache.fill(40)
    writer.status = 'recovery'
    Object.assign(writer, { vdl: 999, vcl: 999, commits: 99, conflicts: 99, nextLsn: 1_000 })
  }
  mm.versions.forEach((versions, slot) => {
    if (own >= 0 && slotBit(world, own) === 1 << slot) return
    versions.fill(60)
    mm.tentatives[slot]!.fill(0)
  })
  mm.conflicts.inFlight += 5
}

/** In the one group of these stages. */
function slotBit(world: Simulation['world'], node: number): number {
  const { slot } = world.groups[0]!.segments.find(each => each.node === node)!
  return 1 << slot
}

function busyWriters(writers: number) {
  const shop = { kind: 'sessions' as const, sessions: 3, thinkMicros: 2_000, writes: 2, reads: 1 }
  const workload = Array.from({ length: writers }, (_, index) => ({
    ...shop,
    id: `shop${index + 1}`,
    on: `w${index + 1}`,
  }))
  return setMmStage({ writers, workload, rows: 64 })
}

const stages: Record<string, () => Simulation> = {
  'one writer': () => startCluster({ sessions: 6, readers: 2, route: 'cluster' }).simulation,
  'two groups': () => startCluster({ sessions: 6, groups: 2 }).simulation,
  'two writers': () => busyWriters(2).simulation,
  'four writers': () => busyWriters(4).simulation,
}

const eyes = ['w1', 'node-a1', 'r1', 'w2']

for (const [name, make] of Object.entries(stages)) {
  test(`M17: spoilt where it was not told, nothing changes to the eye: ${name}`, () => {
    for (const actor of eyes) {
      const simulation = make()
      const { world } = simulation
      const number = world.actors.indexOf(actor)
      if (number < 0 || number >= world.instances.length + world.nodes.length) continue
      runUntil(simulation, 100_000, Infinity)
      const ask = listenAt(simulation, actor)
      runUntil(simulation, 103_217, Infinity)
      const before = structuredClone(ask())
      spoilOthers(simulation, number)
      expect(differences(before, ask()).slice(0, 12), actor).toEqual([])
    }
  })
}

const deeds: Record<string, Command[]> = {
  'one writer': [
    { do: 'InjectFault', fault: 'NodeCrash', target: 'node-b2' },
    { do: 'InjectFault', fault: 'LinkCut', target: 'node-b1<>node-b2' },
    { do: 'InjectFault', fault: 'SlowNode', target: 'node-b1', factor: 20 },
    { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' },
    { do: 'InjectFault', fault: 'InstanceCrash', target: 'r2' },
  ],
  'four writers': [
    { do: 'InjectFault', fault: 'InstanceCrash', target: 'w3' },
    { do: 'InjectFault', fault: 'NodeCrash', target: 'node-b2' },
  ],
}

for (const [name, commands] of Object.entries(deeds)) {
  test(`M17: what befalls another is not seen before a message tells it: ${name}`, () => {
    let alike = 0
    for (const command of commands) {
      for (const actor of eyes) {
        if ('target' in command && command.target === actor) continue
        alike += stepsAlike(stages[name]!, actor, command)
      }
    }
    expect(alike).toBeGreaterThan(60)
  })
}

/** Steps for which both runs told the actor the same, in all of which they must look the same. */
function stepsAlike(make: () => Simulation, name: string, command: Command): number {
  const runs = [make(), make()] as const
  if (!runs[0].world.actors.includes(name)) return 0
  for (const run of runs) runUntil(run, 60_000, Infinity)
  const ears = runs.map(each => earAt(each, name))
  for (const run of runs) runUntil(run, 70_000, Infinity)
  expect(apply(runs[1], command).accepted).toBe(true)
  for (let step = 0; step < 24; step++) {
    const [one, other] = ears as [Ear, Ear]
    if (one.arrivals.join('\n') !== other.arrivals.join('\n')) return step
    expect(differences(one.ask(), other.ask()).slice(0, 12), `${name} after ${command.do}`).toEqual(
      [],
    )
    for (const run of runs) runUntil(run, run.world.now + 170, Infinity)
  }
  return 24
}
