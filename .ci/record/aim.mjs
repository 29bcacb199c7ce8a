// Aims at one mutant: the sign-ins that reach it are played again with a few changes, until one notices it.

/** How many sign-ins that reach a mutant are remembered. */
const most = 16

/** Remembers which sign-ins reach which mutants, and says at which to aim next. */
export function aims() {
  const reached = new Map()
  const aimed = new Map()
  return {
    /** Notes that a sign-in reaches some mutants; once there are many, chance decides which are kept. */
    note(ids, signIn, next) {
      for (const id of ids) {
        const known = reached.get(id) ?? { seen: 0, signIns: [] }
        reached.set(id, known)
        known.seen += 1
        if (known.signIns.length < most) known.signIns.push(signIn)
        else if (next() < most / known.seen) known.signIns[Math.floor(next() * most)] = signIn
      }
    },
    /** The mutant of a few that was aimed at least, with a sign-in that reaches it. */
    choose(alive, next) {
      const ids = [...alive.keys()].filter((id) => reached.has(id))
      if (ids.length === 0) return undefined
      const few = Array.from({ length: 4 }, () => ids[Math.floor(next() * ids.length)])
      const [id] = few.sort((one, other) => (aimed.get(one) ?? 0) - (aimed.get(other) ?? 0))
      aimed.set(id, (aimed.get(id) ?? 0) + 1)
      const { signIns } = reached.get(id)
      return { id, ...signIns[Math.floor(next() * signIns.length)] }
    },
  }
}
