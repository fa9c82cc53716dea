/**
 * Colours come from the tokens alone, and the one of durability stands for nothing else: whoever
 * sees it anywhere on the page may think "on disk at enough copies", or on its way there.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const page = fileURLToPath(new URL('..', import.meta.url))

const sources = readdirSync(page, { recursive: true, withFileTypes: true })
  .filter(its => its.isFile() && /\.(css|tsx?)$/.test(its.name) && !its.name.includes('.test.'))
  .map(its => join(its.parentPath, its.name))
  .filter(path => !path.includes('/testing/') && !path.includes('/playground/'))
  .map(path => ({ path: relative(page, path), text: readFileSync(path, 'utf8') }))

/** Words of code that are no colour: private fields, fragments of addresses. */
const literal =
  /(?<=[:\s('"`])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|oklch)\(/gi

test('no colour is written but as a token', () => {
  const found = sources
    .filter(({ path }) => path !== 'theme/tokens.css')
    .flatMap(({ path, text }) => (text.match(literal) ?? []).map(its => `${path}: ${its}`))
  expect(found).toEqual([])
})

/** Where durability is drawn, and what of it. */
const durable: Record<string, string> = {
  'theme/tokens.css': 'the token itself',
  'scene/label.ts': 'the tone of a word',
  'scene/shapes/quorumShape.ts': 'how many copies have it',
  'scene/shapes/bracketShape.ts': 'the safe point',
  'scene/multimaster/contestLabels.ts': 'the safe point of each writer',
  'scene/zoom/logShapes.ts': 'how far a copy has all',
  'scene/zoom/momentShapes.ts': 'when a record was on disk, and when it was safe',
  'scene/zoom/recordStrip.ts': 'records on disk at enough copies',
  'scene/zoom/rungShapes.ts': 'the answer that completes the write set',
  'scene/zoom/stations.ts': 'what a copy says that it has on disk',
  'stage/zoom/zoom.css': 'the same moments, brackets and answers, from near',
  'stage/stage.css': 'the tone of a word; the volume that all copies make',
  'stage/art/bracket.css': 'the bracket of the safe point',
  'stage/art/multiMaster.css': 'the bracket of a lane; copies that hold the newest page',
  'stage/art/volume.css': 'copies that are filled, so that they count',
  'canvas/messageLook.ts': 'what copies say that they have on disk',
  'panels/keys/singleMasterSigns.ts': 'the legend of the bracket',
  'panels/keys/volumeSigns.ts': 'the legend of a copy that is filled',
  'panels/volume/Ruler.module.css': 'VDL on the ruler',
  'panels/volume/rulerMarks.ts': 'VDL on the ruler',
  'panels/volume/writerMarks.ts': 'VDL on the ruler',
  'spacetime/Spacetime.module.css': 'a commit that is durable, and VDL',
}

test('the colour of durability is used for durability alone', () => {
  const found = sources
    .filter(({ text }) => /var\(--durable\)|(?:tone|colour|, )[^\n]*'durable'/.test(text))
    .map(({ path }) => path)
    .filter(path => !Object.hasOwn(durable, path))
  expect(found).toEqual([])
})

test('every place named for durability draws it', () => {
  const drawn = new Set(sources.filter(({ text }) => /durable/.test(text)).map(its => its.path))
  expect(Object.keys(durable).filter(path => !drawn.has(path))).toEqual([])
})

test('every writer has a hatching of its own, for what is asked and for what is kept', () => {
  const textOf = (wanted: string) => sources.find(({ path }) => path === wanted)?.text ?? ''
  const strokes = textOf('stage/art/WriterPatterns.tsx').matchAll(/^ {2}\d: '([^']+)'/gm)
  expect(new Set([...strokes].map(([, path]) => path)).size).toBe(4)
  const css = textOf('stage/art/multiMaster.css')
  const used = [1, 2, 3, 4].flatMap(hue => [`mm-hatch-${hue}`, `mm-full-${hue}`])
  expect(used.filter(id => !css.includes(`url("#${id}")`))).toEqual([])
})
