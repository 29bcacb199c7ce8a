const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const leftovers = new Set<() => void>()

function cleanUp(): void {
  for (const remove of leftovers) remove()
}

function endBySignal(signal: NodeJS.Signals): void {
  for (const one of signals) process.removeListener(one, endBySignal)
  // Those who started something end it first; with no listener left the signal then ends the process as any other.
  process.on('exit', () => {
    cleanUp()
    process.kill(process.pid, signal)
  })
  process.exit(1)
}

function stopListening(): void {
  process.removeListener('exit', cleanUp)
  for (const signal of signals) process.removeListener(signal, endBySignal)
}

/** Removes something unfinished if the process ends before it is finished; the answer says that it is. */
export function removeIfKilled(remove: () => void): () => void {
  if (leftovers.size === 0) {
    process.on('exit', cleanUp)
    for (const signal of signals) process.on(signal, endBySignal)
  }
  leftovers.add(remove)
  return () => {
    leftovers.delete(remove)
    if (leftovers.size === 0) stopListening()
  }
}
