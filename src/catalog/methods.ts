import { combinationNames, combinationWords } from '../vocabulary/methods.ts'
import type { Row } from './row.ts'
import { canonicalCombination, externalCombination, strengths } from './strengths.ts'

/** A combination of authentication methods, with the built-in strengths that it meets. */
export interface MethodCombination extends Row {
  readonly kind: 'combination'
  readonly name: string
  /** Graph's words for the methods. */
  readonly methods: readonly string[]
  /** Names of the built-in strengths it meets. */
  readonly strengths: readonly string[]
}

/** A method on the page of security info: what a user can do with it there. */
export interface RegistrableMethod extends Row {
  readonly kind: 'registrable'
  readonly name: string
  readonly register: boolean
  readonly change: boolean
  readonly delete: boolean
  readonly note?: string
}

/** A row of the table of methods. */
export type Method = MethodCombination | RegistrableMethod

const strengthsMetBy = (combination: string): readonly string[] =>
  strengths
    .filter(({ combinations: allowed }) =>
      allowed.some((one) => canonicalCombination(one) === canonicalCombination(combination)),
    )
    .map(({ name }) => name)

const titleOf = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const combinationRows = combinationNames.map(
  (combination): MethodCombination => ({
    kind: 'combination',
    id: combination,
    name: titleOf(combinationWords[combination]),
    methods: combination.split(','),
    strengths: strengthsMetBy(combination),
    citation:
      combination === externalCombination
        ? { source: 'entra-external-mfa', section: 'Manage an external authentication method in Microsoft Entra ID' }
        : { source: 'entra-authentication-strengths', section: 'Built-in authentication strengths' },
  }),
)

type RegistrableFacts = Omit<RegistrableMethod, 'kind' | 'citation'>

const registrable: readonly RegistrableFacts[] = [
  {
    id: 'microsoft-authenticator',
    name: 'Microsoft Authenticator',
    register: true,
    change: false,
    delete: true,
    note: 'five at most',
  },
  {
    id: 'other-authenticator-app',
    name: 'Other authenticator app',
    register: true,
    change: false,
    delete: true,
    note: 'five at most',
  },
  { id: 'hardware-token', name: 'Hardware token', register: false, change: false, delete: true },
  { id: 'phone', name: 'Phone', register: true, change: true, delete: true },
  { id: 'alternate-phone', name: 'Alternate phone', register: true, change: true, delete: true },
  { id: 'office-phone', name: 'Office phone', register: true, change: true, delete: true },
  { id: 'email', name: 'Email', register: true, change: true, delete: true },
  { id: 'security-questions', name: 'Security questions', register: true, change: false, delete: true },
  { id: 'account-password', name: 'Password', register: false, change: true, delete: false },
  {
    id: 'app-password',
    name: 'App password',
    register: true,
    change: false,
    delete: true,
    note: 'only for users enforced by per-user multifactor authentication',
  },
  { id: 'fido2-security-key', name: 'FIDO2 security key', register: true, change: false, delete: true },
]

/** Combinations first, then what can be registered. */
export const methods: readonly Method[] = [
  ...combinationRows,
  ...registrable.map(
    (facts): RegistrableMethod => ({
      kind: 'registrable',
      ...facts,
      citation: { source: 'entra-combined-registration', section: 'Methods available in combined registration' },
    }),
  ),
]
