/**
 * The load that both sides get as it stands in an address; where an address says what cannot be
 * chosen, it is as at first.
 */
import type { WritePathRequest } from '../../../engine/contract/writePath.ts'
import type { Setting } from '../../store/settingAddress.ts'
import { loadChoices } from './loadChoices.ts'
import { writePathStore } from './writePathStore.ts'

const first = writePathStore.getInitialState().request

function written({ sessions, writes, pages, isDiskDown, seed }: WritePathRequest): Setting {
  const disk = isDiskDown ? 'down' : 'up'
  return { sessions: `${sessions}`, rows: `${writes}`, pages: `${pages}`, disk, seed: `${seed}` }
}

export const writePathNames = Object.keys(written(first))

/** Only what is otherwise than at first. */
export function writePathSetting(request: WritePathRequest): Setting {
  const usual = written(first)
  return Object.fromEntries(
    Object.entries(written(request)).filter(([name, value]) => usual[name] !== value),
  )
}

export function readWritePath({ rows, ...setting }: Setting): WritePathRequest {
  const asked: Setting = { ...setting, writes: rows ?? '' }
  const chosen = loadChoices.map(({ name, counts }) => {
    return [name, counts.find(count => `${count}` === asked[name]) ?? first[name]] as const
  })
  const seed = Number(setting.seed)
  return {
    ...first,
    ...Object.fromEntries(chosen),
    isDiskDown: setting.disk === 'down',
    seed: Number.isSafeInteger(seed) && seed > 0 ? seed : first.seed,
  }
}
