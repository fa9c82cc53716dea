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
}
