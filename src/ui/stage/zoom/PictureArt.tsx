/** The shapes and words of the picture of an inside; nothing of it can be pressed. */
import { memo } from 'react'
import type { InsidePicture, Shape } from '../../scene/zoom/picture.ts'
import { LabelArt } from '../art/LabelArt.tsx'
import { WriterPatterns } from '../art/WriterPatterns.tsx'

const rounding: Partial<Record<Shape['look'], number>> = {
  warm: 12,
  cool: 12,
  card: 8,
  busy: 8,
  number: 20,
  off: 8,
  deciding: 7,
  no: 4,
  commit: 1,
}

const ShapeArt = memo(function ShapeArt({ shape }: { shape: Shape }) {
  const { look, box, path, hue } = shape
  const name = `zoom-${look} hue-${hue}`
  if (path !== null) return <path d={path} className={name} />
  return box === null ? null : <rect {...box} rx={rounding[look] ?? 3} className={name} />
})

export function PictureArt({ picture, width }: { picture: InsidePicture; width: number }) {
  return (
    <svg width={width} height={picture.height} aria-hidden="true" className="zoom-art">
      <WriterPatterns />
      {picture.shapes.map(shape => (
        <ShapeArt key={shape.id} shape={shape} />
      ))}
      {picture.labels.map(label => (
        <LabelArt key={label.id} label={label} />
      ))}
    </svg>
  )
}
