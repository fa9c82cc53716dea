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

function pageClass({ isContested, isFenced }: PageShape): string {
  return `mm-page${isContested ? ' is-contested' : ''}${isFenced ? ' is-fenced' : ''}`
}

export const PageArt = memo(function PageArt({ page }: { page: PageShape }) {
  return (
    <g className={pageClass(page)}>
      <rect {...page.box} rx="7" className="page-edge" />
      <path d={page.rows} className="page-rows" />
      {page.owned.map(({ path, hue }) => (
        <path key={path} d={path} className={`page-owned hue-${hue}`} />
      ))}
      {page.wanted.map(({ path, hue }) => (
        <path key={`${hue} ${path}`} d={path} className={`page-wanted hue-${hue}`} />
      ))}
      <path d={page.newest} className="page-newest" />
      <path d={page.older} className="page-older" />
      <path d={page.inFlight} className="page-in-flight" />
      {page.caches.map(cache => (
        <CacheArt key={cache.id} cache={cache} />
      ))}
    </g>
  )
})
