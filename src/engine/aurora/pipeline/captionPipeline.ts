/**
 * The one sentence while something is going on behind the foreground: a patch, damage, a copy that
 * delays its answers, a fault of a disk. Only said when the core has nothing more urgent to say.
 */
import type { Frame, Phrase } from '../../contract/frame.ts'
import type { PipelineView, SegmentWorkView } from '../../contract/volumeFrameView.ts'

/** What gives way: nothing is wrong, or only what a patch does. */
const calm = /^caption\.(allSix|quiet|coldReads|commitOutOfSilence|catchingUp|spareNodeGone)/
const absent = /^caption\.(copiesCutCommitsGoOn|commitsWaitCut|noCopyLeft|noReads|allSix)$/
const fewer = /^caption\.(copiesGoneCommitsGoOn|catchingUp|spareNodeGone|allSix)/

export function captionPipeline(frame: Frame): void {
  const { pipeline, caption } = frame
  const said =
    captionOfCut(frame) ?? captionOfEngine(frame) ?? (pipeline && captionOfWork(frame, pipeline))
  if (!said) return
  // It speaks of a node or of the volume, not of the group that is worst off.
  const { group: _, ...numbers } = caption.parameters
  const parameters = { ...numbers, ...said.parameters }
  frame.caption = { key: said.key, parameters }
  frame.hint = { key: said.key.replace('.', '.hint.'), parameters }
  frame.glowing = null
}

function captionOfWork(frame: Frame, pipeline: PipelineView): Phrase | null {
  const { key } = frame.caption
  const ofPatch = fewer.test(key) ? captionOfPatch(pipeline) : null
  return ofPatch ?? (calm.test(key) ? captionOfRest(frame, pipeline) : null)
}

/** Who is cut off from whom, where one fault alone is behind it. */
function captionOfCut({ faults, instances, groups, lights, caption }: Frame): Phrase | null {
  const cuts = faults.filter(({ fault }) => /^(ZoneIsolation|DispatcherCrash|LinkCut)$/.test(fault))
  const [cut] = cuts
  if (cuts.length !== 1 || !cut || !absent.test(caption.key)) return null
  if (cut.fault === 'DispatcherCrash' && lights.commits.state === 'waiting') {
    return { key: 'pipeline.noDispatcher', parameters: { instance: cut.target } }
  }
  if (cut.fault !== 'ZoneIsolation') return null
  const writer = instances.find(({ role }) => role === 'writer')
  const isInside = writer?.zone === cut.target
  const there = groups[0]!.segments.filter(({ zone }) => zone === cut.target).length
  const key = isInside ? 'pipeline.writersZoneCutOff' : 'pipeline.zoneCutOff'
  if (!isInside && lights.commits.state !== 'on') return null
  return { key, parameters: { zone: cut.target, there } }
}

function captionOfEngine({ at, caption, faults }: Frame): Phrase | null {
  const patch = faults.find(({ fault }) => fault === 'EnginePatch')
  if (!patch || !calm.test(caption.key)) return null
  const { target: instance, stage, stageUntil = at } = patch
  if (stage === 'looking') return { key: 'pipeline.engineLooks', parameters: { instance } }
  return { key: 'pipeline.engineChanges', parameters: { instance, inMicros: stageUntil - at } }
}

function captionOfPatch({ patch }: PipelineView): Phrase | null {
  if (!patch) return null
  const { away, done, nodes } = patch
  const parameters = { done, nodes: nodes.length }
  if (away === null) return { key: 'pipeline.patchWaits', parameters }
  return { key: 'pipeline.patching', parameters: { ...parameters, node: away } }
}

function captionOfRest(frame: Frame, pipeline: PipelineView): Phrase | null {
  return captionOfDamage(frame, pipeline) ?? captionOfThrottle(pipeline) ?? captionOfDisk(frame)
}

function captionOfDamage({ at }: Frame, { segments, nodes }: PipelineView): Phrase | null {
  const segment = segments.find(({ corruptPages }) => corruptPages.length > 0)
  if (!segment) return null
  const [{ page, foundAt, asked }] = segment.corruptPages as [SegmentWorkView['corruptPages'][0]]
  const parameters = { segment: segment.segment, node: segment.node, page }
  if (foundAt !== null) {
    return { key: 'pipeline.damageFound', parameters: { ...parameters, asked: asked ?? '' } }
  }
  const work = nodes.find(({ node }) => node === segment.node)
  if (work?.scrub) {
    const { checked, pages } = work.scrub
    return { key: 'pipeline.scrubbing', parameters: { ...parameters, checked, pages } }
  }
  if (!work?.nextScrubAt) return { key: 'pipeline.damageStays', parameters }
  const inMicros = work.nextScrubAt - at
  return { key: 'pipeline.damageUnknown', parameters: { ...parameters, inMicros } }
}

function captionOfThrottle({ segments }: PipelineView): Phrase | null {
  const throttled = segments.filter(({ throttledSince }) => throttledSince !== null)
  const [first] = throttled
  if (!first) return null
  const { segment, node, backlog } = first
  return {
    key: 'pipeline.throttled',
    parameters: { segment, node, backlog, copiesThrottled: throttled.length },
  }
}

const sentenceOfFault: Record<string, string> = {
  SlowDisk: 'pipeline.slowDisk',
  DiskCongestion: 'pipeline.congested',
  DiskFailure: 'pipeline.failing',
}

function captionOfDisk({ faults }: Frame): Phrase | null {
  const ofDisk = faults.filter(({ fault }) => Object.hasOwn(sentenceOfFault, fault))
  const [first] = ofDisk
  if (!first) return null
  const { fault, target: node, factor = 1, ratioPpm = 0, maxMillis = 0 } = first
  const key = sentenceOfFault[fault]!
  const sharePpm = ratioPpm
  return { key, parameters: { node, factor, sharePpm, maxMillis, disks: ofDisk.length } }
}
