/** The console of SQL as tests and demos see it: columns of sessions, lines, steps to come. */
import { expect, type Locator } from '@playwright/test'
import type { PlaygroundPage } from './playgroundPage.ts'

/** A quiet cluster with a small table, ids from 1, every balance 100. */
export function quietCluster(edition: 'mysql' | 'postgresql', rows = 8) {
  return {
    version: 1,
    name: 'quiet',
    title: 'Two at one table',
    question: 'What do two people see of each other?',
    seed: 3,
    cluster: { edition, instances: [{ id: 'w1', az: 'b' }] },
    tables: [
      { name: 'account', columns: ['id int primary key', 'balance int'], rows, rowsPerPage: 4 },
    ],
    until: '5min',
  }
}

/** The engine plays on until all is answered, on whatever machine this is. */
const untilAnswered = { timeout: 30_000 }

export class SqlConsole {
  readonly playground: PlaygroundPage

  constructor(playground: PlaygroundPage) {
    this.playground = playground
  }

  /** Opens the console over a quiet cluster, standing. */
  async open(edition: 'mysql' | 'postgresql'): Promise<void> {
    await this.playground.open()
    await this.playground.load(quietCluster(edition))
    await this.playground.pause()
    await this.playground.page.keyboard.press('q')
    await expect(this.editor('ann')).toBeVisible(untilAnswered)
  }

  panel(): Locator {
    return this.playground.page.getByRole('complementary', { name: 'SQL' })
  }

  editor(session: string): Locator {
    return this.panel().getByRole('textbox', { name: `SQL of ${session}`, exact: true })
  }

  lines(): Locator {
    return this.panel().getByRole('list', { name: 'Statements' }).getByRole('listitem')
  }

  steps(): Locator {
    return this.panel().getByRole('list', { name: 'Steps to come' }).getByRole('listitem')
  }

  /** Types a statement and runs it by the keyboard; waits until it has a line. */
  async type(session: string, sql: string): Promise<Locator> {
    const before = await this.lines().count()
    await this.editor(session).click()
    await this.playground.page.keyboard.press('ControlOrMeta+a')
    await this.playground.page.keyboard.insertText(sql)
    await this.playground.page.keyboard.press('ControlOrMeta+Enter')
    const line = this.lines().nth(before)
    await expect(line).toContainText(sql.slice(0, 12), untilAnswered)
    await expect(this.panel().getByRole('button', { name: `Run in ${session}` })).toBeEnabled(
      untilAnswered,
    )
    await this.playground.idle()
    return line
  }

  /** Several statements, one after another, as `session: SQL`. */
  async typeAll(...texts: string[]): Promise<Locator[]> {
    const lines: Locator[] = []
    for (const text of texts) {
      const [, session = '', sql = ''] = /^(\w+): (.*)$/.exec(text) ?? []
      lines.push(await this.type(session, sql))
    }
    return lines
  }

  /** Chooses the isolation level of a session, as a person does: in its menu. */
  async choose(session: string, level: string): Promise<void> {
    const before = await this.lines().count()
    await this.panel()
      .getByRole('button', { name: `Session ${session}`, exact: true })
      .click()
    const menu = this.playground.dialog(`Session ${session}`)
    await menu.getByRole('combobox', { name: 'Isolation' }).selectOption(level)
    await expect(this.lines().nth(before)).toContainText(level.toUpperCase())
    await expect(this.panel().getByRole('button', { name: `Run in ${session}` })).toBeEnabled(
      untilAnswered,
    )
  }

  /** Opens a starter script by its title, and one of its cases. */
  async openScript(title: RegExp, label: string): Promise<void> {
    await this.panel().getByRole('button', { name: 'Scripts', exact: true }).click()
    const scripts = this.playground.page.getByRole('list', { name: 'Starter scripts' })
    await scripts.getByRole('button', { name: title }).click()
    const choice = this.panel().getByRole('combobox', { name: /^Case of/ })
    await expect(choice).toBeEnabled(untilAnswered)
    await choice.selectOption({ label })
    await expect(choice).toBeEnabled(untilAnswered)
    await expect(this.steps().first()).toBeVisible()
  }

  /** Deals all steps; returns when the console is at rest. */
  async runAll(): Promise<void> {
    await this.playground.tool('Run all').click()
    await expect(this.playground.tool('Reset')).toBeEnabled(untilAnswered)
    await this.playground.idle()
  }

  /** Opens a script by the file button. */
  async openFile(text: string): Promise<void> {
    await this.panel().getByRole('button', { name: 'Scripts', exact: true }).click()
    const file = { name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    await this.playground.page.getByLabel('Script file').setInputFiles(file)
    await expect(this.playground.tool('Reset')).toBeEnabled(untilAnswered)
  }

  /** Saves the steps; returns the text of the file. */
  async save(): Promise<string> {
    await this.panel().getByRole('button', { name: 'Scripts', exact: true }).click()
    const saved = this.playground.page.waitForEvent('download')
    await this.playground.tool('Save the steps').click()
    const parts: Buffer[] = []
    for await (const part of await (await saved).createReadStream()) parts.push(part as Buffer)
    return Buffer.concat(parts).toString()
  }
}
