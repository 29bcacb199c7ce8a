import { applicationProxySettings } from './application-proxy.ts'
import { choice } from './setting.ts'

/** A storage account with SMB file shares; `directoryServiceOptions` is the property of its identity-based authentication. */
export const azureFilesSettings = {
  appId: {
    ...applicationProxySettings.appId,
  },
  directoryServiceOptions: choice(['AADKERB', 'AD', 'AADDS', 'None'], {
    title: 'identity source',
    about:
      'Whose Kerberos tickets the file shares take: Microsoft Entra Kerberos, Active Directory Domain Services, Microsoft Entra Domain Services, or none.',
    states: 'shareTickets',
    tries: 'every value',
    label: 'Identity source',
  }),
}
