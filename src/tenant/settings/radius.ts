import { text } from '../schema/parts.ts'
import { choice, flag, setting } from './setting.ts'

/** The Network Policy Server that a RADIUS client asks, and its extension, with its registry values by their names. */
export const networkPolicySettings = {
  npsExtension: flag({
    title: 'NPS extension',
    about: 'Whether the Network Policy Server has the NPS extension for Microsoft Entra multifactor authentication.',
    states: 'npsExtension',
    tries: 'every value',
    label: 'NPS extension',
  }),
  npsExtensionVersion: setting<string>((title, about) => text(title, about, { examples: ['1.2.2216.1'] }), {
    title: 'version of the NPS extension',
    about: 'Its version.',
    states: 'radiusFactor',
    notTried: 'a server is not replaced to change a sign-in',
  }),
  REQUIRE_USER_MATCH: flag({
    title: 'REQUIRE_USER_MATCH',
    about: 'Whether the NPS extension refuses users who have no method registered; true if not set.',
    states: 'requireUserMatch',
    tries: 'the opposite',
    silent: true,
  }),
  OVERRIDE_NUMBER_MATCHING_WITH_OTP: flag({
    title: 'OVERRIDE_NUMBER_MATCHING_WITH_OTP',
    about:
      'Whether the NPS extension asks for a time-based code instead of an approval; if not set, its version decides.',
    states: 'radiusFactor',
    tries: 'every value',
  }),
}

/** The same for a VPN, which chooses how it sends the password. */
export const radiusSettings = {
  ...networkPolicySettings,
  radiusAuthentication: choice(['PAP', 'CHAPV2', 'EAP'], {
    title: 'RADIUS authentication',
    about: 'How the RADIUS client sends the password to the Network Policy Server.',
    states: 'radiusFactor',
    tries: 'every value',
    label: 'RADIUS authentication',
  }),
}
