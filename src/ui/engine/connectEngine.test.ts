/** A worker that dies costs nothing: the recording, the view and open calls live on the page. */
import { expect, test } from 'vitest'
import type { Command } from '../../engine/contract/commands.ts'
import type { Recording, View } from '../../engine/contract/recording.ts'
import type { EngineApi, FramePacket } from '../../workers/api.ts'
import { connectEngine } from './connectEngine.ts'
import type { LinkListeners } from './workerLink.ts'

const crash: Command = { do: 'InjectFault', fault: 'NodeCrash', target: 'node-a1' }
const heal: Command = { do: 'HealAll' }

const opened = {
  recording: {
    scenario: { name: 'x' },
    seed: 1,
    branch: 'main',
    branches: [{ id: 'main', from: null, commands: [] }],
  },
  view: { at: 1_000, speed: null, selection: 'node-a1' },
}

function packet(at: number, playback: object = {}): FramePacket {
  const moving = new ArrayBuffer(8)
  const plain = { at, isPaced: true, speed: '1', isPlaying: false, ...playback }
  return { frame: { at }, moving, playback: plain } as unknown as FramePacket
}

interface FakeLink {
  listeners: LinkListeners
  posted: unknown[]
  isEnded: boolean
  asked: { name: string; parameters: unknown[] }[]
  /** Answers of calls by name; without one a call stays open. */
  answers: Record<string, unknown>
}

/** Links without a worker, a clock that is told the time, a timer that is rung by hand. */
function create(answers: Record<string, unknown> = {}) {
  const links: FakeLink[] = []
  const timers: { task: () => void; isStopped: boolean }[] = []
  const states: string[] = []
  const frames: FramePacket[] = []
  const time = { now: 0 }
  const connection = connectEngine(
    { onFrame: frame => frames.push(frame), onConnection: state => states.push(state) },
    {
      clock: () => time.now,
      every: task => {
        const timer = { task, isStopped: false }
        timers.push(timer)
        return () => {
          timer.isStopped = true
        }
      },
      start: listeners => {
        const link: FakeLink = { listeners, posted: [], isEnded: false, asked: [], answers }
        links.push(link)
        return {
          api: apiOf(link),
          post: message => link.posted.push(message),
          end: () => {
            link.isEnded = true
          },
        }
      },
    },
  )
  const ring = () => {
    for (const { task } of timers.filter(({ isStopped }) => !isStopped)) task()
  }
  return { ...connection, links, states, frames, time, ring, last: () => links.at(-1)! }
}

function apiOf(link: FakeLink): EngineApi {
  const call = (name: string, parameters: unknown[]) => {
    link.asked.push({ name, parameters })
    const answer = link.answers[name]
    return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer)
  }
  return new Proxy({} as EngineApi, {
    get: (_, name) => (name === 'then' ? undefined : (...p: unknown[]) => call(String(name), p)),
  })
}

const all = { open: { ok: true, opened }, resume: { ok: true, opened }, play: null, pause: null }

async function settle(): Promise<void> {
  for (let step = 0; step < 20; step++) await Promise.resolve()
}

test('gives the buffer of a frame back once the next has come', () => {
  const { last, frames } = create()
  const [first, second] = [packet(1), packet(2)]
  last().listeners.onFrame(first)
  expect(last().posted).toEqual([])
  last().listeners.onFrame(second)
  expect(last().posted).toEqual([{ moving: first.moving }])
  expect(frames).toEqual([first, second])
})

test('a worker that dies is started again with every command, at the instant shown', async () => {
  const { engine, last, links, states, time } = create({
    ...all,
    command: { accepted: true, at: 5_000, branch: 'main' },
  })
  await engine.open('x')
  await engine.command(crash)
  last().listeners.onFrame(packet(9_000, { isPlaying: true, isPaced: false, speed: '1/100' }))
  time.now = 60_000
  last().listeners.onDeath()
  await settle()
  expect(links).toHaveLength(2)
  expect(links[0]!.isEnded).toBe(true)
  const [resume, play] = last().asked
  const [recording, view] = resume!.parameters as [Recording, View]
  expect(resume!.name).toBe('resume')
  expect(recording.branches[0]!.commands).toEqual([{ at: 5_000, command: crash }])
  expect(view).toEqual({ at: 9_000, speed: '1/100', selection: 'node-a1' })
  expect(play!.name).toBe('play')
  expect(states).toEqual(['live', 'lost', 'resumed'])
})

test('the copy follows forks, refusals and switches of branch', async () => {
  const answers: Record<string, unknown> = { ...all, switchBranch: null }
  const { engine, last } = create(answers)
  await engine.open('x')
  answers.command = { accepted: true, at: 5_000, branch: 'main' }
  await engine.command(crash)
  answers.command = {
    accepted: false,
    reason: { key: 'r', parameters: {} },
    at: 7_000,
    branch: 'main',
  }
  await engine.command(heal)
  answers.command = { accepted: true, at: 6_000, branch: 'branch-2' }
  await engine.command(heal)
  await engine.switchBranch('main')
  last().listeners.onDeath()
  await settle()
  const [recording] = last().asked[0]!.parameters as [Recording]
  const main = [
    { at: 5_000, command: crash },
    { at: 7_000, command: heal },
  ]
  expect(recording.branch).toBe('main')
  expect(recording.branches).toEqual([
    { id: 'main', from: null, commands: main },
    {
      id: 'branch-2',
      from: { branch: 'main', at: 6_000 },
      commands: [main[0], { at: 6_000, command: heal }],
    },
  ])
})

test('a call that was open when the worker died is asked once more, and answered', async () => {
  const answers: Record<string, unknown> = { ...all }
  const { engine, last } = create(answers)
  await engine.open('x')
  const given = engine.command(crash)
  answers.command = { accepted: true, at: 1_000, branch: 'main' }
  last().listeners.onDeath()
  expect(await given).toMatchObject({ accepted: true })
  expect(last().asked.map(({ name }) => name)).toEqual(['resume', 'command'])
})

test('five beats without an answer mean that the worker is gone', async () => {
  const { last, links, ring, states } = create()
  for (let beat = 0; beat < 4; beat++) ring()
  last().listeners.onAlive()
  for (let beat = 0; beat < 5; beat++) ring()
  expect(links).toHaveLength(1)
  expect(last().posted).toContain('alive?')
  ring()
  await settle()
  expect(links).toHaveLength(2)
  expect(states).toEqual(['live', 'lost', 'resumed'])
})

test('a worker that dies again and again is given up, and open calls are told', async () => {
  const { engine, last, links, states } = create(all)
  await engine.open('x')
  const open = engine.report()
  const told = expect(open).rejects.toThrow(/the engine stopped, and stopped again/)
  for (let death = 0; death < 3; death++) {
    last().listeners.onDeath()
    await settle()
  }
  await told
  expect(links).toHaveLength(3)
  expect(states.at(-1)).toBe('lost')
})

test('dying right after a start, it is not played on when it comes back', async () => {
  const { engine, last } = create(all)
  await engine.open('x')
  last().listeners.onFrame(packet(9_000, { isPlaying: true }))
  last().listeners.onDeath()
  await settle()
  expect(last().asked.map(({ name }) => name)).toEqual(['resume'])
})
