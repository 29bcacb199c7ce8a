// A seeded choice of files and mutants: the same seed gives the same sample of the same sources.

/** Numbers from 0 up to 1 by a linear congruential generator. */
function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** All of them in an order that depends on the seed alone. */
export function shuffled(all, seed) {
  const random = randomOf(seed)
  const order = [...all]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other], order[at]]
  }
  return order
}
