/**
 * What a run is billed for, and what it costs: quantities first, money second, so that other prices
 * need no other run. Money is whole nano-dollars beside its text. Rules B.
 */
import type { InstanceId } from './ids.ts'
import type { Micros } from './units.ts'

/** Tunables that only a bill reads; they stand in `setup.prices` where a scenario gives them. */
export type BillParameterName =
  | 'billing.backupGbMonth'
  | 'billing.instanceHourR5'
  | 'billing.instanceHourR6g'
  | 'billing.instanceHourR7g'
  | 'billing.instanceHourR8g'
  | 'billing.instanceHourT3'
  | 'billing.instanceHourT4g'
  | 'billing.instanceIoOptimizedFactor'
  | 'billing.minimumV1'
  | 'billing.minimumProvisioned'
  | 'billing.hoursPerMonth'

/** Every price: micro-dollars, millionths, microseconds, hours. */
export type PriceName =
  | BillParameterName
  | 'billing.acuHourV1'
  | 'billing.acuHourV2'
  | 'billing.acuHourV2IoOptimized'
  | 'billing.storageGbMonth'
  | 'billing.storageGbMonthIoOptimized'
  | 'billing.ioMillion'
  | 'billing.ioMillionIoOptimized'

export type PriceValues = Record<PriceName, number>

/** An instance of one class for some time; its beginning is a billable change. `until` null: on. */
export interface InstanceSpan {
  instance: InstanceId
  class: string
  from: Micros
  until: Micros | null
}

/** ACU of all serverless instances of one generation. */
export interface AcuUsage {
  generation: 'v1' | 'v2'
  instances: number
  microAcuSeconds: number
  /** Of it, what was used before Serverless v1 was left; absent where it was not. */
  asV1?: number
  /** Instance time spent paused. */
  pausedMicros: Micros
  /** v1: how long the present activation has lasted, and at which capacity; null asleep, and v2. */
  activation: { micros: Micros; microAcu: number } | null
}

/** What a cluster has used from the start of a run to an instant. */
export interface Usage {
  at: Micros
  isIoOptimized: boolean
  spans: InstanceSpan[]
  acu: AcuUsage | null
  /** Protection groups times microseconds. */
  groupMicros: number
  ios: number
}

export type MonthItem = 'compute' | 'storage' | 'io' | 'backup'
export type BillItem = MonthItem | 'minimum'

/** `quantity` is in `unit`, as decimal text. */
export interface BillLine {
  item: BillItem
  /** The instance class, the generation, or nothing. */
  of: string
  quantity: string
  unit: 'h' | 'ACU-h' | 's' | 'GB-h' | 'I/Os' | 'GB'
  nano: number
  dollars: string
}

export interface Bill {
  isIoOptimized: boolean
  lines: BillLine[]
  nano: number
  dollars: string
  /** A month of hours like these, the minimums left out. */
  monthNano: number
  monthDollars: string
  /** Of it, item by item. */
  monthBy: Record<MonthItem, number>
}

/** Standard, and I/O-Optimized; Serverless v1 has no price for the second. */
export type BillPair = [Bill, Bill | null]

/** One price as the page shows and edits it; in dollars, seconds or hours. */
export interface PriceRow {
  name: PriceName
  value: number
  unit: 'dollars' | 'seconds' | 'hours' | 'factor'
  isChanged: boolean
}

/** Where one way to pay costs as much as another. */
export interface BreakEven {
  /** An instance of this class costs as much as so many ACU, on average; hundredths. */
  classes: { class: string; nanoPerHour: number; acuV2: number | null; acuV1: number | null }[]
  nanoPerAcuHour: { v1: number; v2: number }
  /**
   * Millions of I/Os a month, in tenths, from which I/O-Optimized is cheaper for this cluster; null
   * where that cannot be said.
   */
  ioMillions: number | null
}

/** An instance that one has, as AWS's own sizing tool looks at it: percent of its CPU, GB. */
export interface SizingQuestion {
  class: string
  cpuP95: number
  cpuMax: number
  storageGb: number
}

/** What it would take of Serverless v2 on average, and a month of both, storage included. */
export interface SizingAnswer {
  acu: number
  serverlessDollars: string
  instanceDollars: string
  storageDollars: string
}

/** What was changed of the prices, in the units of `PriceRow`; GB of backup that are not free. */
export interface BillRequest {
  prices: Partial<Record<PriceName, number>>
  backupGb: number
  /** Priced beside the run that is shown. */
  usages: Usage[]
  sizing: SizingQuestion | null
}

export interface BillAnswer {
  usage: Usage
  /** Of the run shown, and of each usage asked about. */
  own: BillPair
  others: BillPair[]
  prices: PriceRow[]
  breakEven: BreakEven
  sizing: SizingAnswer | null
}

/** Of the ranges that v2 and v1 are given, in ACU; v1 takes the listed steps that hold it. */
export interface ComparedRange {
  min: number
  max: number
}

/** The load of a run on one configuration, played in the laboratory. */
export interface ComparedRun {
  /** `own`: as it is, with every command. */
  kind: 'own' | 'provisioned' | 'v2' | 'v1'
  /** Provisioned: they have as many CPUs and so fare alike; the usage is that of the first. */
  classes: string[]
  vcpus: number
  range: ComparedRange | null
  usage: Usage
  committed: number
  latencyP99Micros: Micros
  /** Of the fluid demand, transactions: answered late, and never. */
  late: number
  refused: number
}

export type MissingBecause = 'multiMaster' | 'oneInstance' | 'unreadable' | 'lawBroke'

export interface ComparisonAnswer {
  at: Micros
  runs: ComparedRun[]
  missing: { kind: ComparedRun['kind']; because: MissingBecause }[]
}
