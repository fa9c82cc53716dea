/**
 * Plays a case of an interleaving in a real database: the same dealing of steps as in the
 * simulation; whether a step waits, the database itself says.
 */
import { setTimeout } from 'node:timers/promises'
import { untilTrue } from './untilTrue.mjs'

/** Answers in the form of Formats §8. */
export async function playThere(dealing, database, single) {
  const { createDeal, isAllIssued, nextStep } = dealing
  const deal = createDeal(single)
  const there = await database.open()
  await there.setUp(dealing.setupStatements(single))
  const open = new Map()
  const play = { dealing, deal, there, open, isolation: single.isolation }
  while (!isAllIssued(deal)) {
    const index = nextStep(deal)
    if (index === null) await untilTrue('a session is released', () => takeAnswers(play))
    else await issueStep(play, index)
    await untilTrue('every step is answered or waits', () => isSettledForLong(play))
  }
  await there.close()
  return { id: single.id, steps: deal.answers }
}

async function issueStep({ dealing, deal, there, open, isolation }, index) {
  const session = await there.session(dealing.sessionOf(deal, index), isolation)
  const step = { session, answer: null }
  open.set(index, step)
  dealing.issue(deal, index)
  session.run(deal.steps[index].sql).then(answer => {
    step.answer = answer
  })
}

/** True when there was one. */
async function takeAnswers({ dealing, deal, open }) {
  const answered = [...open].filter(([, { answer }]) => answer !== null)
  for (const [index, { answer }] of answered) {
    open.delete(index)
    dealing.noteAnswer(deal, index, answer)
  }
  return answered.length > 0
}

/** Who has just been let go, or is about to be found in a deadlock, still seems to wait. */
const momentMillis = 25

async function isSettledForLong(play) {
  if (!(await areAllWaiting(play))) return false
  await setTimeout(momentMillis)
  if ((await takeAnswers(play)) || !(await areAllWaiting(play))) return false
  for (const index of play.open.keys()) play.dealing.noteWait(play.deal, index)
  return true
}

/** Every step that is not answered waits for another session. */
async function areAllWaiting(play) {
  await takeAnswers(play)
  for (const { session } of play.open.values()) {
    if (!(await play.there.isWaiting(session))) return false
  }
  return true
}
