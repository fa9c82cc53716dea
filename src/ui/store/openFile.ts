/** A scenario from a file that was picked or dropped: its text goes to the engine as it is. */
import { openSource } from './openSource.ts'
import { isScript, scriptStore } from './scriptStore.ts'
import { viewStore } from './viewStore.ts'

/** A scenario is a few kilobytes; above a megabyte it is something else. */
const mostBytes = 1_000_000

/** A script of sessions opens in the console. */
async function openText(text: string, file: File): Promise<boolean> {
  if (!isScript(text)) return openSource(text, 'file')
  scriptStore.setState({ file })
  viewStore.setState({ panel: 'console', dialog: null })
  return true
}

export async function openFile(file: File): Promise<boolean> {
  if (file.size <= mostBytes) return openText(await file.text(), file)
  const message = `${file.name} has ${Math.round(file.size / 1000)} kB`
  viewStore.setState({
    notice: {
      tone: 'bad',
      title: 'This file is not a scenario that can run.',
      problems: [{ path: file.name, message, allowed: 'a JSON file of at most 1,000 kB' }],
    },
  })
  return false
}
