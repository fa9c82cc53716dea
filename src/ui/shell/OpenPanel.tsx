/** The panel beside the stage that is open, loaded when it is first asked for. */
import { lazy, Suspense } from 'react'
import { type PanelName, viewStore } from '../store/viewStore.ts'
import { SidePanel } from '../widgets/SidePanel.tsx'

const titles: Record<PanelName, string> = {
  faults: 'Faults',
  why: 'Why',
  facts: 'Facts',
  capacity: 'Capacity',
}

const contents = {
  faults: lazy(async () => ({
    default: (await import('../panels/faults/FaultsPanel.tsx')).FaultsPanel,
  })),
  why: lazy(async () => ({ default: (await import('../panels/why/WhyPanel.tsx')).WhyPanel })),
  facts: lazy(async () => ({
    default: (await import('../panels/facts/FactsPanel.tsx')).FactsPanel,
  })),
  capacity: lazy(async () => ({
    default: (await import('../panels/serverless/ServerlessPanel.tsx')).ServerlessPanel,
  })),
}

export function OpenPanel() {
  const panel = viewStore(state => state.panel)
  if (panel === null) return null
  const Content = contents[panel]
  return (
    <SidePanel
      key={panel}
      title={titles[panel]}
      onClose={() => viewStore.setState({ panel: null })}
    >
      <Suspense fallback={<p>Loading…</p>}>
        <Content />
      </Suspense>
    </SidePanel>
  )
}
