/** The words of the menu of faults; a kind without words does not compile. */
import type { FaultDescription, FaultKind } from '../contract/faults.ts'

export const faultWords: Record<FaultKind, Pick<FaultDescription, 'title' | 'summary'>> = {
  NodeCrash: {
    title: 'Storage node down',
    summary: 'A storage node loses power, and with it one copy of each group it hosts.',
  },
  InstanceCrash: {
    title: 'Instance down',
    summary: 'A database instance dies; its memory is gone, the volume stays.',
  },
  AzOutage: {
    title: 'Zone outage',
    summary: 'A whole zone loses power: its storage nodes and its instances.',
  },
  LinkCut: {
    title: 'Link cut',
    summary: 'Nothing passes a link, one way or both ways; both ends keep running.',
  },
  SlowNode: {
    title: 'Slow storage node',
    summary: 'Everything a storage node does takes a multiple of the time: disk, reads, messages.',
  },
  PacketLoss: {
    title: 'Lost messages',
    summary: 'A share of the messages of a link, or of the whole network, never arrives.',
  },
  SlowDisk: {
    title: 'Slow disk',
    summary: 'The disk of a storage node takes a multiple of the time; its messages do not.',
  },
  DiskCongestion: {
    title: 'Congested disk',
    summary: 'A share of what a disk does takes some milliseconds longer.',
  },
  DiskFailure: {
    title: 'Failing disk',
    summary: 'A share of the writes of a disk fails; the node does not acknowledge them.',
  },
  PageCorruption: {
    title: 'Damaged page',
    summary: 'A page on a disk no longer fits its checksum. The node does not know until it looks.',
  },
  ZoneIsolation: {
    title: 'Zone cut off',
    summary: 'A zone is alive, but nothing passes between it and the other zones.',
  },
  NoCapacity: {
    title: 'No capacity',
    summary: 'No host can be had in a zone: no instance is re-created or attached there.',
  },
  RollingPatch: {
    title: 'Rolling patch',
    summary: 'One storage node after the other is away for a while, zone by zone.',
  },
  DispatcherCrash: {
    title: 'Dispatcher down',
    summary: 'An instance lives, but what writes to the volume does not: nothing passes.',
  },
  ReplicaFailure: {
    title: 'Reader blocked',
    summary: 'A share of what the writer sends to a reader is blocked.',
  },
  EnginePatch: {
    title: 'New engine',
    summary: 'An instance changes its engine between two transactions; its sessions stay.',
  },
  NodeLoss: {
    title: 'Storage node lost for good',
    summary: 'A storage node is gone with its disk; its copies must be made anew elsewhere.',
  },
  HotNode: {
    title: 'Hot storage node',
    summary: 'A storage node is overloaded and slow; its copies move to colder nodes of its zone.',
  },
}
