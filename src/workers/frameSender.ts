/**
 * Sends frames to the page. Two buffers take turns: one that is away has to come back before it
 * is filled again, so that a page that is slow gets fewer frames and never a queue of them. The
 * same port answers the question whether the worker is alive.
 */
import type { FrameCredit, FramePacket, Heartbeat, PostedFrame } from './api.ts'
import { type Deferred, deferred } from './work.ts'

/** What is needed of a MessagePort. */
export interface FramePort {
  postMessage(message: PostedFrame | Heartbeat, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent) => void) | null
}

export interface FrameSender {
  port: FramePort | null
  buffers: ArrayBuffer[]
  /** Something changed since the last frame. */
  isDue: boolean
  /** A frame would have gone, but both buffers are away. */
  isHeldBack: boolean
  sentAtMillis: number
  waiting: Deferred<void>[]
  fill: (buffer: ArrayBuffer) => FramePacket | null
  clock: () => number
}

/** About 30 frames a second while things move. */
const frameMillis = 30
const firstBytes = 4_096

export function createFrameSender(
  fill: (buffer: ArrayBuffer) => FramePacket | null,
  clock: () => number,
): FrameSender {
  const sentAtMillis = Number.NEGATIVE_INFINITY
  const idle = { port: null, buffers: [], isDue: false, isHeldBack: false, waiting: [] }
  return { ...idle, sentAtMillis, fill, clock }
}

/** A new port begins with two buffers of its own. */
export function connectPort(sender: FrameSender, port: FramePort): void {
  sender.port = port
  sender.buffers = [new ArrayBuffer(firstBytes), new ArrayBuffer(firstBytes)]
  sender.isDue = true
  port.onmessage = event => receive(sender, event.data as FrameCredit | Heartbeat)
  sendFrame(sender)
}

function receive(sender: FrameSender, message: FrameCredit | Heartbeat): void {
  if (message === 'alive?') sender.port?.postMessage('alive', [])
  if (typeof message === 'string') return
  sender.buffers.push(message.moving)
  if (sender.isHeldBack) sendFrame(sender)
}

/** Sends when due, while things move at most so often; without a buffer it is skipped. */
export function offerFrame(sender: FrameSender): void {
  if (sender.clock() - sender.sentAtMillis >= frameMillis) sendFrame(sender)
}

export function sendFrame(sender: FrameSender): void {
  const { port, isDue, buffers } = sender
  if (port === null || !isDue) return
  const buffer = buffers.pop()
  sender.isHeldBack = buffer === undefined
  if (buffer === undefined) return
  const packet = sender.fill(buffer)
  if (packet === null) buffers.push(buffer)
  else post(sender, port, packet)
}

function post(sender: FrameSender, port: FramePort, packet: FramePacket): void {
  sender.isDue = false
  sender.sentAtMillis = sender.clock()
  port.postMessage({ ...packet, frame: JSON.stringify(packet.frame) }, [packet.moving])
  for (const waiter of sender.waiting.splice(0)) waiter.resolve()
}

/** Resolves once the newest state has been sent; at once when nobody looks. */
export function whenSent(sender: FrameSender): Promise<void> {
  sendFrame(sender)
  if (!sender.isDue || sender.port === null) return Promise.resolve()
  const waiter = deferred<void>()
  sender.waiting.push(waiter)
  return waiter.promise
}
