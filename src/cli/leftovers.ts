const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const
type Signal = keyof typeof signals

// Object.keys of a literal are its keys, which its type cannot say.
const names = Object.keys(signals) as readonly Signal[]

const leftovers = new Set<() => void>()

function cleanUp(): void {
  for (const remove of leftovers) remove()
}

function endBySignal(signal: Signal): void {
  for (const one of names) process.removeListener(one, endBySignal)
  // Those who started something end it first; with no listener left the signal then ends the process as any other.
  process.on('exit', () => {
    cleanUp()
    process.kill(process.pid, signal)
  })
  // The code by which shells know an interrupted command: whoever listens for the end sees that it was not the command's own.
  process.exit(128 + signals[signal])
}

function stopListening(): void {
  process.removeListener('exit', cleanUp)
  for (const signal of names) process.removeListener(signal, endBySignal)
}

/** Removes something unfinished if the process ends before it is finished; the answer says that it is. */
export function removeIfKilled(remove: () => void): () => void {
  if (leftovers.size === 0) {
    process.on('exit', cleanUp)
    for (const signal of names) process.on(signal, endBySignal)
  }
  leftovers.add(remove)
  return () => {
    leftovers.delete(remove)
    if (leftovers.size === 0) stopListening()
  }
}
