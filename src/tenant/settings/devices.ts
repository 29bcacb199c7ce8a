import { helloTrusts, type UnlockMethod, unlockMethods } from '../../vocabulary/tokens.ts'
import { instant, oneOf, text } from '../schema/parts.ts'
import { type Authored, choice, flag, flagOrNull, listOf, type Setting, setting } from './setting.ts'

const itself = 'a different value would be a different device'

const property = (title: string, about: string): Setting<string> =>
  setting<string>(text, { title, about, readBy: 'device filters of policies', notTried: itself })

/** The free attributes of a device. */
const extensionAttributes: Readonly<Record<string, Setting<string>>> = Object.fromEntries(
  Array.from({ length: 15 }, (_, index) => [
    `extensionAttribute${index + 1}`,
    property('extension attribute', 'A custom attribute.'),
  ]),
)

/** A device that clients run on, in the terms of Graph's device resource. */
export const deviceSettings = {
  name: setting<string>(text, {
    title: 'device name',
    about: 'The name that clients use for it.',
    readBy: 'clients',
    notTried: itself,
  }),
  platform: choice(['windows', 'macOS', 'iOS', 'android', 'linux', 'windowsPhone', 'unknown'], {
    title: 'platform',
    about: 'Its operating system as policies see it.',
    readBy: 'policies',
    notTried: itself,
  }),
  domainJoined: flag({
    title: 'domain membership',
    about: 'Whether it is joined to the Active Directory domain.',
    states: 'deviceSession',
    tries: 'every value',
  }),
  registered: flag({
    title: 'registration',
    about: 'Whether it is registered with Microsoft Entra ID.',
    readBy: 'policies',
    tries: 'every value',
  }),
  accountEnabled: flagOrNull({
    title: 'account of the device',
    about:
      'Whether the directory lets it authenticate: a disabled device is unknown to policies and has no primary refresh token. Default: yes.',
    readBy: 'its registration',
    notTried: 'a disabled device is enabled by an administrator',
  }),
  unlockedWith: listOf<UnlockMethod>(oneOf('sign-in to the device', 'One method.', unlockMethods), {
    title: 'sign-in to the device',
    about:
      'What users present to it, in the terms of the authentication methods: each user presents the first one they have; for a device that is only registered, what they presented when they added the work account; `localAccount` for the account of a kiosk, which signs in by itself. Default: unknown, and each sign-in is evaluated as a fresh one.',
    states: 'unlockMethod',
    notTried: 'a list has no next value',
  }),
  unlockedAt: setting<string>(instant, {
    title: 'time of the sign-in to the device',
    about: 'When the user last signed in to it.',
    readBy: 'the age of the tokens from that sign-in',
    notTried: 'a time has no next value',
  }),
  unlockedOnline: flag({
    title: 'network at the sign-in to the device',
    about: 'Whether it had a network at that time. Default: yes.',
    states: 'unlockOnline',
    tries: 'every value',
  }),
  helloTrust: choice(helloTrusts, {
    title: 'trust type of Windows Hello for Business',
    about: 'How Windows Hello for Business proves itself to Active Directory.',
    states: 'helloTrust',
    tries: 'every value',
  }),
  displayName: property('display name', 'The name in the directory.'),
  deviceId: property('device id', 'The id in the directory.'),
  isCompliant: flag({
    title: 'compliance',
    about: 'Whether device management marked it compliant.',
    readBy: 'policies',
    tries: 'every value',
  }),
  trustType: choice(['AzureAD', 'ServerAD', 'Workplace'], {
    title: 'trust type',
    about: 'How it is joined.',
    readBy: 'policies',
    tries: 'every value',
  }),
  deviceOwnership: property('ownership', 'Company or Personal.'),
  profileType: property('profile type', 'The kind of registration.'),
  systemLabels: property('system labels', 'Labels of the directory such as `CloudPC`, separated by commas.'),
  physicalIds: property('physical ids', 'Ids such as that of Autopilot, separated by commas.'),
  model: property('model', 'The model.'),
  manufacturer: property('manufacturer', 'The manufacturer.'),
  operatingSystem: property('operating system', 'The operating system.'),
  operatingSystemVersion: property('operating system version', 'The version of the operating system.'),
  enrollmentProfileName: property('enrollment profile', 'The enrollment profile.'),
  mdmAppId: property('management application', 'The app id of the device management.'),
  ...extensionAttributes,
}

/** A device as authored: the properties of Graph's device resource. */
export type DeviceFile = Authored<typeof deviceSettings, 'name'>
