/**
 * Everyone can use it: the tour by keyboard alone, as the accessibility tree tells it; axe over
 * every panel and dialog; touch on a phone; states instead of movement.
 */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Heard, heardOf } from './heard.ts'
import { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'
import { type View, views } from './views.ts'

/** Goes on with a key until the thing in focus has this name. */
async function go(page: Page, key: string, name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  for (let presses = 0; presses < 40; presses++) {
    if (name.test(await focused())) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${name}, but to ${await focused()}`)
}

function told(heard: Heard[], name: RegExp): string {
  const found = heard.find(its => name.test(its.name))
  return found === undefined ? '' : `${found.name} ${found.state}`
}

test('the tour by keyboard alone, as the accessibility tree tells it', async ({ playground }) => {
  const { page } = playground
  const { keyboard } = page
  const hear = async (name: RegExp) => told(await heardOf(page), name)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await playground.open()
  await playground.pause()
  await playground.seek('100ms')
  await keyboard.press('Tab')
  await expect(playground.tool('Skip to the stage')).toBeFocused()
  await keyboard.press('Enter')
  expect(await hear(/^Six copies of one database, in three zones/)).not.toBe('')
  expect(await hear(/^Commits: go on/)).not.toBe('')
  await go(page, 'Tab', /^Copy/)
  await go(page, 'ArrowRight', /^Copy c1/)
  expect(await hear(/^Copy c1 of pg1/)).toMatch(/button, not pressed, up, complete/)

  await keyboard.press('Enter')
  await go(page, 'ArrowRight', /^Copy c2/)
  await keyboard.press('Enter')
  await playground.idle()
  expect(await hear(/^Copy c1 of pg1/)).toMatch(/button, pressed, down, /)
  await keyboard.press('.')
  await expect.poll(() => hear(/^Messages under way: (none|[a-z])/)).not.toBe('')
  expect(await hear(/^Safe up to here: PGCL \d+ of pg1, carried by node a1/)).not.toBe('')
  expect(await hear(/^Commits: go on/)).not.toBe('')

  await go(page, 'ArrowRight', /^Copy a1/)
  await keyboard.press('Enter')
  await playground.idle()
  expect(await hear(/^Commits: wait/)).not.toBe('')
  await expect(page.getByRole('status').filter({ hasText: /Commits wait/ })).not.toHaveCount(0)
  await keyboard.press('w')
  await expect(playground.page.getByRole('heading', { name: 'Why', exact: true })).toBeFocused()
  await keyboard.press('Escape')
  await expect(playground.copy('a1')).toBeFocused()

  await keyboard.press('Enter')
  await playground.idle()
  expect(await hear(/^Copy a1 of pg1/)).toMatch(/button, not pressed, up/)
  expect(await hear(/^Commits: go on/)).not.toBe('')
  await keyboard.press('h')
  await playground.idle()
  expect(await hear(/^Copy c1 of pg1/)).toMatch(/button, not pressed, up/)
})

test('all that can be pressed on the stage is in the accessibility tree, with its state', async ({
  playground,
}) => {
  const { page } = playground
  await playground.open()
  for (const [story, at] of [
    ['who-wins-a-page', '12ms'],
    ['one-node-many-groups', '40ms'],
  ] as const) {
    await playground.load(story)
    await playground.pause()
    await playground.seek(at)
    const names = await page
      .locator('#stage [data-control]')
      .evaluateAll(all => all.map(its => its.getAttribute('aria-label') ?? ''))
    const heard = await heardOf(page, 'button')
    const states = new Map(heard.map(({ name, state }) => [name, state]))
    expect(names.filter(name => name === '' || !states.has(name))).toEqual([])
    const things = names.filter(name => !name.startsWith('Details of'))
    expect(things.filter(name => !/, ./.test(states.get(name) ?? ''))).toEqual([])
  }
})

async function openByName({ page }: PlaygroundPage, { title, place }: View): Promise<void> {
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(title)
  const offer = page.getByRole('option').filter({ hasText: 'Panel' })
  await offer.filter({ has: page.getByText(title, { exact: true }) }).click()
  await expect(page.locator(place).getByRole('heading', { name: title })).toBeVisible()
  await expect(page.locator(place).getByText('Loading…')).toHaveCount(0)
}

interface Axe {
  run(
    place: string,
    options: object,
  ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
}

/** All rules in light, and what depends on colours in dark and with more contrast. */
async function seriousIn({ page }: PlaygroundPage, { title, place }: View): Promise<string[]> {
  const found: string[] = []
  const looks = [
    { colorScheme: 'light', contrast: 'no-preference' },
    { colorScheme: 'dark', contrast: 'no-preference' },
    { colorScheme: 'light', contrast: 'more' },
  ] as const
  for (const [index, look] of looks.entries()) {
    await page.emulateMedia(look)
    const rules = index === 0 ? {} : { runOnly: ['color-contrast'] }
    const violations = await page.evaluate(
      async ([where, options]) =>
        (await (window as unknown as { axe: Axe }).axe.run(where, options)).violations,
      [place, rules] as const,
    )
    const serious = violations.filter(({ impact }) => /serious|critical/.test(impact))
    found.push(...serious.map(({ id, nodes }) => `${title}, ${index}: ${id} ${nodes[0]?.html}`))
  }
  return found
}

/** Whoever wishes less motion is shown states. */
async function movingIn({ page }: PlaygroundPage, { title }: View): Promise<string[]> {
  const count = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  )
  return count === 0 ? [] : [`${title}: ${count} things move`]
}

test('axe finds nothing serious in any panel or dialog, and nothing moves by itself', async ({
  playground,
}) => {
  test.setTimeout(180_000)
  const { page } = playground
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await playground.open('#flash-sale')
  await playground.pause()
  await playground.seek('35s')
  const whole = await new AxeBuilder({ page }).analyze()
  expect(whole.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const found: string[] = []
  for (const view of views) {
    await openByName(playground, view)
    await playground.idle()
    found.push(...(await seriousIn(playground, view)), ...(await movingIn(playground, view)))
    await page.keyboard.press('Escape')
    await expect(page.locator(view.place)).toHaveCount(0)
    // A dialog tells that it was closed a task later.
    await playground.idle()
  }
  expect(found).toEqual([])
})

test('on a phone a tap fails a copy and nothing is wider than the screen', async ({ browser }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const context = await browser.newContext(phone)
  const other = new PlaygroundPage(await context.newPage())
  await other.open()
  await other.seek('100ms')
  await other.copy('c1').tap()
  await other.idle()
  expect((await other.frame()).nodes.find(({ id }) => id === 'node-c1')?.isUp).toBe(false)
  const { violations } = await new AxeBuilder({ page: other.page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await other.isSound()
  await context.close()
})
