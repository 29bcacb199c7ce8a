/** The meaning of a column in a list of people. */
export type Column =
  | 'userPrincipalName'
  | 'displayName'
  | 'id'
  | 'userType'
  | 'accountEnabled'
  | 'signInBlocked'
  | 'onPremisesSyncEnabled'
  | 'identityIssuer'
  | 'onPremisesSamAccountName'
  | 'onPremisesDomainName'
  | 'onPremisesDistinguishedName'
  | 'perUserMfaState'
  | 'registered'
  | 'methodsRegistered'
  | 'groups'
  | 'roles'
  | 'group'
  | 'groupId'
  | 'member'

/** Headers of portals and cmdlets, in English, German, French and Spanish. */
export const columnHeaders: Readonly<Record<Column, readonly string[]>> = {
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
  onPremisesSamAccountName: ['On-premises SAM account name', 'SAM account name'],
  onPremisesDomainName: ['On-premises domain name'],
  onPremisesDistinguishedName: ['On-premises distinguished name', 'Distinguished name'],
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
