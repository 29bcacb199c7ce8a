import { list, object } from '../schema/parts.ts'
import { disputesOf } from './disputes.ts'
import { securityDefaultsSetting } from './security-defaults.ts'
import { setting } from './setting.ts'

/** The settings of the tenant itself on which exports can disagree. */
export const tenantDisputes = disputesOf(
  { securityDefaults: securityDefaultsSetting },
  {
    title: 'settings in dispute',
    about:
      'Settings of the tenant that are not stated because exports disagree on them, each with the values of the exports. What depends on such a setting is undetermined.',
    readBy: 'the settings that it names',
    notTried: 'the settings themselves are tried',
  },
)

/** A setting, anywhere in the file, that is stated with one of the values on which exports disagree. */
export interface SettingInDispute {
  /** The keys that lead to it; an item of a list by its name. */
  readonly setting: readonly string[]
  readonly values: readonly unknown[]
}

/** The settings of the file of which other values may be right than the ones that it states. */
export const otherDisputes = setting<readonly SettingInDispute[]>(
  (title, about) =>
    list(
      title,
      about,
      object(
        'a setting in dispute',
        'A setting that the file states with one of the values of the exports.',
        {
          setting: list(
            'place of the setting',
            'The keys that lead to the setting; an item of a list by its name or id.',
            { type: 'string', title: 'key or name', description: 'One key or name.' },
            { minItems: 1 },
          ),
          values: list(
            'values of the setting',
            'The values that exports state for it.',
            { title: 'value', description: 'One value.' },
            { minItems: 2 },
          ),
        },
        ['setting', 'values'],
      ),
    ),
  {
    title: 'stated settings in dispute',
    about:
      'Settings for which exports state other values, too. The file states one of them; a sign-in is undetermined unless every value leads to the same one.',
    readBy: 'every sign-in',
    notTried: 'the settings themselves are tried',
  },
)
