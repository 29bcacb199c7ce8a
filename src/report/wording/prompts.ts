import type { Trace } from '../../trace/step.ts'
import { promptCount, sessionVerdict } from '../../trace/verdict.ts'

/** How often the user is asked: `no prompt`, `2 prompts`, `one prompt, which would need 2 credentials`. */
export function promptWords(traces: readonly Trace[]): string {
  const count = promptCount(traces)
  if (sessionVerdict(traces).kind !== 'conflict') return countWords(count)
  const asked = new Map<string, Set<string>>()
  for (const { steps } of traces)
    for (const step of steps)
      if (step.kind === 'prompt' && step.asks !== 'second-factor')
        asked.set(step.prompt, (asked.get(step.prompt) ?? new Set()).add(step.asks))
  const most = Math.max(...[...asked.values()].map(({ size }) => size))
  const prompts = count - [...asked.values()].reduce((sum, { size }) => sum + size - 1, 0)
  return `${countWords(prompts)}, ${prompts === 1 ? 'which' : 'one of which'} would need ${most} credentials`
}

const countWords = (count: number): string =>
  count === 0 ? 'no prompt' : count === 1 ? 'one prompt' : `${count} prompts`
