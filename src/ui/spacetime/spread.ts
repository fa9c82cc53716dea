/** At most so many of a list: those that matter all, of the others evenly many, in order. */

export function spread<Thing>(
  things: readonly Thing[],
  matters: (thing: Thing) => boolean,
  most: number,
): Thing[] {
  if (things.length <= most) return [...things]
  const others = things.filter(each => !matters(each)).length
  const room = Math.max(0, most - (things.length - others))
  let passed = 0
  return things.filter(each => {
    if (matters(each)) return true
    passed++
    return Math.floor((passed * room) / others) > Math.floor(((passed - 1) * room) / others)
  })
}
