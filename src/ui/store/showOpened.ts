/** A story was opened: its title, pace and view, and what can fail in its cluster. */
import type { Opened } from '../../workers/api.ts'
import { engineStore } from './engineStore.ts'
import { revise } from './revise.ts'
import { viewStore } from './viewStore.ts'

export async function showOpened(opened: Opened): Promise<void> {
  engineStore.setState({ opened })
  viewStore.setState({
    selection: opened.view.selection,
    highlighted: null,
    chosenSpeed: null,
    dialog: null,
    notice: null,
  })
  revise()
  engineStore.setState({ description: (await engineStore.getState().engine?.describe()) ?? null })
}
