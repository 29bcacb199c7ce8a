import type { Diagram, Node } from './diagram.ts'

/** A box of sign-ins: some atoms of each layer, by their places. */
export interface Box {
  readonly chosen: readonly ReadonlySet<number>[]
  /** One sign-in of the box, as a place in each layer. */
  readonly witness: readonly number[]
}

/** Boxes that together are a part of a space. */
export interface Region {
  readonly boxes: readonly Box[]
  /** False where there are more boxes than were asked for. */
  readonly complete: boolean
}

/** The order in which a box is widened: what a reader looks for first is what should be named in full. */
const wideningOrder = (layers: number): readonly number[] => Array.from({ length: layers }, (_, at) => layers - 1 - at)

/** For each level, the nodes from which an end of the region can be reached. */
function reaching({ levels }: Diagram, ends: ReadonlySet<Node>): readonly ReadonlySet<Node>[] {
  const found: Set<Node>[] = []
  found[levels.length - 1] = new Set(ends)
  for (let depth = levels.length - 2; depth >= 0; depth -= 1) {
    const later = found[depth + 1]
    found[depth] = new Set(
      levels[depth]?.filter(({ next }) => next.some((child) => child !== undefined && later?.has(child) === true)),
    )
  }
  return found
}

/** Whether every sign-in of a box that can exist ends within the region. */
function isWithin(root: Node, chosen: readonly ReadonlySet<number>[], ends: ReadonlySet<Node>): boolean {
  let nodes: ReadonlySet<Node> = new Set([root])
  for (const places of chosen) {
    const later = new Set<Node>()
    for (const { next } of nodes)
      for (const place of places) {
        const child = next[place]
        if (child !== undefined) later.add(child)
      }
    nodes = later
  }
  for (const node of nodes) if (!ends.has(node)) return false
  return nodes.size > 0
}

function widened(diagram: Diagram, witness: readonly number[], ends: ReadonlySet<Node>): Box {
  const { root, space } = diagram
  const chosen: Set<number>[] = witness.map((place) => new Set([place]))
  for (const layer of wideningOrder(chosen.length)) {
    const atoms = space.layers[layer]?.atoms.length ?? 0
    for (let place = 0; place < atoms; place += 1) {
      if (chosen[layer]?.has(place) === true) continue
      const tried = chosen.map((places, at) => (at === layer ? new Set([place]) : places))
      // A sign-in that cannot exist widens nothing.
      if (isWithin(root, tried, ends)) chosen[layer]?.add(place)
    }
  }
  return { chosen, witness }
}

/** The first path to the region that lies in none of some boxes. */
function uncovered(
  root: Node,
  reach: readonly ReadonlySet<Node>[],
  ends: ReadonlySet<Node>,
  boxes: readonly Box[],
): readonly number[] | undefined {
  const layers = reach.length - 1
  const covered = reach.map(() => new Map<Node, Set<string>>())
  const search = (node: Node, depth: number, within: readonly Box[]): readonly number[] | undefined => {
    if (depth === layers) return ends.has(node) && within.length === 0 ? [] : undefined
    const key = within.map((box) => boxes.indexOf(box)).join()
    const known = covered[depth]?.get(node)
    if (known?.has(key) === true) return undefined
    for (const [place, child] of node.next.entries()) {
      if (child === undefined || reach[depth + 1]?.has(child) !== true) continue
      const found = search(
        child,
        depth + 1,
        within.filter(({ chosen }) => chosen[depth]?.has(place) === true),
      )
      if (found !== undefined) return [place, ...found]
    }
    if (known === undefined) covered[depth]?.set(node, new Set([key]))
    else known.add(key)
    return undefined
  }
  return search(root, 0, boxes)
}

/** The part of a space that leads to some ends, as few large boxes, at most so many; none is covered by the others before it. */
export function regionOf(diagram: Diagram, ends: ReadonlySet<Node>, most: number): Region {
  const reach = reaching(diagram, ends)
  const boxes: Box[] = []
  while (true) {
    const witness = uncovered(diagram.root, reach, ends, boxes)
    if (witness === undefined) return { boxes, complete: true }
    if (boxes.length === most) return { boxes, complete: false }
    boxes.push(widened(diagram, witness, ends))
  }
}
