import { names, text } from '../schema/parts.ts'
import { type Authored, setting } from './setting.ts'

const notTried = 'the scope of policies is tried'

/** A group; its members may be groups. */
export const groupSettings = {
  name: setting<string>(text, {
    title: 'group name',
    about: 'The name used to refer to it.',
    readBy: 'policies, rollouts and access rules',
    notTried,
  }),
  id: setting<string>(text, { title: 'group id', about: 'The object id.', readBy: 'policies', notTried }),
  members: setting<readonly string[]>((title, about) => names(title, about, 'member'), {
    title: 'members',
    about: 'Users and groups in it, by name or id.',
    readBy: 'the groups of a user',
    notTried,
  }),
}

/** A group as authored; members are users or groups by name or id. */
export type GroupFile = Authored<typeof groupSettings, 'name'>
