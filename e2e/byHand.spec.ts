/** What a hand does on the stage, with and without a mouse: catch, drag, drop, cut, take back. */
import type { Locator, Page } from '@playwright/test'
import type { Command } from '../src/engine/contract/commands.ts'
import { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

async function middle(thing: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await thing.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** One finger on the glass. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] })
  return {
    down: (at: { x: number; y: number }) => send('touchStart', at),
    to: (at: { x: number; y: number }) => send('touchMove', at),
    up: () => send('touchEnd'),
  }
}

/** Commands of the branch shown, up to its instant. */
async function given(page: Page): Promise<Command[]> {
  const facts = await page.evaluate(() => window.playground.facts({ fact: 'CommandGiven' }))
  return facts.map(({ parameters }) => (parameters as { command: Command }).command)
}

/** All of the picture that stands still. */
function picture(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(window.playground.frame()))
}

test('a message is caught by keys and lost, says so, and is taken back', async ({ playground }) => {
  const { page } = playground
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open()
  await playground.pause()
  await playground.seek('1s')
  const before = await picture(page)
  await page.keyboard.press('w')
  await page.getByText(/^Messages on their way/).click()
  const listed = page.getByRole('list', { name: 'Messages on their way' })
  await listed
    .getByRole('button', { name: /^Acknowledgement/ })
    .first()
    .press('Enter')
  await expect(page.locator('.caught-message')).toBeAttached()
  await page.getByRole('button', { name: 'Lose it', exact: true }).press('Enter')
  await expect(page.getByText(/Command: lose message/).first()).toBeVisible()
  expect(await given(page)).toMatchObject([{ do: 'InterceptMessage', how: 'drop' }])
  await page.getByRole('button', { name: 'Take back', exact: true }).press('Enter')
  await expect(playground.chip()).toContainText('main')
  await playground.idle()
  expect(await picture(page)).toBe(before)
  expect(await given(page)).toEqual([])
  await expect(page.locator('html[data-hands]')).toBeAttached()
  const [one, other] = [await middle(playground.copy('a1')), await middle(playground.copy('b1'))]
  const above = (await playground.copy('a1').boundingBox())!.y - 40
  await drag(page, { x: one.x - 30, y: above }, { x: other.x + 30, y: above })
  await expect(page.getByText('3 links are cut.')).toBeVisible()
  expect(await given(page)).toHaveLength(3)
  await page.getByRole('button', { name: 'Dismiss the message' }).click()
  await page.getByRole('button', { name: /^Undo: back to main/ }).click()
  await expect.poll(() => given(page)).toEqual([])
  await page.keyboard.press('Control+Shift+Z')
  await expect.poll(() => given(page)).toHaveLength(3)
  await page.keyboard.press('Control+Z')
  await expect.poll(() => given(page)).toEqual([])
  const shop = page.getByRole('button', { name: 'Application shop', exact: true })
  const { x, y, width, height } = (await shop.boundingBox())!
  const beside = { x: x + width + 60, y }
  await drag(page, beside, { ...beside, y: y + height })
  await expect.poll(() => given(page)).toMatchObject([{ fault: 'LinkCut', target: 'shop<>w1' }])
})

test('a finger drags once it has rested, and asks for the menu when it has not moved', async ({
  browser,
}) => {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  })
  const playground = new PlaygroundPage(await context.newPage())
  await playground.open()
  await playground.pause()
  await playground.seek('1s')
  const finger = await fingerOn(playground.page)
  const copy = await middle(playground.copy('a1'))
  await finger.down(copy)
  await expect(playground.page.getByText('Move it: the farther, the slower.')).toBeAttached()
  await finger.up()
  await expect(playground.page.getByRole('menu')).toContainText('Why is it so?')
  await playground.page.keyboard.press('Escape')
  expect(await given(playground.page)).toEqual([])
  await finger.down(copy)
  await expect(playground.page.getByText('Move it: the farther, the slower.')).toBeAttached()
  await finger.to({ x: copy.x, y: copy.y + 60 })
  await finger.up()
  await expect
    .poll(() => given(playground.page))
    .toMatchObject([{ do: 'InjectFault', fault: 'SlowNode', target: 'node-a1', factor: 6 }])
  await finger.down(copy)
  await finger.to({ x: copy.x, y: copy.y + 60 })
  await finger.up()
  expect(await given(playground.page)).toHaveLength(1)
  await playground.isSound()
  await context.close()
})

/** Two writers and their shards, standing still, with the panel of the hand. */
async function openByHand(playground: PlaygroundPage): Promise<Page> {
  const { page } = playground
  await page.setViewportSize({ width: 1440, height: 900 })
  await playground.open()
  await playground.load('own-shard')
  await playground.pause()
  await playground.seek('400ms')
  await page.keyboard.press('5')
  return page
}

test('by hand: a shard to another writer, a fault on a copy, a slow copy, a cut', async ({
  playground,
}) => {
  const page = await openByHand(playground)
  await expect(page.locator('html[data-hands=placing]')).toBeAttached()
  const fault = page.locator('[data-grip="NodeCrash"]')
  await expect(fault).toBeVisible()
  const shard = page.getByRole('button', { name: 'Application tenant-3', exact: true })
  await drag(page, await middle(shard), await middle(playground.writer()))
  await expect(page.getByText('tenant-3 goes to w1.')).toBeVisible()
  const copy = await middle(playground.copy('b1'))
  await drag(page, await middle(fault), copy)
  await expect.poll(() => given(page)).toHaveLength(2)
  const other = await middle(playground.copy('a1'))
  await drag(page, other, { x: other.x, y: other.y - 100 })
  await expect.poll(() => given(page)).toHaveLength(3)
  expect(await given(page)).toMatchObject([
    { do: 'SetPlacement', workload: 'tenant-3', on: 'w1' },
    { do: 'InjectFault', fault: 'NodeCrash', target: 'node-b1' },
    { do: 'InjectFault', fault: 'SlowNode', target: 'node-a1', factor: 10 },
  ])
  const part = page.getByRole('region', { name: 'A partition' })
  await part.getByLabel('One side').selectOption('az-a')
  await part.getByLabel('and').selectOption('az-c')
  await part.getByRole('button', { name: 'Cut them' }).press('Enter')
  await expect.poll(() => given(page)).toHaveLength(4)
  await page.getByRole('button', { name: 'Dismiss the message' }).click()
  await page.keyboard.press('l')
  await drag(page, await middle(shard), await middle(playground.writer()))
  await expect(page.getByText('The stage is locked.', { exact: true })).toBeVisible()
  expect(await given(page)).toHaveLength(4)
})

test('all of it by keys: send, slow, cut, drop, menu, palette, undo', async ({ playground }) => {
  const page = await openByHand(playground)
  const deeds = [
    { part: 'An application to another instance', chosen: ['tenant-3', 'w1'], act: 'Send it' },
    { part: 'A slow node', chosen: ['node-a2', '30'], act: 'Slow it' },
    { part: 'A partition', chosen: ['az-a', 'az-c'], act: 'Cut them' },
    { part: 'A fault on its target', chosen: ['NodeCrash', 'node-b2'], act: 'Drop it' },
  ]
  for (const [index, { part, chosen, act }] of deeds.entries()) {
    const region = page.getByRole('region', { name: part })
    await region.getByRole('combobox').first().selectOption(chosen[0]!)
    await region.getByRole('combobox').last().selectOption(chosen[1]!)
    await region.getByRole('button', { name: act }).press('Enter')
    await expect.poll(() => given(page)).toHaveLength(index + 1)
  }
  await page.getByRole('button', { name: 'Application tenant-4', exact: true }).press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Send it to w1' }).press('Enter')
  await expect.poll(() => given(page)).toHaveLength(5)
  await playground.copy('c1').press('Shift+F10')
  await page.getByRole('menuitemcheckbox', { name: /^Slow storage node/ }).press('Enter')
  await expect.poll(() => given(page)).toHaveLength(6)
  expect(await given(page)).toMatchObject([
    { do: 'SetPlacement', workload: 'tenant-3', on: 'w1' },
    { fault: 'SlowNode', target: 'node-a2', factor: 30 },
    { fault: 'LinkCut', target: 'az-a<>az-c' },
    { fault: 'NodeCrash', target: 'node-b2' },
    { do: 'SetPlacement', workload: 'tenant-4', on: 'w1' },
    { fault: 'SlowNode', target: 'node-c1' },
  ])
  await page.keyboard.press('/')
  await expect(playground.dialog('Do anything').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('take back')
  await page.keyboard.press('Enter')
  await expect.poll(() => given(page)).toHaveLength(4)
  await page.keyboard.press('Control+Z')
  await expect.poll(() => given(page)).toHaveLength(3)
})
