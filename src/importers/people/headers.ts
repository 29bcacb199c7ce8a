/** What a column of a list of people says. */
export type Column =
  | 'userPrincipalName'
  | 'displayName'
  | 'id'
  | 'userType'
  | 'accountEnabled'
  | 'signInBlocked'
  | 'onPremisesSyncEnabled'
  | 'identityIssuer'
  | 'perUserMfaState'
  | 'registered'
  | 'methodsRegistered'
  | 'groups'
  | 'roles'
  | 'group'
  | 'groupId'
  | 'member'

/** A header without case, accents, blanks and marks. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Headers of portals and cmdlets, in English, German, French and Spanish. */
const headers: Readonly<Record<Column, readonly string[]>> = {
  userPrincipalName: [
    ...['User principal name', 'UPN', 'Username', 'User name', 'Sign-in name', 'User ID (UPN)'],
    ...['Benutzerprinzipalname', 'Benutzername', 'Anmeldename'],
    ...[
      'Nom d’utilisateur principal',
      'Nom principal d’utilisateur',
      'Nom principal de l’utilisateur',
      'Nom d’utilisateur',
    ],
    ...['Nombre principal de usuario', 'Nombre principal del usuario', 'Nombre de usuario'],
  ],
  displayName: [
    ...['Display name', 'User display name', 'Full name', 'Anzeigename', 'Anzeigename des Benutzers'],
    ...[
      'Nom d’affichage',
      'Nom complet',
      'Nom affiché',
      'Nombre para mostrar',
      'Nombre de visualización',
      'Nombre completo',
    ],
  ],
  id: [
    ...['ID', 'Object ID', 'User ID', 'Objekt-ID', 'Benutzer-ID', 'ID d’objet', 'ID de l’objet', 'ID d’utilisateur'],
    ...['Id. de objeto', 'Identificador de objeto', 'Id. de usuario'],
  ],
  userType: ['User type', 'Benutzertyp', 'Type d’utilisateur', 'Tipo de usuario'],
  accountEnabled: [
    ...['Account enabled', 'Enabled', 'Konto aktiviert', 'Compte activé', 'Cuenta habilitada', 'Cuenta activada'],
  ],
  signInBlocked: [
    ...['Block credential', 'Blocked', 'Sign-in blocked', 'Block sign in', 'Anmeldeinformationen blockieren'],
    ...[
      'Anmeldung blockiert',
      'Anmeldung blockieren',
      'Bloquer les informations d’identification',
      'Connexion bloquée',
    ],
    ...['Bloquear credencial', 'Bloquear credenciales', 'Inicio de sesión bloqueado'],
  ],
  onPremisesSyncEnabled: [
    ...[
      'On-premises sync enabled',
      'Directory synced',
      'DirSync enabled',
      'Dir sync enabled',
      'Synced from on-premises',
    ],
    ...['Verzeichnis synchronisiert', 'Lokale Synchronisierung aktiviert', 'DirSync aktiviert'],
    ...['Synchronisé avec l’annuaire', 'Annuaire synchronisé', 'Synchronisation locale activée'],
    ...['Directorio sincronizado', 'Sincronizado con el directorio', 'Sincronización local habilitada'],
  ],
  identityIssuer: [
    ...[
      'Identity issuer',
      'Identitätsaussteller',
      'Aussteller der Identität',
      'Émetteur d’identité',
      'Émetteur de l’identité',
    ],
    ...['Emisor de identidad', 'Emisor de la identidad'],
  ],
  perUserMfaState: [
    ...[
      'Per-user MFA state',
      'Per-user MFA status',
      'MFA status',
      'MFA state',
      'Multi-factor auth status',
      'MFAStatus',
    ],
    ...['Multifactor authentication status', 'Strong authentication requirements', 'Strong authentication requirement'],
    ...['MFA-Status', 'Benutzerspezifischer MFA-Status', 'Status der mehrstufigen Authentifizierung'],
    ...['État MFA', 'État de l’authentification multifacteur', 'Statut MFA', 'État MFA par utilisateur'],
    ...['Estado de MFA', 'Estado MFA', 'Estado de autenticación multifactor', 'Estado de MFA por usuario'],
  ],
  registered: [
    ...[
      'Is MFA registered',
      'MFA registered',
      'Registered for MFA',
      'Für MFA registriert',
      'Multi-Factor Auth registered',
    ],
    ...['Inscrit à MFA', 'Inscrit à l’authentification multifacteur', 'Registrado para MFA', 'Registrado en MFA'],
  ],
  methodsRegistered: [
    ...['Methods registered', 'Registered methods', 'Authentication methods', 'Strong authentication methods'],
    ...['Registrierte Methoden', 'Authentifizierungsmethoden', 'Méthodes inscrites', 'Méthodes enregistrées'],
    ...['Méthodes d’authentification', 'Métodos registrados', 'Métodos de autenticación'],
  ],
  groups: [
    ...['Groups', 'Member of', 'Group memberships', 'Gruppen', 'Mitglied von', 'Gruppenmitgliedschaften'],
    ...['Groupes', 'Membre de', 'Appartenances aux groupes', 'Grupos', 'Miembro de', 'Pertenencia a grupos'],
  ],
  roles: [
    ...['Roles', 'Directory roles', 'Assigned roles', 'Rollen', 'Verzeichnisrollen', 'Zugewiesene Rollen'],
    ...['Rôles', 'Rôles d’annuaire', 'Rôles attribués', 'Roles de directorio', 'Roles asignados'],
  ],
  group: [
    ...[
      'Group',
      'Group name',
      'Group display name',
      'Gruppe',
      'Gruppenname',
      'Groupe',
      'Nom du groupe',
      'Nom de groupe',
    ],
    ...['Grupo', 'Nombre del grupo', 'Nombre de grupo'],
  ],
  groupId: [
    'Group ID',
    'Group object ID',
    'Gruppen-ID',
    'ID du groupe',
    'ID de groupe',
    'Id. del grupo',
    'Id. de grupo',
  ],
  member: [
    ...['Member', 'Member UPN', 'Member user principal name', 'Member name', 'User', 'Mitglied', 'Benutzer'],
    ...['Membre', 'Utilisateur', 'Miembro', 'Usuario'],
  ],
}

/** Columns on which no sign-in depends. */
const otherHeaders: readonly string[] = [
  ...[
    'Surname',
    'Last name',
    'Given name',
    'First name',
    'Mail',
    'Email',
    'Job title',
    'Title',
    'Department',
    'Usage location',
  ],
  ...[
    'Street address',
    'State',
    'State or province',
    'Country',
    'Country or region',
    'Office',
    'Office location',
    'City',
  ],
  ...[
    'Physical delivery office name',
    'Postal code',
    'ZIP or postal code',
    'Telephone number',
    'Phone number',
    'Mobile',
  ],
  ...[
    'Mobile phone',
    'Alternate email address',
    'Alternate email addresses',
    'Age group',
    'Consent provided for minor',
  ],
  ...[
    'Legal age group classification',
    'Company name',
    'Creation type',
    'Invitation state',
    'Created date time',
    'Fax',
  ],
  ...[
    'When created',
    'Licenses',
    'Licences',
    'Is licensed',
    'Proxy addresses',
    'Object type',
    'Is user',
    'Is group',
    'Is guest',
  ],
  ...['Employee ID', 'Manager', 'Preferred language', 'Preferred data location', 'Last password change timestamp'],
  ...[
    'Last DirSync time',
    'Object ID type',
    'Password never expires',
    'Soft deletion timestamp',
    'Block credential reason',
  ],
  ...[
    'Is admin',
    'Is MFA capable',
    'Is passwordless capable',
    'Is SSPR capable',
    'Is SSPR enabled',
    'Is SSPR registered',
  ],
  ...[
    'Is system preferred authentication method enabled',
    'System preferred authentication methods',
    'Last updated date time',
  ],
  ...[
    'User preferred method for secondary authentication',
    'Default method',
    'Authentication phone number',
    'Last sign-in',
  ],
  ...[
    'Authentication alternative phone number',
    'Authentication email',
    'Deleted date time',
    'Business phones',
    'IM addresses',
  ],
  ...['On-premises immutable ID', 'Immutable ID', 'On-premises SAM account name', 'On-premises distinguished name'],
  ...[
    'On-premises domain name',
    'On-premises security identifier',
    'On-premises user principal name',
    'On-premises last sync date time',
  ],
  ...['Mail nickname', 'Name', 'SAM account name', 'Distinguished name', 'Object class', 'Object GUID', 'SID'],
  ...[
    'Nachname',
    'Vorname',
    'E-Mail',
    'E-Mail-Adresse',
    'Position',
    'Abteilung',
    'Verwendungsstandort',
    'Straße',
    'Bundesland',
  ],
  ...[
    'Land',
    'Land/Region',
    'Büro',
    'Stadt',
    'Ort',
    'Postleitzahl',
    'Telefonnummer',
    'Mobiltelefon',
    'Firma',
    'Firmenname',
  ],
  ...[
    'Erstellungstyp',
    'Einladungsstatus',
    'Erstellungsdatum',
    'Erstellt am',
    'Lizenzen',
    'Alternative E-Mail-Adresse',
  ],
  ...[
    'Nom',
    'Prénom',
    'Adresse e-mail',
    'Fonction',
    'Service',
    'Département',
    'Emplacement d’utilisation',
    'Adresse',
    'Pays',
  ],
  ...[
    'Ville',
    'Code postal',
    'Téléphone',
    'Numéro de téléphone',
    'Téléphone mobile',
    'Société',
    'Licences',
    'Date de création',
  ],
  ...['Type de création', 'État de l’invitation', 'Pays ou région', 'Bureau'],
  ...[
    'Apellidos',
    'Apellido',
    'Nombre',
    'Correo electrónico',
    'Puesto',
    'Departamento',
    'Ubicación de uso',
    'Dirección',
    'País',
  ],
  ...['Ciudad', 'Código postal', 'Teléfono', 'Número de teléfono', 'Teléfono móvil', 'Empresa', 'Licencias', 'Oficina'],
  ...['Fecha de creación', 'Tipo de creación', 'Estado de la invitación', 'País o región', 'Provincia'],
]

/** The columns of which a mapping can name the headers. */
export const columns = Object.keys(headers) as readonly Column[]

/** A header as it may stand in a file in lower case, and without marks: most are found without taking them apart. */
const spellings = (header: string): readonly string[] => [header.toLowerCase(), plainHeader(header)]

const known: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) =>
    [column, ...headers[column]].flatMap(spellings).map((header) => [header, column] as const),
  ),
)
const unimportant: ReadonlySet<string> = new Set(otherHeaders.flatMap(spellings))

function columnSpelled(header: string): Column | 'unused' | undefined {
  return known.get(header) ?? (unimportant.has(header) ? 'unused' : undefined)
}

/** What the column of this header says; `unused` where no sign-in depends on it, undefined for a header that is not known. */
export function columnOf(header: string): Column | 'unused' | undefined {
  return columnSpelled(header) ?? columnSpelled(plainHeader(header))
}
