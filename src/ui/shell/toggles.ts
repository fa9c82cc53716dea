/** The switches of the view that both a button and a key throw. */
import { announce } from '../store/announce.ts'
import { type PanelName, viewStore } from '../store/viewStore.ts'

export function togglePanel(panel: PanelName): void {
  viewStore.setState(state => ({ panel: state.panel === panel ? null : panel }))
}

export function toggleCharts(): void {
  viewStore.setState(({ hasCharts }) => ({ hasCharts: !hasCharts }))
}

export function toggleUnfolded(): void {
  viewStore.setState(({ isUnfolded }) => ({ isUnfolded: !isUnfolded }))
}

export function toggleLock(): void {
  const isLocked = !viewStore.getState().isLocked
  viewStore.setState({ isLocked })
  announce(isLocked ? 'The stage is locked: for looking only.' : 'The stage is unlocked.')
}
