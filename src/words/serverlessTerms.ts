/** The terms of Serverless, learned when the first cluster has such an instance. */

export const serverlessTerms = {
  ACU: 'Aurora capacity unit: about 2 GiB of memory with CPU and network to match.',
  'ACU-hour': 'One ACU for one hour: what Serverless compute is billed by, second by second.',
  'I/O':
    'A page read from the volume, or up to 4 KB of redo written to it: how it is counted here.',
  'ACU utilization': 'Present capacity as a share of the maximum, as the monitoring shows it.',
  'CPU utilization':
    'CPU in use as a share of what the maximum would have, not of what there is now.',
  'freeable memory': 'Memory that would be free at the maximum: about 2 GiB more an ACU below it.',
  'growth allowance':
    'How much the capacity may still grow at once; it refills slowly. A fitted model.',
  'fitted model':
    'No rate of growth, hold or fall is published: these are fitted to measurements and to what ' +
    'AWS says in words. They are not AWS’s constants.',
  'retired Serverless v1':
    'Serverless v1 is retired: its life ended on 31 March 2025 (Aurora User Guide, 2025). Here ' +
    'it is kept for teaching. v2 scales in steps of half an ACU without a scaling point.',
  'router fleet':
    'Serverless v1: clients are connected to routers, which move all sessions to the new ' +
    'instance at a scaling point.',
  'warm pool':
    'Serverless v1: hosts of a region that stand ready, so that a new instance need not start.',
  demand: 'Load without single sessions: a curve that asks for capacity, so that a day is quick.',
} as const satisfies Record<string, string>
