/**
 * One write path drawn: what moves are the I/Os of one transaction, as many as were counted, over
 * and over. Without motion they rest on their way.
 */
import styles from './WritePath.module.css'
import { type Link, type PathShapes, pathSize } from './pathShapes.ts'

interface PathPictureProps {
  name: string
  text: string
  shapes: PathShapes
}

const { width, height, boxHeight, diskHeight } = pathSize
/** Seconds from one transaction to the next, and those that an I/O is under way. */
const turn = 4
const underWay = 1.2

export function PathPicture({ name, text, shapes }: PathPictureProps) {
  const { zones, boxes, links } = shapes
  return (
    <figure className={styles.path}>
      <h3>{name}</h3>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
        {zones.map(zone => (
          <g key={zone.name}>
            <rect className={styles.zone} x={zone.x} y={4} width={zone.width} height={height - 8} />
            <text className={styles.zoneName} x={zone.x + 8} y={22}>
              {zone.name}
            </text>
          </g>
        ))}
        {links.map(link => (
          <LinkLine key={link.key} link={link} dots={shapes.dots} />
        ))}
        {boxes.map((box, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two boxes have one name, in fixed places
          <g key={index} className={styles.box} data-down={box.isDown || undefined}>
            <rect
              x={box.x}
              y={box.y}
              width={box.width}
              height={box.y > 100 ? diskHeight : boxHeight}
            />
            <text x={box.x + box.width / 2} y={box.y + 21} textAnchor="middle">
              {box.name}
              {box.isDown && ' ✕'}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{text}</figcaption>
    </figure>
  )
}

function LinkLine({ link, dots }: { link: Link; dots: PathShapes['dots'] }) {
  const { d, step } = link
  return (
    <g>
      <path className={styles.link} d={d} strokeWidth={link.width} />
      {dots.map((kind, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots of a kind are alike
          key={index}
          className={styles.dot}
          data-kind={kind}
          r={4}
          style={{
            offsetPath: `path("${d}")`,
            animationDuration: `${turn}s`,
            animationDelay: `${(-turn * index) / dots.length - underWay}s`,
          }}
        />
      ))}
      {step !== null && (
        <g className={styles.step} transform={`translate(${step.x} ${step.y})`}>
          <circle r={9} />
          <text y={4} textAnchor="middle">
            {step.name}
          </text>
        </g>
      )}
    </g>
  )
}
