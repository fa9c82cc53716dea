/** Whether two lines of points cross each other. */
export interface Point {
  x: number
  y: number
}

/** Twice the area of a triangle; its sign says on which side of the line from a to b c lies. */
function side(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

function meet([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function pieces(line: readonly Point[]): [Point, Point][] {
  return line.slice(1).map((point, index) => [line[index] ?? point, point])
}

export function crosses(one: readonly Point[], other: readonly Point[]): boolean {
  const others = pieces(other)
  return pieces(one).some(piece => others.some(its => meet(piece, its)))
}
