/**
 * All that the palette offers: what keys do, panels, stories, lessons, faults on their targets,
 * places of the stage and, when an instant is typed, the way there.
 */
import type { Description } from '../../engine/contract/description.ts'
import type { Frame } from '../../engine/contract/frame.ts'
import { namePlace } from '../../words/namePlace.ts'
import { lessons } from '../lessons/catalogue.ts'
import { openLesson } from '../lessons/openLesson.ts'
import { readTime } from '../widgets/readTime.ts'
import { dialogTitles, panelTitles } from '../shell/titles.ts'
import { togglePanel } from '../shell/toggles.ts'
import { keyActions } from '../shell/useKeys.ts'
import { seek, toggleFault } from '../store/commands.ts'
import { openStory } from '../store/openSource.ts'
import { select } from '../store/select.ts'
import { type DialogName, type PanelName, viewStore } from '../store/viewStore.ts'
import { formatInstant } from '../widgets/formatInstant.ts'
import { keyMap } from '../widgets/keyMap.ts'
import type { Entry } from './entry.ts'

const keysOf = new Map(keyMap.map(({ action, keys }) => [action as string, keys[0] ?? null]))
const labelOf = new Map(keyMap.map(({ action, label }) => [action as string, label]))

function isOpening(action: string): boolean {
  return Object.hasOwn(panelTitles, action) || Object.hasOwn(dialogTitles, action)
}

function entry(fields: Pick<Entry, 'id' | 'kind' | 'name' | 'run'> & Partial<Entry>): Entry {
  return { also: '', key: null, ...fields }
}

function commands(): Entry[] {
  return keyMap
    .filter(({ action }) => !isOpening(action))
    .map(({ action, keys, label }) => {
      const key = keys[0] ?? null
      return entry({ id: action, kind: 'Command', name: label, key, run: keyActions[action] })
    })
}

function panels({ serverless }: Frame): Entry[] {
  return (Object.keys(panelTitles) as PanelName[])
    .filter(name => name !== 'capacity' || serverless !== null)
    .map(name =>
      entry({
        id: `panel ${name}`,
        kind: 'Panel',
        name: panelTitles[name],
        also: labelOf.get(name) ?? '',
        key: keysOf.get(name) ?? null,
        run: () => togglePanel(name),
      }),
    )
}

function dialogs(): Entry[] {
  return (Object.keys(dialogTitles) as DialogName[])
    .filter(name => name !== 'palette')
    .map(name =>
      entry({
        id: `dialog ${name}`,
        kind: 'Panel',
        name: dialogTitles[name],
        also: labelOf.get(name === 'keys' ? 'help' : name) ?? name,
        key: keysOf.get(name === 'keys' ? 'help' : name) ?? null,
        run: () => viewStore.setState({ dialog: name }),
      }),
    )
}

function stories({ scenarios }: Description): Entry[] {
  return scenarios.map(({ name, title, question, tags }) =>
    entry({
      id: `story ${name}`,
      kind: 'Story',
      name: title,
      also: `${name} ${question} ${tags.join(' ')}`,
      run: () => void openStory(name),
    }),
  )
}

function taught(): Entry[] {
  return lessons.map(({ name, title }) =>
    entry({ id: `lesson ${name}`, kind: 'Lesson', name: title, run: () => void openLesson(name) }),
  )
}

function faults({ faults: kinds }: Description, frame: Frame): Entry[] {
  return kinds.flatMap(({ fault, title, targets }) =>
    targets.map(target => {
      const isInForce = frame.faults.some(its => its.fault === fault && its.target === target)
      const name = `${isInForce ? 'Heal ' : ''}${title}: ${namePlace(target)}`
      const run = () => toggleFault({ fault, target, isInForce })
      return entry({ id: `${fault} ${target}`, kind: 'Fault', name, also: target, run })
    }),
  )
}

function places({ instances, nodes, groups, applications }: Frame): Entry[] {
  const large = groups.map(({ id }) => ({ id, name: `Show group ${id} large` }))
  const asked = [...applications, ...instances, ...nodes].map(({ id }) => ({
    id,
    name: `Why: ${namePlace(id)}`,
  }))
  return [...(groups.length > 1 ? large : []), ...asked].map(({ id, name }) =>
    entry({ id: `place ${id}`, kind: 'Place', name, also: id, run: () => select(id) }),
  )
}

/** The way to an instant that is typed, as `218 ms` or `1.5s`. */
export function instantEntry(typed: string): Entry[] {
  const at = readTime(typed.replace(/^(go to|at|seek)\s+/i, ''))
  if (at === null) return []
  const name = `Go to ${formatInstant(at)}`
  return [entry({ id: 'instant', kind: 'Instant', name, run: () => void seek(at) })]
}

export function entriesOf(frame: Frame | null, description: Description | null): Entry[] {
  const own = [...commands(), ...dialogs(), ...taught()]
  if (frame === null || description === null) return own
  return [
    ...commands(),
    ...panels(frame),
    ...dialogs(),
    ...stories(description),
    ...taught(),
    ...faults(description, frame),
    ...places(frame),
  ]
}
