import { accessRuleCodes } from './access-rule-codes.ts'
import { assumptionCodes } from './assumption-codes.ts'
import { constraintCodes } from './constraint-codes.ts'
import type { DiagnosticEntry } from './entry.ts'
import { estateCodes } from './estate-codes.ts'
import { exportCodes } from './export-codes.ts'
import { importCodes } from './import-codes.ts'
import { limitCodes } from './limit-codes.ts'
import { membershipCodes } from './membership-codes.ts'
import { peopleCodes } from './people-codes.ts'
import { planCodes } from './plan-codes.ts'
import { policyCodes } from './policy-codes.ts'
import { policyConstraintCodes } from './policy-constraint-codes.ts'
import { serverConstraintCodes } from './server-constraint-codes.ts'
import { shapeCodes } from './shape-codes.ts'
import { sourceCodes } from './source-codes.ts'
import { tenantCodes } from './tenant-codes.ts'

const families = {
  ...sourceCodes,
  ...shapeCodes,
  ...tenantCodes,
  ...accessRuleCodes,
  ...constraintCodes,
  ...serverConstraintCodes,
  ...policyConstraintCodes,
  ...policyCodes,
  ...planCodes,
  ...importCodes,
  ...exportCodes,
  ...estateCodes,
  ...peopleCodes,
  ...limitCodes,
  ...membershipCodes,
  ...assumptionCodes,
}

type Families = typeof families

/** Every diagnostic code. */
export type DiagnosticCode = keyof Families

/** The message arguments of each code. */
export type DiagnosticArgs = {
  readonly [Code in DiagnosticCode]: Families[Code] extends DiagnosticEntry<infer Args> ? Args : never
}

/** Code → severity, message and help. */
export const diagnosticCatalog: { readonly [Code in DiagnosticCode]: DiagnosticEntry<DiagnosticArgs[Code]> } = families

/** All codes in catalog order. */
// Object.keys loses the literal types of the keys.
export const diagnosticCodes = Object.keys(families) as readonly DiagnosticCode[]
