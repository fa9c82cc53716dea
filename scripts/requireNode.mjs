/** Refuses a Node that is too old, in one sentence, before anything else can fail in its place. */
const lowest = [20, 19]

/** True when the version, such as `20.19.0`, is the lowest one that works, or newer. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > lowest[0] || (major === lowest[0] && minor >= lowest[1])
}

/** Ends the program when this Node is too old. */
export function requireNode(version = process.versions.node) {
  if (isNewEnough(version)) return
  const wanted = lowest.join('.')
  console.error(`Aurora Playground needs Node ${wanted} or newer; this is Node ${version}.`)
  process.exit(1)
}
