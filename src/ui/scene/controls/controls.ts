/** The controls of the stage in reading order: applications, instances, zones, copies, links. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { bottom, type Box, inset } from '../geometry.ts'
import type { Control } from '../control.ts'
import type { Layout } from '../layout/layout.ts'
import type { GroupShape } from '../shapes/groupShapes.ts'
import type { LinkShape } from '../shapes/linkShapes.ts'
import { shortName } from '../shapes/nodeWords.ts'
import { zoneName } from '../shapes/zoneShapes.ts'
import {
  applicationDescription,
  copyDescription,
  instanceDescription,
  linkDescription,
  nodeDescription,
} from './descriptions.ts'
import { instanceToggle, linkToggle, nodeToggle, toggleOf } from './toggles.ts'

/** What a finger needs, in pixels. */
const finger = 44

type ControlFields = Omit<Control, 'isPressed' | 'box' | 'path' | 'toggle'> & Partial<Control>

function control(fields: ControlFields): Control {
  const toggle = fields.toggle ?? null
  const isPressed = toggle === null ? null : toggle.isInForce
  return { box: null, path: null, ...fields, toggle, isPressed }
}

function applicationControls(frame: Frame, layout: Layout): Control[] {
  return layout.applications.flatMap(({ id, card }) => {
    const application = frame.applications.find(found => found.id === id)
    if (application === undefined) return []
    const description = applicationDescription(application, frame)
    const name = `Application ${id}`
    return [
      control({
        id,
        kind: 'application',
        name,
        description,
        box: inset(card, -1),
        subject: id,
      }),
    ]
  })
}

function instanceControls(frame: Frame, layout: Layout): Control[] {
  return layout.instances.flatMap(({ id, centre: { x, y }, radius, isFolded }) => {
    const instance = frame.instances.find(found => found.id === id)
    if (instance === undefined || isFolded) return []
    const reach = layout.isNarrow ? Math.max(finger / 2, radius) : radius
    const box: Box = { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }
    const name = `${instance.role === 'writer' ? 'Writer' : 'Reader'} ${id}`
    const description = instanceDescription(instance)
    const toggle = instanceToggle(frame, instance)
    return [control({ id, kind: 'instance', name, description, box, subject: id, toggle })]
  })
}

/** The words beside an instance open its details. */
function instanceDetails(layout: Layout): Control[] {
  return layout.instances.flatMap(({ id, words, isFolded }) =>
    words === null || isFolded
      ? []
      : [
          control({
            id: `${id} details`,
            kind: 'details',
            name: `Details of ${id}`,
            description: '',
            box: { ...words, y: words.y + 4, height: words.height - 8 },
            subject: id,
          }),
        ],
  )
}

/** On a narrow stage the header reaches up into the lane above, for fingers. */
function headerBox({ approach, isNarrow }: Layout, header: Box): Box {
  const above = isNarrow ? approach.height : 0
  return { ...header, y: header.y - above, height: header.height + above }
}

function zoneControls(frame: Frame, layout: Layout): Control[] {
  return layout.zones.map(({ id, header }) => {
    const isOut = frame.zones.some(zone => zone.id === id && zone.isOut)
    const toggle = toggleOf(frame, 'AzOutage', id)
    const description = isOut ? 'out' : 'up'
    return control({
      id,
      kind: 'zone',
      name: zoneName(id),
      description,
      box: headerBox(layout, header),
      subject: id,
      toggle,
    })
  })
}

function copyControls(frame: Frame, layout: Layout): Control[] {
  const group = frame.groups.find(({ id }) => id === layout.group)
  return layout.columns.flatMap(({ segment: id, node: nodeId, bit, box }) => {
    const node = frame.nodes.find(found => found.id === nodeId)
    const segment = group?.segments[bit]
    if (node === undefined || segment === undefined) return []
    const name = `Copy ${shortName(nodeId)} of ${layout.group}`
    const description = copyDescription(frame, node, segment)
    const toggle = nodeToggle(frame, node)
    return [
      control({ id, kind: 'copy', name, description, box: inset(box, -3), subject: id, toggle }),
    ]
  })
}

/** On a narrow stage it takes the foot of the column too, for fingers. */
function detailsBox({ foot, isNarrow }: Layout, column: Box): Box {
  const height = isNarrow ? Math.max(finger, foot.height - 4) : foot.height - 4
  const y = bottom(column) + foot.height - 1 - height
  return { x: column.x - 3, y, width: column.width + 6, height }
}

/** The words under a column open the details of its node. */
function copyDetails(layout: Layout): Control[] {
  return layout.columns.map(({ node, box }) =>
    control({
      id: `${node} details`,
      kind: 'details',
      name: `Details of ${node}`,
      description: '',
      box: detailsBox(layout, box),
      subject: node,
    }),
  )
}

function chipControls(frame: Frame, layout: Layout): Control[] {
  return layout.chips.flatMap(chip => {
    const { node: id } = chip
    const box = inset(chip.box, layout.isNarrow ? 0 : -1.5)
    const node = frame.nodes.find(found => found.id === id)
    if (node === undefined) return []
    const description = nodeDescription(frame, node)
    const toggle = nodeToggle(frame, node)
    return [
      control({ id, kind: 'node', name: `Node ${id}`, description, box, subject: id, toggle }),
    ]
  })
}

function linkControls(frame: Frame, links: LinkShape[]): Control[] {
  return links.map(link =>
    control({
      id: link.id,
      kind: 'link',
      name: `Link ${link.from} to ${link.to}`,
      description: linkDescription(link),
      box: link.gripBox,
      path: link.grip,
      subject: link.id,
      toggle: linkToggle(frame, link),
    }),
  )
}

function groupControls(groups: GroupShape[]): Control[] {
  return groups.map(({ id, box, words }) =>
    control({ id, kind: 'group', name: `Group ${id}`, description: words, box, subject: id }),
  )
}

interface ControlSources {
  frame: Frame
  layout: Layout
  links: LinkShape[]
  groups: GroupShape[]
}

export function controls({ frame, layout, links, groups }: ControlSources): Control[] {
  return [
    ...linkControls(frame, links),
    ...applicationControls(frame, layout),
    ...instanceControls(frame, layout),
    ...instanceDetails(layout),
    ...zoneControls(frame, layout),
    ...copyControls(frame, layout),
    ...copyDetails(layout),
    ...chipControls(frame, layout),
    ...groupControls(groups),
  ]
}
