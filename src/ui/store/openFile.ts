/** A scenario from a file that was picked or dropped: its text goes to the engine as it is. */
import { openSource } from './openSource.ts'
import { viewStore } from './viewStore.ts'

/** A scenario is a few kilobytes; above a megabyte it is something else. */
const mostBytes = 1_000_000

export async function openFile(file: File): Promise<boolean> {
  if (file.size <= mostBytes) return openSource(await file.text(), 'file')
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
