import { ids } from './directory.fixture.ts'
import type { Files } from './policies.fixture.ts'

const carla = 'carla_fabrikam.com#EXT#@litware.onmicrosoft.com'
const memberships = `Group name,Group ID,User principal name\nField,${ids.field},bernd@litware.com\n`
const mfa =
  'Username,MFA Status\nanna@litware.com,Disabled\nbernd@litware.com,Enforced\ndora@litware.onmicrosoft.com,Disabled\n'
const registration =
  'UserPrincipalName,IsMfaRegistered,MethodsRegistered\nanna@litware.com,True,"microsoftAuthenticatorPush"\nbernd@litware.com,False,\ndora@litware.onmicrosoft.com,True,"fido2SecurityKey"\n'

/** Lists of people of the same company, each in the words of another portal or command. */
export const peopleOfLitware: Readonly<Record<string, Files>> = {
  'the Entra admin center': {
    'people/users.csv': `userPrincipalName,displayName,id,userType,accountEnabled,directorySynced,identityIssuer,createdDateTime
bernd@litware.com,Bernd Berg,${ids.bernd},Member,True,True,litware.onmicrosoft.com,8/19/2021 1:25:31 PM
${carla},Carla,${ids.carla},Guest,True,False,ExternalAzureAD,8/19/2021 1:25:31 PM
`,
    'people/members.csv': memberships,
    'people/mfa.csv': mfa,
    'people/registration.csv': registration,
  },
  'a German portal': {
    'personen/benutzer.csv': `Benutzerprinzipalname;Anzeigename;Objekt-ID;Benutzertyp;Konto aktiviert;Verzeichnis synchronisiert;Identitätsaussteller
bernd@litware.com;Bernd Berg;${ids.bernd};Mitglied;Ja;Ja;litware.onmicrosoft.com
${carla};Carla;${ids.carla};Gast;Ja;Nein;ExternalAzureAD
`,
    'personen/gruppen.csv': memberships,
    'personen/mfa.csv':
      'Benutzername;MFA-Status\nanna@litware.com;Deaktiviert\nbernd@litware.com;Erzwungen\ndora@litware.onmicrosoft.com;Deaktiviert\n',
    'personen/registrierung.csv': registration,
  },
  PowerShell: {
    'people/users.csv': `#TYPE Selected.Microsoft.Graph.PowerShell.Models.MicrosoftGraphUser
"UserPrincipalName","DisplayName","Id","UserType","AccountEnabled","OnPremisesSyncEnabled","IdentityIssuer"
"bernd@litware.com","Bernd Berg","${ids.bernd}","Member","True","True",""
"${carla}","Carla","${ids.carla}","Guest","True","False","ExternalAzureAD"
`,
    'people/members.csv': memberships,
    'people/mfa.csv': mfa,
    'people/registration.csv': registration,
  },
}

const phone = {
  DeviceId: 'A1',
  DeviceType: 'Outlook',
  DeviceModel: 'Outlook for iOS and Android',
  DeviceOS: 'iOS 17.5',
  DeviceUserAgent: 'Outlook-iOS/2.0',
  UserDisplayName: 'Anna',
}

/** The mobile devices, as a cmdlet lists them. */
export const devicesOfLitware = {
  cmdlet: 'Get-MobileDevice',
  type: 'Microsoft.Exchange.Data.Directory.Management.MobileDevice',
  objects: [
    phone,
    {
      ...phone,
      DeviceId: 'B1',
      UserDisplayName: 'Bernd',
      DeviceType: 'SAMSUNGSMG991B',
      DeviceModel: 'SM-G991B',
      DeviceOS: 'Android 12',
      DeviceUserAgent: 'SAMSUNG-SM-G991B/101.13',
    },
  ],
}

/** The inventory of Microsoft 365 Apps, which an admin center writes. */
export const inventoryOfLitware: Files = {
  'clients/inventory.csv': `Device name,Product,Build,Update channel,Last user
PC1,Microsoft 365 Apps for enterprise,16.0.17928.20114,Monthly Enterprise Channel,anna
PC2,Office Professional Plus 2016,16.0.5400.1000,,bernd
PC3,,15.0.5589.1000,,bernd
`,
}
