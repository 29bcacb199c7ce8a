import { entry, type NoArgs } from './entry.ts'
import { tick } from './words.ts'

/** Further documented requirements of on-premises servers; each entry cites its page in `citation`. */
export const serverConstraintCodes = {
  'CON-41': entry<NoArgs>({
    severity: 'warning',
    title: 'hybrid modern authentication without Exchange Online',
    message: () =>
      'hybrid modern authentication issues tokens for the principal of Exchange Online, but the plan does not include Exchange Online',
    help: () =>
      'declare `exchange-online`: the policies for its app id also apply to the servers, whether it is declared or not',
    citation: 'hma-exchange',
  }),
  'CON-42': entry<{ readonly server: string }>({
    severity: 'warning',
    title: 'Lync Server with hybrid modern authentication',
    message: ({ server }) =>
      `hybrid modern authentication does not support Lync Server 2010 or 2013 in the environment, which has ${server}`,
    help: () => 'upgrade to Skype for Business Server 2015 or later first, on all servers',
    citation: 'hma-overview',
  }),
  'CON-43': entry<{ readonly server: string }>({
    severity: 'warning',
    title: 'modern authentication of Outlook on the web on a server that is too old',
    message: ({ server }) =>
      `hybrid modern authentication of Outlook on the web needs Exchange 2019 CU14 or later on all servers, and the environment has ${server}`,
    help: () => 'update the servers first, with the April 2024 hotfix, or remove `owaModernAuthentication`',
    citation: 'hma-exchange',
  }),
  'CON-49': entry<{ readonly client: string; readonly from: string }>({
    severity: 'warning',
    title: 'client used before it was available',
    message: ({ client, from }) => `the client ${tick(client)} became available on ${from}, after the date of the plan`,
    help: () => 'change `asOf`, or use a client that was available then',
  }),
}
