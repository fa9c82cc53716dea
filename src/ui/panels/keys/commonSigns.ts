/** What travels in every cluster: calls and answers, pages, and copies among themselves. */
import { lookNumber } from '../../canvas/messageLook.ts'
import { messageSign, type Sign } from './sign.ts'

/** Numbers of the kinds on the wire, as `contract/messages.ts` gives them. */
export const clientSigns: Sign[] = [
  messageSign(1, 'an application asks for a transaction'),
  messageSign(lookNumber(2, 1), 'its answer: committed'),
  messageSign(lookNumber(2, 0), 'its answer: an error'),
  messageSign(lookNumber(2, 2), 'a sign: connected, and at work'),
]

export const pageSigns: Sign[] = [
  messageSign(6, 'a page is asked for'),
  messageSign(7, 'the page comes'),
]

export const gossipSigns: Sign[] = [
  messageSign(8, 'gossip: how far are you?'),
  messageSign(9, 'a copy brings another what was missing'),
]

export const lostSign: Sign = {
  words: 'lost, or nobody there to take it',
  className: '',
  paths: [{ d: 'M-5 -5L5 5M5 -5L-5 5', fill: 'none', stroke: 'var(--bad)', strokeWidth: 2.4 }],
}
