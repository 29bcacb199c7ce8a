import type { UserFile } from '../principal-file.ts'
import type { Check } from './check.ts'

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A setting on which exports disagree leaves what depends on it undetermined, which the file should not keep. */
export const settingsInDispute: Check = (file) =>
  file.users().flatMap(({ path, value }) =>
    Object.entries(value.exportsDisagree ?? {}).map(([setting, values]) => ({
      code: 'TEN-35' as const,
      args: {
        setting,
        of: value.userPrincipalName,
        values: values.map(shown),
        // The settings in dispute are settings of a user.
        stated: value[setting as keyof UserFile] !== undefined,
      },
      at: file.document.rangeOfKey([...path, 'exportsDisagree', setting]),
    })),
  )
