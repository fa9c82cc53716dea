/** What the panel of the bill says; loaded with it. */
import type { Sentences } from './template.ts'

export const billSentences: Sentences = {
  'bill.compute.instance':
    'An instance costs by the hour that it is there, by the second, busy or not.',
  'bill.compute.v2':
    'Serverless costs by the capacity that it reports, second by second; asleep it costs ' +
    'nothing.',
  'bill.compute.v1':
    'Serverless v1 costs by its present step, second by second; asleep it costs nothing.',
  'bill.minimum.instance':
    'After its creation, its start or a new class an instance is billed for at least 10 ' +
    'minutes: this is what is still missing to that. An hour later nobody sees it any more.',
  'bill.minimum.v1':
    'Each time that Serverless v1 is awake it is billed for at least 5 minutes: this is what ' +
    'is still missing to that.',
  'bill.noMinimum': 'No least charge is documented for Serverless v2.',
  'bill.storage':
    'The volume is billed whatever the instances do, once for all six copies: 10 GB for each ' +
    'protection group, its full size (an assumption).',
  'bill.io':
    'An I/O is a page read from the volume, or up to 4 KB of redo written to it. The buffer ' +
    'cache saves them.',
  'bill.backup': 'Backup is not measured. Say below how much you keep beyond the free part.',
  'bill.month':
    '{hours} hours like the {interval} so far, without what only the first hour owes. A day ' +
    'with its night says more than its busiest minute.',
  'bill.compare.why':
    'The applications, their script, faults and commands up to now are played again, beside ' +
    'the page, on other instances. What each would have used is measured, laws and all, then ' +
    'priced: the same items for the same {interval}.',
  'bill.compare.classes':
    'In the model an instance has the CPUs that its memory stands for, so that classes of one' +
    ' size fare alike and are played once (an assumption; a T class has fewer than its maker ' +
    'says).',
  'bill.compare.late':
    'Late: answered after a wait for CPU. Refused: given up, or no connection was free. A ' +
    'cheap row that refuses does not carry this load.',
  'bill.missing.oneInstance': 'Serverless v1 has exactly one instance, so this cluster is none.',
  'bill.missing.multiMaster': 'Several writers cannot be serverless: they were provisioned.',
  'bill.missing.unreadable': 'This configuration is not to be had for this load.',
  'bill.missing.lawBroke': 'A law broke in one of the runs, so that it is left out.',
  'bill.breakEven':
    'A month by mean capacity. An instance costs the same however busy it is; Serverless ' +
    'costs what it has. Left of a crossing Serverless is cheaper, right of it dearer.',
  'bill.breakEven.here': 'So far the mean was {acu} ACU, sleep included.',
  'bill.io.breakEven':
    'I/O-Optimized is cheaper from {millions} million I/Os a month on; hours like these make ' +
    '{used} million.',
  'bill.io.never': 'I/O-Optimized cannot be said to pay off here.',
  'bill.sizing':
    'How many ACU would an instance take that you have? AWS’s own tool weighs the CPU use ' +
    'that is exceeded a twentieth of the time with 95 %, the highest with 5 %, and counts 4 ' +
    'ACU a CPU.',
  'bill.sizing.answer':
    '{acu} ACU on average: {serverless} a month as Serverless v2, {instance} as it is, each ' +
    'with {storage} for storage.',
  'bill.prices':
    'Static copies of AWS’s price list for us-east-1, on demand, in dollars, read in 2026 ' +
    '(March to September). They are not live. Two sources disagree on an ACU-hour with ' +
    'I/O-Optimized: 0.16 in the price feed, 0.156 in AWS’s sizing tool. What you change here ' +
    'changes this panel, not the run.',
}
