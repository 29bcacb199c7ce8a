import type { Source } from './source.ts'

/** Pages about methods that follow a password, or replace it on a phone. */
export const secondFactorsSources = {
  'entra-authenticator-app': {
    title: 'Authentication methods in Microsoft Entra ID - Microsoft Authenticator app',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-authenticator-app',
    read: '2026-11-30',
  },
  'entra-oath-tokens': {
    title: 'Authentication methods in Microsoft Entra ID - OATH tokens',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-oath-tokens',
    read: '2026-11-30',
  },
  'entra-phone-options': {
    title: 'Authentication methods in Microsoft Entra ID - phone options',
    url: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-phone-options',
    read: '2026-11-30',
  },
} as const satisfies Record<string, Source>
