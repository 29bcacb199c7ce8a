import type { Citation } from '../vocabulary/citations.ts'
import type { ErrorCode } from './error-code.ts'
import { factorsAndPoliciesErrors } from './errors/factors-and-policies.ts'
import { passwordAndHomeRealmErrors } from './errors/password-and-home-realm.ts'
import { protocolsAndNotices } from './errors/protocols-and-notices.ts'
import { sessionsAndOutsidersErrors } from './errors/sessions-and-outsiders.ts'

export type { ErrorCode, ErrorStage } from './error-code.ts'

const codes: Citation = { source: 'entra-error-codes', section: 'AADSTS error codes' }

const entra = [...passwordAndHomeRealmErrors, ...factorsAndPoliciesErrors, ...sessionsAndOutsidersErrors]

/** Every error code, by id. */
export const errorCodes: readonly ErrorCode[] = [
  ...entra.map(
    ([id, name, meaning, outcome, stage]): ErrorCode => ({
      id,
      kind: 'entra',
      name,
      meaning,
      outcome,
      stage,
      citation: codes,
    }),
  ),
  {
    id: 'AADSTS530084',
    kind: 'entra',
    name: '',
    meaning: 'The token is not bound to the device, as token protection requires.',
    outcome: 'blocked-by-policy',
    stage: 'after-password',
    citation: { source: 'ca-token-protection', section: 'Deployment' },
  },
  ...protocolsAndNotices,
]

const byId: ReadonlyMap<string, ErrorCode> = new Map(errorCodes.map((row) => [row.id, row]))

/** The row of a code; a bare number is read as one of Entra ID. */
export const errorCodeOf = (code: string): ErrorCode | undefined => byId.get(code) ?? byId.get(`AADSTS${code}`)
