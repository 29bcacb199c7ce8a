import type { Row } from './row.ts'

/** What Skype for Business Server takes on one side of its perimeter. */
export type CsAuthSide = 'modern-and-windows' | 'modern' | 'windows'

/** One published value of Set-CsAuthConfig. */
export interface CsAuthType extends Row {
  readonly type: 1 | 2 | 3 | 4 | 5
  /** Every spelling of the value that occurs: the planning page's and the cmdlet's. */
  readonly spellings: readonly string[]
  readonly external: CsAuthSide
  readonly internal: CsAuthSide
}

/** The five types; `Windows` is Kerberos or NTLM. */
export const csAuthTypes: readonly CsAuthType[] = [
  {
    id: 'AllowAllExternallyAndInternally',
    type: 1,
    spellings: ['AllowAllExternallyAndInternally'],
    external: 'modern-and-windows',
    internal: 'modern-and-windows',
    citation: { source: 'skype-turn-on-ma', section: 'Type 1' },
  },
  {
    id: 'BlockWindowsAuthExternally',
    type: 2,
    spellings: ['BlockWindowsAuthExternally'],
    external: 'modern',
    internal: 'modern-and-windows',
    citation: { source: 'skype-turn-on-ma', section: 'Type 2' },
  },
  {
    id: 'BlockWindowsAuthExternallyAndInternally',
    type: 3,
    spellings: ['BlockWindowsAuthExternallyAndInternally'],
    external: 'modern',
    internal: 'modern',
    citation: { source: 'skype-turn-on-ma', section: 'Type 3' },
  },
  {
    id: 'BlockWindowsAuthExternallyAndModernAuthInternally',
    type: 4,
    spellings: [
      'BlockWindowsAuthExternallyAndModernAuthInternally',
      'BlockWindowsAuthExternalyAndModernAuthInternally',
    ],
    external: 'modern',
    internal: 'windows',
    citation: { source: 'skype-set-csauthconfig', section: '-Scenario' },
  },
  {
    id: 'BlockModernAuthInternally',
    type: 5,
    spellings: ['BlockModernAuthInternally'],
    external: 'modern-and-windows',
    internal: 'windows',
    citation: { source: 'skype-turn-on-ma', section: 'Type 5' },
  },
]

/** The type of a spelling, case ignored. */
export const csAuthTypeOf = (spelling: string): CsAuthType | undefined =>
  csAuthTypes.find(({ spellings }) => spellings.some((one) => one.toLowerCase() === spelling.toLowerCase()))
