import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { Tenant } from '../../tenant/tenant.ts'

/** Findings of checking a tenant, without locations: the numbers of each, by everything else that it says. */
export type Findings = ReadonlyMap<string, readonly (readonly number[])[]>

/** What a finding says, and its numbers apart: how many users or addresses it concerns. */
function partsOf({ code, args }: Diagnostic): { readonly words: string; readonly numbers: readonly number[] } {
  const numbers: number[] = []
  const words = JSON.stringify([code, args], (_key, value: unknown) => {
    if (typeof value !== 'number') return value
    numbers.push(value)
    return 0
  })
  return { words, numbers }
}

/** The findings of several checks. */
export function findingsOf(...checked: readonly Loaded<Tenant>[]): Findings {
  const found = new Map<string, (readonly number[])[]>()
  for (const one of checked.flatMap((loaded) => (loaded.ok ? loaded.warnings : loaded.diagnostics))) {
    const { words, numbers } = partsOf(one)
    found.set(words, [...(found.get(words) ?? []), numbers])
  }
  return found
}

/** Whether checking reports a finding that was not there before, or one that concerns more than before. */
export function findsMore(loaded: Loaded<Tenant>, before: Findings): boolean {
  if (!loaded.ok) return true
  return loaded.warnings.some((warning) => {
    const { words, numbers } = partsOf(warning)
    const known = before.get(words) ?? []
    return !known.some((one) => numbers.every((number, index) => number <= (one[index] ?? 0)))
  })
}
