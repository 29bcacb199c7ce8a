import { entry } from './entry.ts'
import { tick } from './words.ts'

/** Membership files: inconsistencies. */
export const membershipCodes = {
  'MEM-1': entry<{ readonly group: string; readonly member: string }>({
    severity: 'error',
    title: 'duplicate membership',
    message: ({ group, member }) => `the membership of ${tick(member)} in the group ${tick(group)} is listed twice`,
    help: () => 'remove one of the two rows; case is ignored in names, and a group is the same by its name and its id',
  }),
  'MEM-2': entry<{ readonly group: string; readonly member: string }>({
    severity: 'error',
    title: 'circular group membership',
    message: ({ group, member }) =>
      group.toLowerCase() === member.toLowerCase()
        ? `the group ${tick(group)} is a member of itself`
        : `the group ${tick(member)} is in ${tick(group)}, which is in ${tick(member)} through other groups`,
    help: () => 'remove one of the memberships that lead from the group back to it',
  }),
  'MEM-3': entry<{ readonly group: string }>({
    severity: 'error',
    title: 'group with members in two places',
    message: ({ group }) => `the members of the group ${tick(group)} are also in the tenant file`,
    help: () => 'keep all members of a group in one place: under `members` of the group, or in the file of memberships',
  }),
  'MEM-4': entry<{ readonly member: string; readonly suggestion?: string }>({
    severity: 'error',
    title: 'member that is neither a user nor a group',
    message: ({ member }) => `${tick(member)} is neither a user nor a group`,
    help: ({ suggestion }) =>
      `users are named by user principal name or id, groups by name or id${suggestion === undefined ? '' : `; did you mean ${tick(suggestion)}?`}`,
  }),
}
