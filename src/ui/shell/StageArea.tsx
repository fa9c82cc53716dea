/** Where the stage stands: the shell's three zones until the first frame, then the living one. */
import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import { engineStore } from '../store/engineStore.ts'
import { modelClock } from '../store/modelClock.ts'
import { toggleFault } from '../store/commands.ts'
import { notePainted } from '../store/notePainted.ts'
import { select } from '../store/select.ts'
import { viewStore } from '../store/viewStore.ts'
import { Stage } from '../stage/Stage.tsx'
import type { MenuWish } from '../scene/menuWish.ts'
import { useMediaQuery } from './useMediaQuery.ts'

const StageInstead = lazy(async () => ({
  default: (await import('./StageInstead.tsx')).StageInstead,
}))

/** The first picture is the largest that is ever drawn: it gives way to clicks while it is made. */
export function StageArea() {
  const isAlive = useDeferredValue(engineStore(state => state.frame !== null))
  return (
    <main id="stage" className="stage" tabIndex={-1} aria-label="Stage">
      {isAlive ? <LivingStage /> : <StageShell />}
    </main>
  )
}

/** The run that is open; a panel that covers the stage on a phone shows it as well. */
export function LivingStage() {
  const frame = engineStore(state => state.frame)
  const moving = engineStore(state => state.moving)
  const view = useStageView()
  const isLocked = viewStore(state => state.isLocked)
  const isPaused = engineStore(({ playback }) => playback?.isPlaying === false)
  const isWhole = viewStore(({ knower, inside }) => knower === null && inside.length === 0)
  if (frame === null) return null
  const props = { frame, moving, view, isLocked, isPaused, timeSource: modelClock, ...doings }
  const everything = <Stage {...props} />
  if (isWhole) return everything
  return (
    <Suspense fallback={everything}>
      <StageInstead {...props} />
    </Suspense>
  )
}

const doings = {
  onSelect: select,
  onToggleFault: toggleFault,
  onMenu: openMenu,
  onPainted: notePainted,
}

function openMenu(menu: MenuWish): void {
  viewStore.setState({ menu })
}

export function useStageView() {
  const isUnfolded = viewStore(state => state.isUnfolded)
  const highlighted = viewStore(state => state.highlighted)
  const selected = viewStore(state => state.selection)
  const theme = viewStore(state => state.theme)
  const looks = viewStore(state => state.looks)
  const isDark = useMediaQuery('(prefers-color-scheme: dark)')
  const isReducedMotion = useMediaQuery('(prefers-reduced-motion: reduce)')
  return useMemo(() => {
    const lit = [highlighted ?? []].flat()
    const selection = lit[0] ?? selected
    return { isUnfolded, selection, lit, theme: `${theme} ${isDark} ${looks}`, isReducedMotion }
  }, [isUnfolded, highlighted, selected, theme, looks, isDark, isReducedMotion])
}

/** The same picture as the static shell of `index.html`. */
function StageShell() {
  return (
    <div className="waiting" aria-hidden="true">
      <div className="waiting-writer">Writer</div>
      <ul className="waiting-zones">
        {['a', 'b', 'c'].map(zone => (
          <li key={zone}>
            <i />
            <i />
            <span>Zone {zone}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
