/**
 * The page: header, headline, stage, transport, and whatever has been asked for beside them.
 * Panels, charts and dialogs are loaded when first opened.
 */
import { lazy, Suspense } from 'react'
import { DialogOpening } from './shell/DialogOpening.tsx'
import { Doors } from './shell/Doors.tsx'
import { Foot } from './shell/Foot.tsx'
import { Header } from './shell/Header.tsx'
import { Headline } from './shell/Headline.tsx'
import { LiveRegion } from './shell/LiveRegion.tsx'
import { PanelOpening } from './shell/PanelOpening.tsx'
import { StageArea } from './shell/StageArea.tsx'
import { viewStore } from './store/viewStore.ts'

const NoticeBanner = lazy(async () => ({
  default: (await import('./shell/NoticeBanner.tsx')).NoticeBanner,
}))
const Listeners = lazy(async () => ({
  default: (await import('./shell/Listeners.tsx')).Listeners,
}))

export function App() {
  const hasCharts = viewStore(state => state.hasCharts)
  return (
    <div className="page" data-crowded={hasCharts || undefined}>
      <button type="button" className="skip" onClick={focusStage}>
        Skip to the stage
      </button>
      <Header />
      <Suspense>
        <NoticeBanner />
        <Listeners />
      </Suspense>
      <Headline />
      <div className="middle">
        <StageArea />
        <PanelOpening />
      </div>
      <div className="foot">
        <Foot />
        <Doors />
      </div>
      <DialogOpening />
      <LiveRegion />
    </div>
  )
}

function focusStage(): void {
  document.getElementById('stage')?.focus()
}
