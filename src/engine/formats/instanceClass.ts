/**
 * Instance classes by their memory. CPUs follow from it at `instance.memoryPerVcpu` GiB each: an
 * assumption that fits the classes offered, rounded to the nearest whole CPU, at least one.
 */

/** GiB of memory. */
export const classMemoryGib: Readonly<Record<string, number>> = {
  'db.r4.large': 15.25,
  'db.r4.xlarge': 30.5,
  'db.r4.2xlarge': 61,
  'db.r4.4xlarge': 122,
  'db.r4.8xlarge': 244,
  'db.r4.16xlarge': 488,
  'db.r5.large': 16,
  'db.r5.xlarge': 32,
  'db.r5.2xlarge': 64,
  'db.r5.4xlarge': 128,
  'db.r5.8xlarge': 256,
  'db.r5.12xlarge': 384,
  'db.r5.16xlarge': 512,
  'db.r5.24xlarge': 768,
  'db.r6g.large': 16,
  'db.r6g.xlarge': 32,
  'db.r6g.2xlarge': 64,
  'db.r6g.4xlarge': 128,
  'db.r6g.8xlarge': 256,
  'db.r6g.12xlarge': 384,
  'db.r6g.16xlarge': 512,
  'db.r7g.large': 16,
  'db.r7g.xlarge': 32,
  'db.r7g.2xlarge': 64,
  'db.r7g.4xlarge': 128,
  'db.r8g.large': 16,
  'db.r8g.xlarge': 32,
  'db.t3.medium': 4,
  'db.t3.large': 8,
  'db.t4g.medium': 4,
  'db.t4g.large': 8,
}

/** An instance whose capacity follows need. */
export const serverlessClass = 'serverless'

export const defaultInstanceClass = 'db.r5.large'

export const instanceClasses: readonly string[] = Object.keys(classMemoryGib)

export function vcpusOf(instanceClass: string, memoryPerVcpuGib: number): number {
  const memory = classMemoryGib[instanceClass] ?? 16
  return Math.max(1, Math.floor(memory / memoryPerVcpuGib + 0.5))
}
