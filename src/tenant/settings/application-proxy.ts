import { text } from '../schema/parts.ts'
import { choice, setting } from './setting.ts'

/** An application that Microsoft Entra application proxy publishes, with the words of Graph's `onPremisesPublishing`. */
export const applicationProxySettings = {
  appId: setting<string>(text, {
    title: 'app id',
    about: 'The app id of the enterprise application that stands for the published application.',
    readBy: 'policies',
    notTried: 'a different id would be a different application',
  }),
  externalAuthenticationType: choice(['aadPreAuthentication', 'passthru'], {
    title: 'preauthentication method',
    about: 'Whether Microsoft Entra ID signs users in before the proxy passes their requests on.',
    states: 'applicationProxy',
    tries: 'every value',
    label: 'Preauthentication',
  }),
  singleSignOnMode: choice(['none', 'onPremisesKerberos', 'aadHeaderBased', 'pingHeaderBased', 'oAuthToken'], {
    title: 'single sign-on mode',
    about:
      'How the connector signs users in to the application. With `onPremisesKerberos` it gets a ticket of Active Directory for them.',
    readBy: 'whose tickets the service takes',
    tries: 'every value',
    label: 'Single sign-on mode',
  }),
}
