/**
 * The lesson on the real engine: what it asks about comes after the question, the run decides who
 * was right, and the goal can be missed and reached by the ways that the words name.
 */
import { expect, test } from 'vitest'
import type { Command } from '../../engine/contract/commands.ts'
import { scenarios } from '../../engine/answers.ts'
import { parseDuration } from '../../engine/index.ts'
import { createEngineApi } from '../../workers/createEngineApi.ts'
import { loadLater } from '../../workers/loadLater.ts'
import { realEngine } from '../../workers/realEngine.ts'
import { createSession } from '../../workers/session.ts'
import { fakePage } from '../../workers/testing/fakePage.ts'
import { fakeScheduler } from '../../workers/testing/fakeScheduler.ts'
import { lessonSentences } from '../../words/lessonSentences.ts'
import { moreSentences } from '../../words/moreSentences.ts'
import { learnSentences, say } from '../../words/say.ts'
import { judgeGoal, judgePrediction } from './judge.ts'
import type { Goal, Prediction, Step } from './lesson.ts'
import { changesOn, pagesOf } from './pagesOf.ts'
import { whoWinsAPage } from './whoWinsAPage.ts'

learnSentences(moreSentences)
learnSentences(lessonSentences)

async function open(story: string) {
  const scheduler = fakeScheduler()
  const page = fakePage()
  await loadLater()
  const api = createEngineApi(createSession(realEngine, scheduler), loadLater)
  await api.connectFrames(page.port as unknown as MessagePort)
  const ask = <Result>(promise: Promise<Result>) => scheduler.until(promise)
  await ask(api.open(story))
  return { api, ask, frame: () => page.packets.at(-1)!.frame }
}

function stepNamed(name: string): Step {
  return whoWinsAPage.steps.find(({ id }) => id === name)!
}

const question = stepNamed('predict')
const prediction = question.prediction as Prediction
const between = { from: question.at, to: prediction.revealTo }

test('C1: nothing of the outcome has happened at the instant of the question', async () => {
  const { api, ask } = await open(question.story)
  const within = ['0s', `${question.playTo}us`] as [string, string]
  const early = await ask(api.facts({ fact: 'VoteGiven', within }))
  const asked = await ask(api.facts({ fact: 'ProposalSent', within }))
  expect(early).toEqual([])
  expect(asked.map(({ parameters }) => Object(parameters).instance)).toEqual(['w1', 'w2'])
  for (const { fact } of prediction.choices.flatMap(({ holds }) => holds)) {
    expect(await ask(api.facts({ fact, within }))).toEqual([])
  }
})

test('C2, C3: the run decides: w1 was first at four copies, and w2 got 1213', async () => {
  const { api, ask } = await open(question.story)
  const { held, because } = await ask(judgePrediction(api, prediction, between))
  expect(held).toEqual(['w1'])
  expect(because.map(say)).toEqual([
    'First at a1, a2, c1 and c2 was the change of w1: four of six copies kept it.',
    'First at b1 and b2 was the change of w2: two of six copies kept it.',
    'Four are enough: the change of w1 stands.',
    'The others held it already when the change of w2 came, so they refused: two are too few. ' +
      'Its transaction is rolled back with error 1213. MySQL says deadlock; nothing was locked.',
  ])
})

test('T8: where the run was changed before the answer, it is judged as it went', async () => {
  const { api, ask } = await open(question.story)
  await ask(api.seek(question.at))
  await ask(api.command({ do: 'InjectFault', fault: 'AzOutage', target: 'az-c' }))
  expect((await ask(judgePrediction(api, prediction, between))).held).toEqual([])
  const late = { from: question.at, to: 80_000 }
  expect((await ask(judgePrediction(api, prediction, late))).held).toEqual(['neither'])
})

test('the rows that the lesson names are those of the story, and share a page', async () => {
  const { api, ask, frame } = await open(question.story)
  const { exhibit, story, at } = stepNamed('rows')
  await ask(api.seek(at))
  const script = scenarios[story]?.script ?? []
  const first = script.filter(({ at: text }) => parseDuration(text)! < question.playTo!)
  expect(exhibit?.changes).toEqual(
    first.map(entry => {
      const { session, on, write } = entry as Command & { do: 'RunTransaction' }
      return { session, on, row: write?.[0] }
    }),
  )
  const pages = pagesOf(frame(), exhibit?.table ?? '')
  expect(pages.map(page => changesOn(page, exhibit?.changes ?? []).length)).toEqual([
    2, 0, 0, 0, 0, 0,
  ])
})

const goalStep = stepNamed('both')
const goal = goalStep.goal as Goal

/** Tries it as the form does, and looks when it is over. */
async function attempt(rows: [number, number], delayMicros: number) {
  const { api, ask } = await open(goalStep.story)
  await ask(api.seek(goalStep.at))
  const standing = (to: number) => ask(judgeGoal(api, goal, { from: goalStep.at, to }))
  expect(await standing(goalStep.at)).toEqual({ kind: 'waiting' })
  for (const [index, { session, on }] of goal.act.changes.entries()) {
    const { table } = goal.act
    if (index === 1) await ask(api.seek(goalStep.at + delayMicros))
    const row = rows[index] as number
    await ask(api.command({ do: 'RunTransaction', session, on, table, write: [row] }))
  }
  expect(await standing(goalStep.at + delayMicros)).toEqual({ kind: 'underWay' })
  return standing(goalStep.at + delayMicros + 10_000)
}

const [atOnce, soon, later] = goal.act.delays.map(({ micros }) => micros) as [
  number,
  number,
  number,
]

test.each([
  ['inFlight', [1, 2], atOnce],
  ['staleBase', [1, 2], soon],
] as const)('the goal is missed by %s, and the sentence says how', async (cause, rows, delay) => {
  const standing = await attempt([...rows], delay)
  expect(standing).toMatchObject({ kind: 'failed', because: { parameters: { cause } } })
  const parameters = Object(standing).because.parameters
  expect(say({ key: `${goal.failed}.${cause}`, parameters })).toMatch(/^Not yet\. .*page 0/)
})

test.each([
  ['rows on different pages, at the same moment', [1, 40], atOnce],
  ['rows of one page, one after the other with time between', [1, 2], later],
  ['the same row, one after the other with time between', [1, 1], later],
] as const)('the goal is reached by %s', async (_, rows, delay) => {
  expect(await attempt([...rows], delay)).toEqual({ kind: 'passed' })
})
