/**
 * Writes the JSON Schema of scenarios to public/, from the definition that validates them. With
 * `--check` it writes nothing and fails when the file is stale.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { bundleForNode } from './bundleForNode.mjs'
import { projectFolder } from './projectFolder.mjs'

const path = join(projectFolder, 'public', 'scenario.schema.json')

/** No other keys are allowed: `false` says it shorter than `{ "not": {} }`. */
function shorten(key, value) {
  return key === 'additionalProperties' && value?.not !== undefined ? false : value
}

/** In the layout of all JSON here. */
function format(text) {
  const biome = join(projectFolder, 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const words = [biome, 'format', '--stdin-file-path', 'public/scenario.schema.json']
  const options = { cwd: projectFolder, input: text, encoding: 'utf8' }
  return spawnSync(process.execPath, words, options).stdout
}

async function makeSchema() {
  const { scenarioSchema } = await bundleForNode('src/engine/formats/scenarioSchema.ts')
  const { $schema, ...rest } = toJsonSchema(scenarioSchema, { errorMode: 'ignore' })
  const title = 'Aurora Playground scenario, version 1'
  return format(JSON.stringify({ $schema, title, ...rest }, shorten))
}

function read() {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const text = await makeSchema()
const isStale = read() !== text
const isCheck = process.argv.includes('--check')
if (!isCheck) writeFileSync(path, text)
if (isCheck && isStale) {
  console.error('public/scenario.schema.json is stale: run `node scripts/schema.mjs`.')
  process.exitCode = 1
}
