// A seeded choice of files and mutants, each by its own name: what is added elsewhere does not change who is chosen.

/** A number that depends on a text alone (FNV-1a). */
function hashOf(text) {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** All of them in an order that depends on the seed and on the name of each. */
export function shuffled(all, seed, nameOf = (one) => one) {
  const ranked = all.map((one) => [hashOf(`${seed} ${nameOf(one)}`), one])
  return ranked.sort(([one], [other]) => one - other).map(([, one]) => one)
}
