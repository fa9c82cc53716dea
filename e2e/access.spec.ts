/** Everyone can use it: by keyboard alone, by touch, with a screen reader, on a phone. */
import AxeBuilder from '@axe-core/playwright'
import { PlaygroundPage } from './playgroundPage.ts'
import { expect, test } from './test.ts'

test('the path of the opening by keyboard alone', async ({ playground }) => {
  await playground.open()
  await playground.seek('100ms')
  const { keyboard } = playground.page
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await playground.copy('c1').focus()
  await keyboard.press('Enter')
  await keyboard.press('ArrowRight')
  await expect(playground.copy('c2')).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.press('ArrowLeft')
  await keyboard.press('ArrowLeft')
  await expect(playground.copy('b2')).toBeFocused()
  await keyboard.press('Space')
  await playground.idle()
  await expect(playground.light('Commits')).toContainText('wait')
  await keyboard.press('Space')
  await playground.idle()
  await expect(playground.light('Commits')).toContainText('go on')
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ] as const) {
    test(`axe finds nothing serious at ${width}×${height}, ${colorScheme}`, async ({
      playground,
    }) => {
      await playground.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await playground.page.setViewportSize({ width, height })
      await playground.open()
      await playground.seek('100ms')
      await playground.copy('c1').click()
      await playground.idle()
      const { violations } = await new AxeBuilder({ page: playground.page }).analyze()
      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      )
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    })
  }
}

const panels = ['Scenarios', 'Share', 'Faults', 'Why', 'Facts', 'Charts', 'Keys and help']

for (const name of [...panels, 'Colours and size']) {
  test(`the panel ${name} opens, is clean for axe, and closes by Escape`, async ({
    playground,
  }) => {
    await playground.open()
    await playground.seek('300ms')
    await playground.tool(name).click()
    await playground.idle()
    const { violations } = await new AxeBuilder({ page: playground.page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await playground.page.keyboard.press('Escape')
    await expect(playground.page.getByRole('dialog')).toHaveCount(0)
  })
}

test('on a phone a tap fails a copy and nothing is wider than the screen', async ({ browser }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const context = await browser.newContext(phone)
  const other = new PlaygroundPage(await context.newPage())
  await other.open()
  await other.seek('100ms')
  await other.copy('c1').tap()
  await other.idle()
  expect((await other.frame()).nodes.find(({ id }) => id === 'node-c1')?.isUp).toBe(false)
  await other.isSound()
  await context.close()
})
