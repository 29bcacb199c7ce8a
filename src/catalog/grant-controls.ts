import type { GrantControl } from '../vocabulary/policies.ts'
import type { Row } from './row.ts'

/** A grant control: when it is asked for, and what the vendor answers where it is not met. */
export interface GrantControlRow extends Row {
  readonly id: GrantControl | 'block' | 'termsOfUse' | 'customAuthenticationFactors' | 'authenticationStrength'
  readonly name: string
  /** Place in the order in which unmet controls are asked for; a block comes before all of them. */
  readonly order: number
  /** The user can meet it at the prompt. */
  readonly interactive: boolean
  /** Id in the table of errors where it is not met. */
  readonly error?: string
  /** The word of the sign-in log. */
  readonly logWord?: string
  readonly note?: string
}

/** The controls in the order in which the vendor asks for them. */
export const grantControlTable: readonly GrantControlRow[] = [
  {
    id: 'block',
    name: 'block access',
    order: 0,
    interactive: false,
    error: 'AADSTS53003',
    logWord: 'Block',
    citation: { source: 'ca-policies', section: 'Block access' },
  },
  {
    id: 'mfa',
    name: 'require multifactor authentication',
    order: 1,
    interactive: true,
    error: 'AADSTS50076',
    logWord: 'Mfa',
    citation: { source: 'ca-grant', section: 'Require multifactor authentication' },
  },
  {
    id: 'authenticationStrength',
    name: 'require authentication strength',
    order: 1,
    interactive: true,
    error: 'AADSTS50076',
    note: 'not together with mfa in one policy',
    citation: { source: 'entra-authentication-strengths', section: 'Limitations' },
  },
  {
    id: 'compliantDevice',
    name: 'require a compliant device',
    order: 2,
    interactive: false,
    error: 'AADSTS53000',
    logWord: 'RequireCompliantDevice',
    citation: { source: 'ca-troubleshoot', section: 'Conditional Access error codes' },
  },
  {
    id: 'domainJoinedDevice',
    name: 'require a hybrid joined device',
    order: 3,
    interactive: false,
    error: 'AADSTS53001',
    citation: { source: 'ca-troubleshoot', section: 'Conditional Access error codes' },
  },
  {
    id: 'approvedApplication',
    name: 'require an approved client app',
    order: 4,
    interactive: false,
    error: 'AADSTS53002',
    logWord: 'RequireApprovedApp',
    note: 'retires in March 2026',
    citation: { source: 'ca-grant', section: 'Require approved client app' },
  },
  {
    id: 'compliantApplication',
    name: 'require an app protection policy',
    order: 5,
    interactive: false,
    citation: { source: 'ca-grant', section: 'Require app protection policy' },
  },
  {
    id: 'passwordChange',
    name: 'require a password change',
    order: 6,
    interactive: true,
    error: 'AADSTS50135',
    note: 'only with mfa, by AND, for all resources, and with a user risk condition',
    citation: { source: 'graph-grant-controls', section: 'builtInControls' },
  },
  {
    id: 'riskRemediation',
    name: 'require risk remediation',
    order: 6,
    interactive: true,
    citation: { source: 'graph-grant-controls', section: 'builtInControls' },
  },
  {
    id: 'termsOfUse',
    name: 'require terms of use',
    order: 7,
    interactive: true,
    citation: { source: 'ca-grant', section: 'Terms of use' },
  },
  {
    id: 'customAuthenticationFactors',
    name: 'require a custom control',
    order: 8,
    interactive: true,
    error: 'AADSTS50158',
    citation: { source: 'ca-grant', section: 'Custom controls' },
  },
]
