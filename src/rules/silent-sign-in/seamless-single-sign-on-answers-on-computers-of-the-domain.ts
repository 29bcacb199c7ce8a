import { defineRule } from '../rule.ts'

export const seamlessSingleSignOnAnswersOnComputersOfTheDomain = defineRule({
  id: 'SIL-8',
  question: 'silent-sign-in',
  statement:
    'With seamless single sign-on, a Kerberos ticket replaces the password of a managed user on domain-joined computers that have no primary refresh token.',
  citation: { source: 'entra-seamless-sso', section: 'SSO via primary refresh token vs. Seamless SSO' },
  basis: 'documented',
  because: [
    'deviceToken',
    'seamlessSso',
    'deviceJoin',
    'deviceTicket',
    'domainAuthentication',
    'stagedRollout',
    'clientTakesTicket',
  ],
  answer: ({
    deviceToken,
    seamlessSso,
    deviceJoin,
    deviceTicket,
    domainAuthentication,
    stagedRollout,
    clientTakesTicket,
  }) =>
    deviceToken === 'none' &&
    seamlessSso === 'on' &&
    deviceJoin === 'domain-joined' &&
    deviceTicket === 'at-sign-in' &&
    (domainAuthentication === 'managed' || stagedRollout === 'in') &&
    clientTakesTicket === 'yes'
      ? 'kerberos-ticket'
      : undefined,
  examples: [
    {
      name: 'a browser on a computer of the domain',
      given: { seamlessSso: 'on', deviceJoin: 'domain-joined', deviceTicket: 'at-sign-in' },
      expect: 'kerberos-ticket',
    },
    {
      name: 'a federated user in a staged rollout',
      given: {
        seamlessSso: 'on',
        deviceJoin: 'domain-joined',
        deviceTicket: 'at-sign-in',
        domainAuthentication: 'federated',
        stagedRollout: 'in',
      },
      expect: 'kerberos-ticket',
    },
    { name: 'at home', given: { seamlessSso: 'on', deviceJoin: 'domain-joined' }, expect: 'does-not-apply' },
  ],
})
