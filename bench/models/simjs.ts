/**
 * The door to simjs, which gives its names to a window and to nothing else; it has no types, so
 * the few that the bench needs stand here.
 */
import { createRequire } from 'node:module'

export interface SimjsTimer {
  done(callback: (this: never) => void, context: object): SimjsTimer
}

export interface SimjsEntity {
  setTimer(duration: number): SimjsTimer
  time(): number
}

interface SimjsSim {
  addEntity(entity: Simjs['Entity']): SimjsEntity
  /** Ends early, losing nothing, after so many events. */
  simulate(endTime: number, maxEvents: number): boolean
  time(): number
}

interface Simjs {
  Sim: new () => SimjsSim
  Entity: new (sim: SimjsSim, name: string) => SimjsEntity
}

const require = createRequire(import.meta.url)

function loadSimjs(): Simjs {
  const home = globalThis as { window?: { Sim?: Simjs } }
  home.window ??= {}
  require('simjs')
  const loaded = home.window.Sim
  if (!loaded) throw new Error('simjs did not show up; run npm ci')
  return loaded
}

export const simjs: Simjs = loadSimjs()
