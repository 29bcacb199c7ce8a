import { type Diagnostic, inOrder } from '../../source/diagnostics/diagnostic.ts'
import type { DiagnosticCode } from '../../source/diagnostics/diagnostic-catalog.ts'
import type { PartlyUnderstood, RunTenant } from '../reports/run-model.ts'
import type { Recording } from '../scenario/recorder.ts'

/** The tenant files that a scenario read. */
export function tenantsOf({ tenants, hashes }: Recording): readonly RunTenant[] {
  const changed = new Set([...tenants.values()].filter((recorded) => recorded.changed).map(({ file }) => file))
  return [...hashes].map(([file, sha256]) => ({ file, sha256, changed: changed.has(file) }))
}

const keyOf = ({ code, args }: Diagnostic): string => `${code} ${JSON.stringify(args)}`

const asFound = (warnings: readonly Diagnostic[]): readonly Diagnostic[] => warnings

/**
 * Every warning about the tenants of a run, without duplicates; a modified tenant only adds what the file itself does
 * not have.
 */
export function warningsOf(recordings: Iterable<Recording>): readonly Diagnostic[] {
  const all = [...recordings]
  const tenants = all.flatMap((recording) => [...recording.tenants.values()])
  const plain = tenants.filter(({ changed }) => !changed)
  const compared = all.flatMap((recording) => [...recording.compared])
  const others = compared.map(([file, warnings]) => ({ file, warnings, locate: asFound }))
  const found = new Map<string, Diagnostic>()
  for (const { file, warnings, locate } of [...plain, ...others, ...tenants]) {
    for (const warning of warnings) {
      const key = `${file} ${keyOf(warning)}`
      if (!found.has(key)) for (const located of locate([warning])) found.set(key, located)
    }
  }
  return inOrder([...found.values()])
}

/** Warnings about partly understood policies; each names the policy as its owner. */
const partly: ReadonlySet<DiagnosticCode> = new Set(['POL-1', 'POL-2', 'POL-3', 'POL-4', 'POL-6', 'POL-7'])

/** Partly understood policies that take part in a scenario's sign-ins. */
export function partlyUnderstood({ tenants, sessions, claimed }: Recording): readonly PartlyUnderstood[] {
  const codes = new Map<string, Set<string>>()
  for (const { warnings } of tenants.values()) {
    for (const { code, args } of warnings) {
      if (!partly.has(code) || !('owner' in args)) continue
      codes.set(args.owner, (codes.get(args.owner) ?? new Set()).add(code))
    }
  }
  if (codes.size === 0) return []
  const seen = new Set<string>()
  for (const { traces } of [...sessions, ...claimed]) {
    for (const { steps } of traces) {
      for (const step of steps)
        if (step.kind === 'policy' && step.outcome.effect !== 'disabled') seen.add(step.outcome.policy)
    }
  }
  return [...codes].filter(([policy]) => seen.has(policy)).map(([policy, own]) => ({ policy, codes: [...own].sort() }))
}
