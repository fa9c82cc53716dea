/**
 * The page as tests and demos see it: by role and name, by what it says, and through
 * `window.playground`. Tests wait for facts and for `idle()`, never for time.
 */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Command } from '../src/engine/contract/commands.ts'
import type { Fact } from '../src/engine/contract/facts.ts'
import type { Frame } from '../src/engine/contract/frame.ts'
import type { FactPattern } from '../src/engine/contract/pattern.ts'
import type { Report } from '../src/engine/contract/report.ts'
import type { Playground } from '../src/ui/playground/playground.ts'

declare global {
  interface Window {
    playground: Playground
  }
}

export class PlaygroundPage {
  readonly page: Page
  /** What went wrong in the page itself; a test that ends with any has failed. */
  readonly errors: string[] = []

  constructor(page: Page) {
    this.page = page
    page.on('pageerror', error => this.errors.push(error.message))
  }

  /** Opens the playground, at a link if one is given, and waits until all of it is there. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`)
    await expect(this.copy('a1')).toBeVisible()
    await this.page.waitForFunction(() => {
      if (document.documentElement.dataset.keys !== 'heard') return false
      try {
        return window.playground.describe() !== null
      } catch {
        return false
      }
    })
  }

  copy(name: string, group = 'pg1'): Locator {
    return this.page.getByRole('button', { name: `Copy ${name} of ${group}`, exact: true })
  }

  zone(letter: 'a' | 'b' | 'c'): Locator {
    return this.page.getByRole('button', { name: `Zone ${letter}`, exact: true })
  }

  writer(): Locator {
    return this.page.getByRole('button', { name: 'Writer w1', exact: true })
  }

  link(from: string, to: string): Locator {
    return this.page.getByRole('button', { name: `Link ${from} to ${to}`, exact: true })
  }

  tool(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** One of the three lights, with its words. */
  light(name: 'Data safe' | 'Commits' | 'Reads'): Locator {
    return this.page.getByRole('list', { name: 'Lights' }).getByText(`${name}: `)
  }

  story(): Locator {
    return this.page.getByRole('region', { name: 'Story' })
  }

  chip(): Locator {
    return this.page.getByRole('group', { name: 'Instant and branch' })
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true })
  }

  /** Goes over to a branch, as a person does: by the menu beside the chip. */
  async goToBranch(name: RegExp): Promise<void> {
    await this.tool('Branches').click()
    await this.dialog('Branches').getByRole('button', { name }).click()
    await this.idle()
  }

  /** Opens the form of Stop when… by its key. */
  async openStopWhen(): Promise<Locator> {
    await this.page.keyboard.press('b')
    const dialog = this.dialog('Stop when…')
    await expect(dialog.getByLabel('Look until')).not.toHaveValue('')
    return dialog
  }

  /** Opens the list of facts and asks why of the first that says this. */
  async askWhyOf(words: RegExp): Promise<void> {
    await this.tool('Facts').click()
    const row = this.page.getByRole('list', { name: 'Facts' }).getByRole('listitem')
    await row.filter({ hasText: words }).first().getByRole('button', { name: /^Why/ }).click()
    await expect(this.causeStep()).toBeVisible()
    await this.idle()
  }

  /** Presses the first message found along a link, with the mouse; time must stand. */
  async pressMessageOn(link: Locator): Promise<void> {
    const path = link.locator('path').first()
    const places = await path.evaluate((line: SVGPathElement) => {
      const { x, y } = line.ownerSVGElement?.getBoundingClientRect() ?? { x: 0, y: 0 }
      const length = line.getTotalLength()
      return Array.from({ length: 40 }, (_, k) => line.getPointAtLength((length * k) / 40)).map(
        point => [x + point.x, y + point.y] as const,
      )
    })
    const stage = this.page.locator('.stage-place')
    for (const [x, y] of places) {
      await this.page.mouse.move(x, y)
      if ((await stage.evaluate(its => (its as HTMLElement).style.cursor)) !== 'pointer') continue
      await this.page.mouse.click(x, y)
      return
    }
    throw new Error('no message lies on this link')
  }

  /** The picture of a chart, by its title. */
  chart(title: string): Locator {
    return this.page.getByRole('img', { name: new RegExp(`^${title}:`) })
  }

  /** The step of a *why* on which one stands. */
  causeStep(): Locator {
    return this.page.getByRole('list', { name: 'Causes' }).locator('[aria-current=step]')
  }

  /** What is ringed on the stage because a panel points at it. */
  ringed(): Locator {
    return this.page.getByRole('main', { name: 'Stage' }).locator('[data-control][aria-current]')
  }

  /** Copies the link by the button of the Share panel; returns what is on the clipboard. */
  async copyLink(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await this.tool('Share').click()
    await this.dialog('Share this run').getByRole('button', { name: 'Copy link' }).click()
    await expect(
      this.dialog('Share this run').getByRole('button', { name: 'Copied' }),
    ).toBeVisible()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true })
  }

  /** Presses the slider at a share of its length, as a finger would. */
  async pressSlider(name: string, share: number): Promise<void> {
    await this.slider(name).scrollIntoViewIfNeeded()
    const box = await this.slider(name).boundingBox()
    if (box === null) throw new Error(`${name} cannot be seen`)
    await this.page.mouse.click(box.x + box.width * share, box.y + box.height / 2)
  }

  /** What the meter of the Capacity panel says, in dollars. */
  async dollars(): Promise<number> {
    const cost = this.page.getByRole('region', { name: 'Cost so far' })
    const text = await cost.getByText(/^\$\d/).first().innerText()
    return Number(text.replace('$', ''))
  }

  /** The lesson that is open. */
  lesson(): Locator {
    return this.page.getByRole('complementary', { name: /^Lesson: / })
  }

  /** Opens a lesson by its address, at a step from 1 on. */
  async openLesson(name: string, step = 1): Promise<void> {
    await this.open(`?lesson=${name}&step=${step}`)
    await expect(this.lesson()).toContainText(`step ${step} of`)
  }

  /** Says what one expects, and goes to the outcome. */
  async predict(choice: string): Promise<void> {
    await this.lesson().getByRole('radio', { name: choice }).check()
    await this.tool('That is what I expect').click()
    await this.tool('Skip to the outcome').click()
  }

  /** All that can be read there, by eye or by a screen reader. */
  readable(selector: string): Promise<string> {
    return this.page.locator(selector).evaluate(place => {
      const names = ['aria-label', 'aria-description', 'aria-valuetext', 'title']
      const said = [...place.querySelectorAll('*')].flatMap(each =>
        names.flatMap(name => each.getAttribute(name) ?? []),
      )
      return [(place as HTMLElement).innerText, ...said].join('\n')
    })
  }

  async pause(): Promise<void> {
    await this.page.evaluate(() => window.playground.pause())
    await this.idle()
  }

  async idle(): Promise<void> {
    await this.page.evaluate(() => window.playground.idle())
  }

  async seek(at: string): Promise<void> {
    await this.page.evaluate(instant => window.playground.seek(instant), at)
    await this.idle()
  }

  async step(kind: 'event' | 'message' | 'fact'): Promise<void> {
    await this.page.evaluate(chosen => window.playground.step(chosen), kind)
    await this.idle()
  }

  /** Runs on to the next fact of this form; refuses when it does not come within the limit. */
  async until(pattern: FactPattern, limit = '60s'): Promise<{ at: number; fact: Fact }> {
    const found = await this.page.evaluate(
      ([wanted, within]) => window.playground.until(wanted, { limit: within }),
      [pattern, limit] as const,
    )
    await this.idle()
    return found
  }

  async command(command: Command): Promise<{ accepted: boolean }> {
    const outcome = await this.page.evaluate(given => window.playground.command(given), command)
    await this.idle()
    return outcome
  }

  async load(source: unknown): Promise<void> {
    await this.page.evaluate(wanted => window.playground.load(wanted as string), source)
    await this.idle()
  }

  frame(): Promise<Frame> {
    return this.page.evaluate(() => window.playground.frame())
  }

  facts(filter: FactPattern): Promise<Fact[]> {
    return this.page.evaluate(wanted => window.playground.facts(wanted), filter)
  }

  report(): Promise<Report> {
    return this.page.evaluate(() => window.playground.report())
  }

  async digest(): Promise<string> {
    return (await this.report()).digest
  }

  /** The share link of the present recording, without the address before it. */
  sharedHash(): Promise<string> {
    return this.page.evaluate(() => window.playground.link())
  }

  /** No laws broken, no errors in the page, nothing wider than the window. */
  async isSound(): Promise<void> {
    expect(this.errors).toEqual([])
    expect((await this.frame()).lawsBroken).toBe(0)
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  }
}
