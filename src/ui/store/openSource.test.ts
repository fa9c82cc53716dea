/** Opening a story, a link, a file; and what is told when that cannot be. */
import { beforeEach, expect, test } from 'vitest'
import { engineStore } from './engineStore.ts'
import { sourceIn } from './openAddress.ts'
import { openFile } from './openFile.ts'
import { openSource, sourceKindOf } from './openSource.ts'
import { exampleOpened, installFakeEngine } from './testing/fakeEngine.ts'
import { viewStore } from './viewStore.ts'

const problem = { path: 'cluster.instances[0].az', message: 'no zone "d"', allowed: 'a, b, c' }

beforeEach(() => viewStore.setState(viewStore.getInitialState()))

test('without a link the page opens on four-of-six', () => {
  expect(sourceIn('')).toBe('four-of-six')
  expect(sourceIn('#slow-tail')).toBe('slow-tail')
})

test('a name is told from a link', () => {
  expect(sourceKindOf('slow-tail')).toBe('story')
  expect(sourceKindOf('1AgMEBQ_x.9')).toBe('link')
})

test('what was opened plays', async () => {
  const { calls } = installFakeEngine({ open: exampleOpened })
  expect(await openSource('quiet', 'story')).toBe(true)
  expect(calls.map(([name]) => name)).toEqual(['open', 'describe'])
  expect(calls[0]?.slice(1)).toEqual(['quiet', true])
  expect(engineStore.getState().opened?.scenario.name).toBe('quiet')
})

test('the dialog that a story was asked from is closed, one opened meanwhile stays', async () => {
  installFakeEngine({ open: exampleOpened })
  viewStore.setState({ dialog: 'scenarios' })
  await openSource('quiet', 'story')
  expect(viewStore.getState().dialog).toBeNull()
  const opening = openSource('quiet', 'story')
  viewStore.setState({ dialog: 'whichRange' })
  await opening
  expect(viewStore.getState().dialog).toBe('whichRange')
})

test('bad input names the place and what is allowed, and leaves the run untouched', async () => {
  installFakeEngine({ open: { ok: false, problems: [problem] } })
  engineStore.setState({ opened: exampleOpened.opened })
  expect(await openSource('{}', 'file')).toBe(false)
  const { notice } = viewStore.getState()
  expect(notice).toMatchObject({ problems: [problem], offersOpening: true })
  expect(notice?.text).toMatch(/untouched/)
  expect(engineStore.getState().opened).toBe(exampleOpened.opened)
})

test('a file far too large is refused before it is read', async () => {
  const { calls } = installFakeEngine()
  const file = { name: 'film.json', size: 5_000_000 } as File
  expect(await openFile(file)).toBe(false)
  expect(calls).toEqual([])
  expect(viewStore.getState().notice?.problems?.[0]?.path).toBe('film.json')
})
