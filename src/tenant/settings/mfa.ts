import { factDomains } from '../../vocabulary/facts.ts'
import { registrableMethods } from '../../vocabulary/methods.ts'
import { cidr, instant, oneOf, wholeNumber } from '../schema/parts.ts'
import { type Authored, choice, flag, listOf, plain, setting } from './setting.ts'

/** Tenant-wide settings of per-user MFA. */
export const mfaSettings = {
  appPasswords: choice(factDomains.appPasswordsSetting, {
    title: 'app-password setting',
    about: 'Whether users may create app passwords. Default: blocked.',
    states: 'appPasswordsSetting',
    tries: 'every value',
    label: 'App passwords',
  }),
  trustedIps: listOf<string>(cidr('trusted address', 'A public range.'), {
    title: 'trusted addresses',
    about: 'Public ranges from which MFA is skipped.',
    states: 'trustedNetwork',
    notTried: "only the ranges of the sign-in's network are tried",
  }),
  skipForFederatedIntranet: flag({
    title: 'intranet setting',
    about: 'Skip MFA for federated users whose token states that they are inside the network.',
    states: 'trustedNetwork',
    tries: 'the opposite',
  }),
  rememberDays: plain(
    setting<number>((title, about) => wholeNumber(title, about, 1, 365), {
      title: 'days to remember MFA',
      about: 'How long a browser is remembered.',
      readBy: 'the age of the last MFA',
      notTried: 'whether MFA is remembered depends on its age, which the request states',
    }),
  ),
  availableMethods: plain(
    listOf<string>(oneOf('method', 'One method.', registrableMethods), {
      title: 'available methods',
      about: "The methods that users may use and register, in Graph's terms. Default: all.",
      states: 'registration',
      notTried: 'a list has no next value',
    }),
  ),
  systemCredentialPreferences: plain(
    choice(['enabled', 'disabled', 'default'] as const, {
      title: 'system-preferred authentication',
      about:
        'Whether sign-ins ask for the highest-ranked method: `enabled` for the second factor, `default` (Microsoft managed) by date. Default: `default`.',
      states: 'systemPreferred',
      tries: 'every value',
      label: 'System-preferred authentication',
    }),
  ),
  mandatoryPostponedUntil: setting<string>(instant, {
    title: 'postponement',
    about: 'Until when mandatory MFA for administration is postponed.',
    states: 'mandatoryMfa',
    notTried: 'the rollouts of mandatory MFA are tried',
  }),
}

/** Tenant-wide settings of per-user MFA as authored. */
export type MultifactorAuthenticationFile = Authored<typeof mfaSettings>
