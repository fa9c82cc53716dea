/**
 * The starter scripts come to what a real PostgreSQL 15 and a real MariaDB 10.11 have answered:
 * rows, waits and SQLSTATE. `node scripts/oracles.mjs --record` writes what is compared here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { InterleavingCase } from '../../engine/contract/interleaving.ts'
import { parseInterleaving } from '../../engine/formats/parseInterleaving.ts'
import { comparable } from './comparable.ts'
import { playCase } from './playCase.ts'

const folder = 'public/scripts'

function casesOf(file: string): [string, InterleavingCase][] {
  const parsed = parseInterleaving(readFileSync(join(folder, file), 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.cases.map(single => [`${file.replace('.json', '')} ${single.id}`, single])
}

function recordedBy(edition: string): Record<string, string[]> {
  return JSON.parse(readFileSync(`src/cli/interleave/recorded/${edition}.json`, 'utf8'))
}

const recorded = { ...recordedBy('mysql'), ...recordedBy('postgresql') }
const files = readdirSync(folder).filter(file => file !== 'index.json')

test.each(files.flatMap(casesOf))('as a real database answers: %s', (name, single) => {
  expect(playCase(single, name).steps.map(comparable)).toEqual(recorded[name])
})
