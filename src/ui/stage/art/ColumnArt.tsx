/** The column of one copy: base, solid body, cells, holes, what floats and what is on its way. */
import { memo } from 'react'
import type { ColumnShape } from '../../scene/shapes/columnShape.ts'
import './column.css'

const kinds = ['safe', 'fresh', 'floating', 'hole', 'coming', 'annulled', 'crosses'] as const

function columnClass({ isDown, isCut }: ColumnShape): string {
  return `stage-column${isDown ? ' is-down' : ''}${isCut ? ' is-cut' : ''}`
}

export const ColumnArt = memo(function ColumnArt({ column }: { column: ColumnShape }) {
  return (
    <g className={columnClass(column)}>
      <rect {...column.box} rx="6" className="cell-ground" />
      <rect {...column.body} rx="4" className="cell-body" />
      <path d={column.base} className="cell-base" />
      <path d={column.baseMissing} className="cell-hole" />
      {kinds.map(
        kind =>
          column[kind] !== '' && <path key={kind} d={column[kind]} className={`cell-${kind}`} />,
      )}
      {column.commits !== '' && <path d={column.commits} className="cell-commit" />}
      {column.lsns.map(({ x, y, text, isOnFresh }) => (
        <text
          key={text}
          x={x}
          y={y}
          className={isOnFresh ? 'cell-lsn is-on-fresh' : 'cell-lsn'}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      {column.isDown && <rect {...column.box} rx="6" className="stage-hatch" />}
    </g>
  )
})
