/** The terms of Serverless, learned when the first cluster has such an instance. */

export const serverlessTerms = {
  ACU: 'Aurora capacity unit: about 2 GiB of memory with CPU and network to match.',
  'ACU-hour': 'One ACU for one hour: what Serverless compute is billed by, second by second.',
  'I/O':
    'A page read from the volume, or up to 4 KB of redo written to it: how it is counted here.',
  'ACU utilization': 'Capacity in use as a share of the maximum, as the monitoring shows it.',
  'growth allowance':
    'How much the capacity may still grow at once; it refills slowly. A fitted model.',
  'fitted model':
    'No rate of growth, hold or fall is published: these are fitted to measurements and to what ' +
    'AWS says in words. They are not AWS’s constants.',
  'retired Serverless v1':
    'Serverless v1 is retired: its life ended on 31 March 2025 (Aurora User Guide, 2025). What ' +
    'runs here is v2, which scales in steps of half an ACU without a scaling point.',
  demand: 'Load without single sessions: a curve that asks for capacity, so that a day is quick.',
} as const satisfies Record<string, string>
