/**
 * Which provisioned instance of which class there was from when to when: what a bill is made of.
 * Each create, start with another class and removal is a billable change. Rules Z7 and B8.
 */
import type { InstanceSpan } from '../../contract/bill.ts'
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'
import { serverlessClass } from './serverlessClass.ts'

/** A serverless instance has none: its capacity is billed. */
export function openSpan(spans: InstanceSpan[], span: Omit<InstanceSpan, 'until'>): void {
  if (span.class !== serverlessClass) spans.push({ ...span, until: null })
}

/** Of the instance at this place, if there is one. */
export function closeSpan({ modify, instances, now }: World, index: number): void {
  const { id } = instances[index]!
  for (const span of modify!.spans) {
    if (span.instance === id && span.until === null) span.until = now
  }
}

/** From the start of the run. */
export function firstSpans(
  { instances, setup }: World,
  isThere: (index: number) => boolean,
): InstanceSpan[] {
  const spans: InstanceSpan[] = []
  const from: Micros = 0
  for (let index = 0; index < instances.length; index++) {
    const name = setup.modify!.classes[index]!
    if (isThere(index)) openSpan(spans, { instance: instances[index]!.id, class: name, from })
  }
  return spans
}
