/** The names that one may ask for in the run at hand, by the kind of thing they name. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Opened } from '../../../workers/api.ts'

export type PlaceKind =
  | 'instance'
  | 'node'
  | 'group'
  | 'segment'
  | 'application'
  | 'table'
  | 'actor'
  | 'target'

export type RunPlaces = Record<PlaceKind, string[]>

function ids(things: readonly { id: string }[]): string[] {
  return things.map(({ id }) => id)
}

export function runPlaces(frame: Frame, opened: Opened | null): RunPlaces {
  const { instances, nodes, groups, applications, zones } = frame
  const script = opened?.scenario.script ?? []
  const sessions = script.flatMap(step => (step.do === 'RunTransaction' ? [step.session] : []))
  return {
    instance: ids(instances),
    node: ids(nodes),
    group: ids(groups),
    segment: groups.flatMap(({ segments }) => ids(segments)),
    application: [...new Set([...ids(applications), ...sessions])],
    table: (opened?.scenario.tables ?? []).map(({ name }) => name),
    actor: [...frame.actors],
    target: [...ids(nodes), ...ids(instances), ...ids(zones)],
  }
}
