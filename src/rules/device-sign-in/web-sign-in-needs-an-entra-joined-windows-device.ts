import { defineRule } from '../rule.ts'

export const webSignInNeedsAnEntraJoinedWindowsDevice = defineRule({
  id: 'DVC-2',
  question: 'device-sign-in',
  statement:
    'Web sign-in, with a Temporary Access Pass, Authenticator or a federated identity, is available only on Windows devices that are joined only to Microsoft Entra ID.',
  citation: { source: 'windows-web-sign-in', section: 'System requirements' },
  basis: 'documented',
  owner: 'device',
  inFewWords: 'web sign-in requires a Microsoft Entra joined device',
  because: ['unlockMethod', 'deviceJoin', 'deviceSystem'],
  answer: ({ unlockMethod, deviceJoin, deviceSystem }) =>
    (unlockMethod === 'temporaryAccessPassOneTime' ||
      unlockMethod === 'temporaryAccessPassMultiUse' ||
      unlockMethod === 'microsoftAuthenticatorPush' ||
      unlockMethod === 'federatedSingleFactor') &&
    (deviceJoin !== 'entra-joined' || deviceSystem !== 'windows')
      ? 'not-possible'
      : undefined,
  examples: [
    {
      name: 'a pass at a hybrid joined computer that is offline',
      given: { unlockMethod: 'temporaryAccessPassOneTime', deviceJoin: 'hybrid-joined', unlockOnline: 'no' },
      expect: 'not-possible',
    },
    {
      name: 'a pass at a hybrid joined computer',
      given: { unlockMethod: 'temporaryAccessPassOneTime', deviceJoin: 'hybrid-joined' },
      expect: 'not-possible',
    },
    {
      name: 'a pass at a joined computer',
      given: { unlockMethod: 'temporaryAccessPassOneTime' },
      expect: 'does-not-apply',
    },
  ],
})
