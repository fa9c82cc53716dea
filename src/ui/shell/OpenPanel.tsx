/** The lesson and the panel that are open beside the stage, loaded when first asked for. */
import { lazy, Suspense, useEffect } from 'react'
import { type PanelName, viewStore } from '../store/viewStore.ts'
import { SidePanel } from '../widgets/SidePanel.tsx'
import { panelTitles } from './titles.ts'

const contents = {
  hands: lazy(async () => ({
    default: (await import('../stage/hands/HandsPanel.tsx')).HandsPanel,
  })),
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
  volume: lazy(async () => ({
    default: (await import('../panels/volume/VolumePanel.tsx')).VolumePanel,
  })),
  console: lazy(async () => ({
    default: (await import('../panels/console/ConsolePanel.tsx')).ConsolePanel,
  })),
  bill: lazy(async () => ({ default: (await import('../panels/bill/BillPanel.tsx')).BillPanel })),
  verdict: lazy(async () => ({
    default: (await import('../panels/verdict/VerdictPanel.tsx')).VerdictPanel,
  })),
  placement: lazy(async () => ({
    default: (await import('../panels/placement/PlacementPanel.tsx')).PlacementPanel,
  })),
  narration: lazy(async () => ({
    default: (await import('../panels/narration/NarrationPanel.tsx')).NarrationPanel,
  })),
  spacetime: lazy(async () => ({
    default: (await import('../spacetime/SpacetimePanel.tsx')).SpacetimePanel,
  })),
  migrate: lazy(async () => ({
    default: (await import('../panels/migrate/MigratePanel.tsx')).MigratePanel,
  })),
  curve: lazy(async () => ({
    default: (await import('../panels/curve/CurvePanel.tsx')).CurvePanel,
  })),
  compare: lazy(async () => ({
    default: (await import('../compare/ComparePanel.tsx')).ComparePanel,
  })),
  knowledge: lazy(async () => ({
    default: (await import('../panels/knowledge/KnowledgePanel.tsx')).KnowledgePanel,
  })),
  rows: lazy(async () => ({ default: (await import('../panels/rows/RowsPanel.tsx')).RowsPanel })),
}

const wide: ReadonlySet<PanelName> = new Set(['console', 'spacetime', 'bill', 'compare'])

const LessonPanel = lazy(async () => ({
  default: (await import('../lessons/LessonPanel.tsx')).LessonPanel,
}))

export function OpenPanel() {
  const isTaught = viewStore(state => state.lesson !== null)
  if (!isTaught) return <Panel />
  return (
    <div className="beside">
      <Suspense>
        <LessonPanel />
      </Suspense>
      <Panel />
    </div>
  )
}

/** What a panel points at is ringed no longer than it is open, whichever way it is closed. */
function unring(): void {
  viewStore.setState({ highlighted: null })
}

function Panel() {
  const panel = viewStore(state => state.panel)
  useEffect(() => (panel === null ? undefined : unring), [panel])
  if (panel === null) return null
  const Content = contents[panel]
  return (
    <SidePanel
      key={panel}
      title={panelTitles[panel]}
      isWide={wide.has(panel)}
      onClose={() => viewStore.setState({ panel: null })}
    >
      <Suspense fallback={<p>Loading…</p>}>
        <Content />
      </Suspense>
    </SidePanel>
  )
}
