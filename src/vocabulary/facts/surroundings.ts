import { fact, noYes, yesNo } from './row.ts'

/** The network, and the identity provider of the domain. */
export const surroundingsFacts = {
  trustedNetwork: fact(['outside', 'inside'], { words: 'trusted network', of: 'network' }),
  tenantRestrictions: fact(['none', 'denied', 'denied-by-policy'], {
    words: 'tenant restrictions of the network',
    of: 'network',
  }),
  idpReachable: fact(yesNo, { words: 'identity provider reachable from here', of: 'identity-provider' }),
  idpRule: fact(['permit', 'deny'], { words: 'access rules of the identity provider', of: 'identity-provider' }),
  providerLogon: fact(['forms', 'windows'], {
    words: 'how the identity provider signs users in here',
    of: 'identity-provider',
  }),
  idpPerformsMfa: fact(noYes, {
    words: 'identity provider performs MFA and passes the claim on',
    of: 'identity-provider',
  }),
  idpOwnMfa: fact(noYes, { words: 'identity provider performs MFA', of: 'identity-provider' }),
  federatedIdpMfaBehavior: fact(
    ['acceptIfMfaDoneByFederatedIdp', 'enforceMfaByFederatedIdp', 'rejectMfaByFederatedIdp'],
    { words: 'federatedIdpMfaBehavior', of: 'domain' },
  ),
}
