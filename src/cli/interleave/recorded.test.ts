/**
 * The starter scripts come to what a real PostgreSQL 15 and a real MariaDB 10.11 have answered:
 * rows, waits and SQLSTATE. `node scripts/oracles.mjs --record` writes what is compared here. No
 * database with several such writers is left to ask: what those scripts come to stands in
 * `severalWriters.json`, held against the matrix of the reference (4.1).
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
const all = files.flatMap(casesOf)
const real = all.filter(([, { topology }]) => topology === 'single-master')
const several = all.filter(([, { topology }]) => topology === 'multi-master')

test.each(real)('as a real database answers: %s', (name, single) => {
  expect(playCase(single, name).steps.map(comparable)).toEqual(recorded[name])
})

test.each(several)('I25, as the reference says of several writers: %s', (name, single) => {
  const expected = recordedBy('severalWriters')[name]
  expect(playCase(single, name).steps.map(comparable)).toEqual(expected)
})

test('every script stands in the list', () => {
  const index: { name: string }[] = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  expect(new Set(index.map(({ name }) => `${name}.json`))).toEqual(new Set(files))
})
