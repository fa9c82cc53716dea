/** Mounts the crowded stage and notes when each picture is due; see `Measured`. */
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import '../../src/ui/theme/tokens.css'
import '../../src/ui/theme/base.css'
import { CrowdedStage } from './CrowdedStage.tsx'
import { createMeasured } from './measured.ts'

window.crowdedStage = createMeasured()

function watchPictures(before: number): void {
  requestAnimationFrame(now => {
    window.crowdedStage.intervals.push(now - before)
    watchPictures(now)
  })
}

const home = document.getElementById('stage')
if (home) createRoot(home).render(createElement(CrowdedStage))
watchPictures(performance.now())
