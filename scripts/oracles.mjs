/**
 * Holds the simulation to real databases: PostgreSQL and MariaDB from Debian's packages play the
 * starter scripts and must agree on rows, waits and SQLSTATE. `--record` writes what they answered
 * to where the unit tests compare it. One that cannot be had is told and left out.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleForNode } from './bundleForNode.mjs'
import { differences } from './oracles/differences.mjs'
import { startMariadb } from './oracles/mariadb.mjs'
import { playThere } from './oracles/playThere.mjs'
import { startPostgresql } from './oracles/postgresql.mjs'
import { projectFolder } from './projectFolder.mjs'

const dealing = await bundleForNode('src/cli/interleave/dealing.ts')
const scripts = join(projectFolder, 'public', 'scripts')
const recorded = join(projectFolder, 'src', 'cli', 'interleave', 'recorded')

function casesOf(edition) {
  const files = readdirSync(scripts).filter(file => file !== 'index.json')
  return files.flatMap(file => {
    const script = file.replace('.json', '')
    const { cases } = dealing.parseInterleaving(readFileSync(join(scripts, file), 'utf8'))
    const its = cases.filter(single => single.edition === edition)
    return its.map(single => ({ name: `${script} ${single.id}`, single }))
  })
}

function linesOf({ steps }) {
  return steps.map(dealing.comparable)
}

async function answersOf(database) {
  const answers = {}
  for (const { name, single } of casesOf(database.edition)) {
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
function compare(database, answers) {
  const cases = casesOf(database.edition)
  const wrong = cases.filter(({ name, single }) => {
    const here = linesOf(dealing.playCase(single, name))
    const isSame = JSON.stringify(here) === JSON.stringify(answers[name])
    if (isSame === !isExpected(database.name, name)) return false
    if (isSame) console.error(`${name}: listed as different, and is the same`)
    else tellDifference(name, answers[name], here)
    return true
  })
  console.error(`${database.name}: ${cases.length} cases, ${wrong.length} not as they should be`)
  return wrong.length === 0
}

function record({ edition }, answers) {
  writeFileSync(join(recorded, `${edition}.json`), `${JSON.stringify(answers, null, 2)}\n`)
}

async function hold(name, start) {
  const database = await start()
  if (database === null) {
    console.error(`${name}: left out, since it cannot be had on this machine`)
    return true
  }
  try {
    const answers = await answersOf(database)
    if (process.argv.includes('--record')) record(database, answers)
    return compare(database, answers)
  } finally {
    database.stop()
  }
}

const results = [await hold('PostgreSQL', startPostgresql), await hold('MariaDB', startMariadb)]
process.exitCode = results.every(Boolean) ? 0 : 1
