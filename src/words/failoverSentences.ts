/** Captions and hints of readers and promotion. */
import type { Sentences } from './template.ts'

export const failoverSentences: Sentences = {
  'failover.silent':
    'Nothing is heard of the writer {lost}. {misses|missed heartbeat counts|missed heartbeats ' +
    'count} as a loss: {inMicros} to go. Nothing acknowledged is lost, and nobody can write.',
  'failover.recovering':
    'The reader {instance} takes over from {lost}: the copies now refuse what {lost} may still ' +
    'send, and {instance} finds the last safe point.',
  'failover.changingRole':
    'The reader {instance} has the last safe point and becomes the writer, in {inMicros}.',
  'failover.updatingName':
    '{instance} is the writer now, but the endpoint’s name still leads to {lost}: it changes in ' +
    '{inMicros}.',
  'failover.waitingForTtl':
    'The name leads to {instance}. Applications that asked just before remember {lost} for ' +
    '{inMicros} more.',
  'failover.hint.watch': 'Watch how long the applications wait: they know the cluster by its name.',
  'failover.hint.tied':
    'Watch the applications: they are tied to one instance and do not follow the name.',
  'recreate.inZone':
    'No reader can take over. Left alone, {instance} is created anew in {zone}, {inMicros} from ' +
    'now. Click it to start it at once.',
  'recreate.elsewhere':
    'No reader can take over, and all of {zone} is out. Somebody has asked for {instance} in ' +
    'another zone: it is there in {inMicros}.',
  'recreate.byHand':
    'No reader can take over, and while all of {zone} is out nobody creates {instance} anew by ' +
    'itself: that is done by hand.',
  'proxy.hint.waiting':
    '{waiting|request waits|requests wait} with the proxy, and connections stay: it turns to ' +
    'the new writer {inMicros} after that is open.',
  'proxy.hint.ahead':
    'Whoever goes through the proxy has answers again; the others wait for the name.',
  'failover.hint.loseWriter':
    'Click the writer {instance} to kill it: how long until {reader} has taken over?',
}
