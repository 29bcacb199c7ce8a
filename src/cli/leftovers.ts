const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const leftovers = new Set<() => void>()

function cleanUp(): void {
  for (const remove of leftovers) remove()
  leftovers.clear()
}

function endBySignal(signal: NodeJS.Signals): void {
  cleanUp()
  stopListening()
  // With no listener left the system ends the process as it ends any other.
  process.kill(process.pid, signal)
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
