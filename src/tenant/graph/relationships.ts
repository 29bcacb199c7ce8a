/**
 * Relationships of Graph that are not read, since `$expand` returns at most twenty objects of each, by the title of the
 * object that has them; with what states the same in a tenant file.
 *
 * @see https://learn.microsoft.com/graph/query-parameters
 */
const relationships: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a user': {
    memberOf: '`groups` and `roles` of the user, or `members` of the group',
    transitiveMemberOf: '`groups` and `roles` of the user, or `members` of the group',
    scopedRoleMemberOf: '`roles` of the user',
    authentication: '`methods` and `passkeys` of the user',
    registeredDevices: '`devices`, and the device of a client',
    ownedDevices: '`devices`, and the device of a client',
    appRoleAssignments: '`appRoleAssignedTo` of the application',
  },
  'a group': {
    transitiveMembers: '`members` of the group and of the groups in it',
    memberOf: '`members` of the other group',
    transitiveMemberOf: '`members` of the other group',
    appRoleAssignments: '`appRoleAssignedTo` of the application',
  },
  'a device': {
    memberOf: '`members` of the group',
    transitiveMemberOf: '`members` of the group',
    registeredOwners: '`users` of a client',
    registeredUsers: '`users` of a client',
  },
}

/** What states a relationship of an object with this title in a tenant file; undefined if the key is none. */
export function insteadOf(title: string, key: string): string | undefined {
  const own = Object.hasOwn(relationships, title) ? relationships[title] : undefined
  return own !== undefined && Object.hasOwn(own, key) ? own[key] : undefined
}
