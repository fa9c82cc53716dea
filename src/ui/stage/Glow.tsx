/** The glow around the next thing to click: its own layer, so that its pulse repaints nothing. */
import { memo } from 'react'
import type { Box } from '../scene/geometry.ts'
import './glow.css'

interface GlowProps {
  box: Box | null
  isStill: boolean
}

export const Glow = memo(function Glow({ box, isStill }: GlowProps) {
  if (box === null) return null
  const style = { left: box.x, top: box.y, width: box.width, height: box.height }
  return (
    <div className={isStill ? 'stage-glow is-still' : 'stage-glow'} style={style} aria-hidden />
  )
})
