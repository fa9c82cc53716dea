/** A page: its rows, the copies that hold it, and its version in every writer's memory. */
import { memo } from 'react'
import type { CacheShape, PageShape } from '../../scene/multimaster/pageShapes.ts'

function CacheArt({ cache }: { cache: CacheShape }) {
  const { box, dot, age, hue, isAbsent } = cache
  return (
    <g className={`mm-cache hue-${hue}${isAbsent ? ' is-absent' : ''}`}>
      {age > 0 && <rect {...box} rx="3" className="cache-age" fillOpacity={0.12 + 0.2 * age} />}
      <path d={dot} className="cache-dot" />
    </g>
  )
}

function pageClass({ isContested, isFenced, kind }: PageShape): string {
  return `mm-page is-${kind}${isContested ? ' is-contested' : ''}${isFenced ? ' is-fenced' : ''}`
}

/** Along the left edge of a page that holds no rows of a table. */
function stripe({ x, y, height }: PageShape['box']): string {
  return `M${x + 3.5} ${y + 7}v${height - 14}`
}

/** Two rows may lie on one square; drawn twice they would share a key. */
function once<Mark extends { path: string; hue: number }>(marks: Mark[]): Mark[] {
  const isSame = (one: Mark, other: Mark) => one.path === other.path && one.hue === other.hue
  return marks.filter((mark, place) => marks.findIndex(other => isSame(mark, other)) === place)
}

export const PageArt = memo(function PageArt({ page }: { page: PageShape }) {
  return (
    <g className={pageClass(page)}>
      <rect {...page.box} rx="7" className="page-edge" />
      {page.kind !== 'table' && <path d={stripe(page.box)} className="page-stripe" />}
      <path d={page.rows} className="page-rows" />
      {once(page.committed).map(({ path, mark, hue }) => (
        <g key={`${hue} ${path}`} className={`hue-${hue}`}>
          <path d={path} className="page-committed" />
          <path d={mark} className="page-mark" />
        </g>
      ))}
      {once(page.owned).map(({ path, hue }) => (
        <path key={`${hue} ${path}`} d={path} className={`page-owned hue-${hue}`} />
      ))}
      {once(page.wanted).map(({ path, hue }) => (
        <g key={`${hue} ${path}`} className={`hue-${hue}`}>
          <path d={path} className="page-wanted-ground" />
          <path d={path} className={`page-wanted hue-${hue}`} />
        </g>
      ))}
      {page.isFenced && <rect {...page.veil} rx="5" className="page-veil" />}
      <path d={page.newest} className="page-newest" />
      <path d={page.older} className="page-older" />
      <path d={page.inFlight} className="page-in-flight" />
      {page.caches.map(cache => (
        <CacheArt key={cache.id} cache={cache} />
      ))}
    </g>
  )
})
