/** The size of the stage in whole CSS pixels, followed as its surroundings change. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { StageSize } from '../scene/stageView.ts'

/** Inside of what magnifies it: a stage for a projector is laid out as a smaller one. */
function sizeOf({ offsetWidth, offsetHeight }: HTMLElement): StageSize {
  return { width: offsetWidth, height: offsetHeight }
}

export function useStageSize(element: RefObject<HTMLElement | null>): StageSize | null {
  const [size, setSize] = useState<StageSize | null>(null)
  useLayoutEffect(() => {
    const stage = element.current
    if (stage === null) return
    const follow = () =>
      setSize(before => {
        const now = sizeOf(stage)
        return before?.width === now.width && before.height === now.height ? before : now
      })
    follow()
    const observer = new ResizeObserver(follow)
    observer.observe(stage)
    return () => observer.disconnect()
  }, [element])
  return size
}
