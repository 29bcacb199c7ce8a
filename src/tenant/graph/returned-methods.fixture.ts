import { id } from './returned-values.fixture.ts'

const everyone = { '@odata.type': '#microsoft.graph.x', id: 'all_users', targetType: 'group' }
const target = { ...everyone, isRegistrationRequired: false }

/** A configuration as in the list of the policy. */
function method(type: string, own: Readonly<Record<string, unknown>>) {
  return {
    '@odata.type': `#microsoft.graph.${type}AuthenticationMethodConfiguration`,
    state: 'enabled',
    excludeTargets: [],
    'includeTargets@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#x',
    includeTargets: [target],
    ...own,
  }
}

const keyRestrictions = { isEnforced: false, enforcementType: 'block', aaGuids: [] }

// https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicy, and the pages of each configuration.
export const methodsPolicy = {
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#authenticationMethodsPolicy',
  id: 'authenticationMethodsPolicy',
  displayName: 'Authentication Methods Policy',
  description: 'The tenant-wide policy.',
  lastModifiedDateTime: '2026-01-01T00:00:00Z',
  policyVersion: '1.5',
  policyMigrationState: 'migrationComplete',
  reconfirmationInDays: null,
  registrationEnforcement: {
    authenticationMethodsRegistrationCampaign: {
      snoozeDurationInDays: 1,
      enforceRegistrationAfterAllowedSnoozes: true,
      state: 'default',
      excludeTargets: [],
      includeTargets: [{ ...everyone, targetedAuthenticationMethod: 'microsoftAuthenticator' }],
    },
  },
  reportSuspiciousActivitySettings: { state: 'default', includeTarget: everyone, voiceReportingCode: 0 },
  systemCredentialPreferences: { state: 'default', includeTargets: [everyone], excludeTargets: [] },
  microsoftAuthenticatorPlatformSettings: { enforceAppPIN: { excludeTargets: [], includeTargets: [everyone] } },
  'authenticationMethodConfigurations@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#x',
  authenticationMethodConfigurations: [
    method('fido2', {
      id: 'Fido2',
      isSelfServiceRegistrationAllowed: true,
      isAttestationEnforced: false,
      defaultPasskeyProfile: '00000000-0000-0000-0000-000000000001',
      keyRestrictions,
      passkeyProfiles: [
        {
          '@odata.type': '#microsoft.graph.passkeyProfile',
          id: '00000000-0000-0000-0000-000000000001',
          name: 'Default passkey profile',
          passkeyTypes: 'synced,deviceBound',
          attestationEnforcement: 'disabled',
          keyRestrictions,
        },
      ],
      includeTargets: [{ ...target, allowedPasskeyProfiles: ['00000000-0000-0000-0000-000000000001'] }],
    }),
    method('microsoftAuthenticator', {
      id: 'MicrosoftAuthenticator',
      isSoftwareOathEnabled: true,
      featureSettings: { displayAppInformationRequiredState: { state: 'default', includeTarget: everyone } },
      includeTargets: [{ ...target, authenticationMode: 'any' }],
    }),
    method('sms', { id: 'Sms', includeTargets: [{ ...target, isUsableForSignIn: false }] }),
    method('voice', { id: 'Voice', isOfficePhoneAllowed: false, callerIdNumber: null, isCustomGreetingEnabled: false }),
    method('email', { id: 'Email', allowExternalIdToUseEmailOtp: 'default' }),
    method('temporaryAccessPass', {
      id: 'TemporaryAccessPass',
      defaultLifetimeInMinutes: 60,
      defaultLength: 8,
      minimumLifetimeInMinutes: 60,
      maximumLifetimeInMinutes: 480,
      isUsableOnce: false,
    }),
    method('softwareOath', { id: 'SoftwareOath' }),
    method('hardwareOath', { id: 'HardwareOath' }),
    method('x509Certificate', {
      id: 'X509Certificate',
      certificateUserBindings: [
        {
          x509CertificateField: 'PrincipalName',
          userProperty: 'userPrincipalName',
          priority: 1,
          trustAffinityLevel: 'low',
        },
      ],
      authenticationModeConfiguration: {
        x509CertificateAuthenticationDefaultMode: 'x509CertificateSingleFactor',
        x509CertificateDefaultRequiredAffinityLevel: 'low',
        rules: [
          {
            x509CertificateRuleType: 'policyOID',
            identifier: '1.2.3',
            issuerSubjectIdentifier: null,
            policyOidIdentifier: '1.2.3',
            x509CertificateAuthenticationMode: 'x509CertificateMultiFactor',
            x509CertificateRequiredAffinityLevel: 'low',
          },
        ],
      },
      issuerHintsConfiguration: { state: 'disabled' },
      crlValidationConfiguration: { state: 'disabled', exemptedCertificateAuthoritiesSubjectKeyIdentifiers: [] },
      certificateAuthorityScopes: [],
    }),
    method('qrCodePin', { id: 'QRCodePin', standardQRCodeLifetimeInDays: 365, pinLength: 8 }),
    method('verifiableCredentials', { id: 'VerifiableCredentials', state: 'disabled' }),
    method('external', {
      id,
      displayName: 'Factors elsewhere',
      appId: id,
      openIdConnectSetting: { clientId: 'x', discoveryUrl: 'https://idp.example/.well-known/openid-configuration' },
    }),
  ],
}
