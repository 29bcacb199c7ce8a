import { assumptionCodes } from './diagnostics/assumption-codes.ts'
import { constraintCodes } from './diagnostics/constraint-codes.ts'
import type { DiagnosticEntry } from './diagnostics/entry.ts'
import { importCodes } from './diagnostics/import-codes.ts'
import { policyCodes } from './diagnostics/policy-codes.ts'
import { shapeCodes } from './diagnostics/shape-codes.ts'
import { sourceCodes } from './diagnostics/source-codes.ts'
import { tenantCodes } from './diagnostics/tenant-codes.ts'

const families = {
  ...sourceCodes,
  ...shapeCodes,
  ...tenantCodes,
  ...constraintCodes,
  ...policyCodes,
  ...importCodes,
  ...assumptionCodes,
}

type Families = typeof families

/** Every code there is. */
export type DiagnosticCode = keyof Families

/** The arguments from which the sentences of each code are made. */
export type DiagnosticArgs = {
  readonly [Code in DiagnosticCode]: Families[Code] extends DiagnosticEntry<infer Args> ? Args : never
}

/** Code → severity, message and help. */
export const diagnosticCatalog: { readonly [Code in DiagnosticCode]: DiagnosticEntry<DiagnosticArgs[Code]> } = families

/** All codes in the order of the catalogue. */
// Object.keys forgets the literal type of the keys it lists.
export const diagnosticCodes = Object.keys(families) as readonly DiagnosticCode[]
