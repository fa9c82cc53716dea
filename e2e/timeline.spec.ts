/** Looking at a run never changes it: seeking, sharing and forking. */
import { spawnSync } from 'node:child_process'
import { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

test('seeking back and forth ends in the same digest', async ({ playground }) => {
  await playground.open()
  await playground.seek('150ms')
  await playground.copy('b1').click()
  await playground.seek('900ms')
  const digest = await playground.digest()
  await playground.seek('20ms')
  expect(await playground.digest()).not.toBe(digest)
  await playground.seek('600ms')
  await playground.seek('900ms')
  expect(await playground.digest()).toBe(digest)
})

test('a shared link opens in a fresh browser to the same digest', async ({
  playground,
  browser,
}) => {
  await playground.open('#az-plus-one')
  await playground.seek('100ms')
  await playground.copy('b1').click()
  await playground.seek('400ms')
  const digest = await playground.digest()
  const hash = await playground.sharedHash()

  const context = await browser.newContext()
  const other = new PlaygroundPage(await context.newPage())
  await other.open(hash)
  await other.pause()
  await other.seek('400ms')
  expect(await other.digest()).toBe(digest)
  await other.isSound()
  await context.close()
})

test('a command given in the past starts a branch, and the chip names it', async ({
  playground,
}) => {
  await playground.open()
  await playground.seek('500ms')
  await expect(playground.chip()).toContainText('main')
  await playground.seek('200ms')
  await playground.copy('a1').click()
  await playground.idle()
  await expect(playground.chip()).not.toContainText('main')
  await expect(playground.chip()).toContainText('200')
})

test('the menu of branches leads to the other branch and back', async ({ playground }) => {
  await playground.open()
  await playground.seek('500ms')
  const digest = await playground.digest()
  await playground.seek('200ms')
  await playground.copy('a1').click()
  await playground.idle()
  await playground.goToBranch(/^main, the first/)
  await expect(playground.chip()).toContainText('main')
  expect((await playground.frame()).faults).toEqual([])
  await playground.seek('500ms')
  expect(await playground.digest()).toBe(digest)
  await playground.goToBranch(/left main at 200/)
  await expect(playground.chip()).not.toContainText('main')
  await playground.seek('500ms')
  expect((await playground.frame()).faults).toMatchObject([{ target: 'node-a1' }])
})

test('Copy in the Share panel: what is on the clipboard opens to the same digest', async ({
  playground,
  browser,
}) => {
  await playground.open('#az-plus-one')
  await playground.pause()
  await playground.seek('100ms')
  await playground.copy('b1').click()
  await playground.idle()
  const digest = await playground.digest()
  const copied = new URL(await playground.copyLink())

  const context = await browser.newContext()
  const other = new PlaygroundPage(await context.newPage())
  await other.open(copied.hash)
  await other.pause()
  await other.seek('100ms')
  expect(await other.digest()).toBe(digest)
  await context.close()
})

test('one key returns to the opening instant', async ({ playground }) => {
  await playground.open()
  await playground.seek('700ms')
  await playground.page.keyboard.press('Home')
  await playground.idle()
  expect((await playground.frame()).at).toBe(12_000)
})

test('steps go by event, message and fact', async ({ playground }) => {
  await playground.open()
  await playground.pause()
  for (const kind of ['event', 'message', 'fact'] as const) {
    const before = await playground.frame()
    await playground.step(kind)
    const after = await playground.frame()
    expect(after.events).toBeGreaterThan(before.events)
    expect(after.at).toBeGreaterThanOrEqual(before.at)
  }
})

test('every built-in story opens by its name', async ({ playground }) => {
  await playground.open()
  const { scenarios } = await playground.page.evaluate(() => window.playground.describe())
  const { stdout } = spawnSync('node', ['scripts/sim.mjs', 'list'], { encoding: 'utf8' })
  const listed: { name: string }[] = JSON.parse(stdout)
  expect(scenarios.map(({ name }) => name)).toEqual(listed.map(({ name }) => name))
  expect(scenarios.length).toBeGreaterThan(9)
  for (const { name, question } of scenarios) {
    await playground.load(name)
    await expect(playground.story()).toContainText(question)
  }
})

test('page and command line come to the same digest', async ({ playground }) => {
  await playground.open('#hole-and-gossip')
  await playground.seek('60ms')
  await playground.copy('b2').click()
  await playground.seek('250ms')
  const link = await playground.sharedHash()
  const run = ['scripts/sim.mjs', 'run', link, '--until', '250ms']
  const { stdout } = spawnSync('node', run, { encoding: 'utf8' })
  expect(JSON.parse(stdout).digest).toBe(await playground.digest())
})
