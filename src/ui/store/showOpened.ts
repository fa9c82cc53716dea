/**
 * A story was opened: its title, pace and view, and what can fail in its cluster. The dialog from
 * which it was asked for is closed; one that came meanwhile stays.
 */
import type { Opened } from '../../workers/api.ts'
import { engineStore } from './engineStore.ts'
import { revise } from './revise.ts'
import { type DialogName, viewStore } from './viewStore.ts'

export async function showOpened(
  opened: Opened,
  askedFrom: DialogName | null = null,
): Promise<void> {
  const { dialog } = viewStore.getState()
  engineStore.setState({ opened })
  viewStore.setState({
    selection: opened.view.selection,
    highlighted: null,
    chosenSpeed: null,
    dialog: dialog === askedFrom ? null : dialog,
    notice: null,
  })
  revise()
  engineStore.setState({ description: (await engineStore.getState().engine?.describe()) ?? null })
}
