// Choices among values, by numbers that are the same for the same seed.

/** One of several values, something rarely, and a few of several values. */
export function tools(next) {
  const choose = (from) => from[Math.floor(next() * from.length)]
  const rarely = (share, make) => (next() < share ? make() : {})
  const some = (from, most = 3) => [
    ...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => choose(from))),
  ]
  return { choose, rarely, some }
}
