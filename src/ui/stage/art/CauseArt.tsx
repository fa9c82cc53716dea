/** Why a transaction was rolled back: one of six signs. */
import { memo } from 'react'
import type { CauseSign } from '../../scene/multimaster/causeSigns.ts'
import { causePaths } from '../../theme/causePaths.ts'

export const CauseArt = memo(function CauseArt({ sign }: { sign: CauseSign }) {
  const place = `translate(${sign.x} ${sign.y}) scale(0.85)`
  return <path d={causePaths[sign.cause]} transform={place} className="mm-cause" />
})
