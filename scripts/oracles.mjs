/**
 * Holds the simulation to real databases: PostgreSQL and MariaDB from Debian's packages play the
 * starter scripts and random programs and must agree on rows, waits and SQLSTATE. One that cannot
 * be had is told and left out. `--record` writes what they answered to the scripts to where the
 * unit tests compare it; `--random N` and `--from SEED` say which random programs, else 12 from 1.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleForNode } from './bundleForNode.mjs'
import { differences } from './oracles/differences.mjs'
import { startMariadb } from './oracles/startMariadb.mjs'
import { playThere } from './oracles/playThere.mjs'
import { randomCase } from './oracles/randomCase.mjs'
import { startPostgresql } from './oracles/startPostgresql.mjs'
import { projectFolder } from './projectFolder.mjs'

const options = {
  record: { type: 'boolean' },
  random: { type: 'string' },
  from: { type: 'string' },
}
const { values: given } = parseArgs({ options })

const dealing = await bundleForNode('src/cli/interleave/dealing.ts')
const scripts = join(projectFolder, 'public', 'scripts')
const recorded = join(projectFolder, 'src', 'cli', 'interleave', 'recorded')

/** There is no database left with several writers of Aurora's kind. */
const oneWriter = 'single-master'

function casesOf(edition) {
  const files = readdirSync(scripts).filter(file => file !== 'index.json')
  return files.flatMap(file => {
    const script = file.replace('.json', '')
    const { cases } = dealing.parseInterleaving(readFileSync(join(scripts, file), 'utf8'))
    const its = cases.filter(single => single.edition === edition && single.topology === oneWriter)
    return its.map(single => ({ name: `${script} ${single.id}`, single }))
  })
}

function linesOf({ steps }) {
  return steps.map(dealing.comparable)
}

function randomCases(edition) {
  const from = Number(given.from ?? 1)
  return Array.from({ length: Number(given.random ?? 12) }, (_, index) => {
    const single = randomCase(edition, from + index)
    return { name: single.id, single }
  })
}

async function answersOf(database, cases) {
  const answers = {}
  for (const { name, single } of cases) {
    answers[name] = linesOf(await playThere(dealing, database, single))
  }
  return answers
}

function tellDifference(name, there, here) {
  const at = there.findIndex((line, index) => line !== here[index])
  console.error(`${name}, step ${at + 1}\n  there: ${there[at]}\n  here:  ${here[at]}`)
}

function isExpected(database, name) {
  return differences.some(its => its.database === database && its.cases.includes(name))
}

/** True when every case agrees that is to agree, and no other does. */
function compare(database, cases, answers) {
  const wrong = cases.filter(({ name, single }) => {
    const here = linesOf(dealing.playCase(single, name))
    const isSame = agrees(here, answers[name]) || areDeadlocks(database, name, here, answers[name])
    if (isSame === !isExpected(database.name, name)) return false
    if (isSame) console.error(`${name}: listed as different, and is the same`)
    else tellDifference(name, answers[name], here)
    return true
  })
  console.error(`${database.name}: ${cases.length} cases, ${wrong.length} not as they should be`)
  return wrong.length === 0
}

/** Several let go at once come in any order. */
function agrees(here, there) {
  return JSON.stringify(here.map(inOrder)) === JSON.stringify(there.map(inOrder))
}

/** Whom a deadlock hits depends on what each database counts; in a random program any will do. */
function areDeadlocks({ deadlock }, name, ...answers) {
  const isDeadlock = lines => lines.some(line => line.includes(deadlock))
  return name.startsWith('random') && answers.every(isDeadlock)
}

function inOrder(line) {
  const [step, came] = line.split(' → ')
  return [step, ...came.split(', ').sort()].join(', ')
}

function record({ edition }, answers) {
  writeFileSync(join(recorded, `${edition}.json`), `${JSON.stringify(answers, null, 2)}\n`)
}

async function hold(database) {
  try {
    const scripted = casesOf(database.edition)
    const random = randomCases(database.edition)
    const answers = await answersOf(database, scripted)
    if (given.record) record(database, answers)
    const more = await answersOf(database, random)
    return compare(database, [...scripted, ...random], { ...answers, ...more })
  } finally {
    database.stop()
  }
}

/** Null when it cannot be had. */
async function begin(name, start) {
  const database = await start()
  if (database === null) {
    console.error(`${name}: left out, since it cannot be had on this machine`)
  }
  return database
}

// Installed one after the other, played side by side: both mostly wait.
const databases = [await begin('PostgreSQL', startPostgresql), await begin('MariaDB', startMariadb)]
const results = await Promise.all(databases.filter(database => database !== null).map(hold))
process.exitCode = results.every(Boolean) ? 0 : 1
