import { forms } from '../importers/formats.fixture.ts'
import { folderOfLitware, type Variant } from '../importers/litware/folders.fixture.ts'

/** An export with which there is always something to import. */
export const domainsExported = JSON.stringify([{ id: 'litware.com', authenticationType: 'Managed', isVerified: true }])
const company = (form: number, graph: Variant['graph'], terraform: string, people: string): readonly string[] =>
  Object.values(folderOfLitware({ printed: () => Object.keys(forms)[form] ?? '', graph, terraform, people }))
/** Each export of a company in several forms. */
export const exportsOfAllKinds = [
  ...new Set([
    ...company(0, 'pages', 'state', 'the Entra admin center'),
    ...company(3, 'JSON Lines', 'plan', 'a German portal'),
    ...company(5, 'pages', 'configuration', 'PowerShell'),
    ...company(7, 'pages', 'configuration', 'PowerShell'),
  ]),
]

/** The name that an export has by its text. */
export function exportNameOf(text: string): string {
  const [first = ''] = text.trimStart().split('\n', 1)
  if (/^</.test(first)) return 'x.xml'
  if (/^\[PS\]|^\w+ +: /.test(first)) return 'x.txt'
  if (/^\{".*\}$/.test(first) && text.trimEnd().includes('\n{')) return 'x.jsonl'
  if (/^[[{]/.test(first)) return 'x.json'
  if (/^@\{/.test(first)) return 'x.psd1'
  if (/Microsoft365DSC|^Configuration /.test(first)) return 'x.ps1'
  if (/^(?:locals|resource|variable|state =)/.test(first)) return /^state/.test(first) ? 'terraform.tfvars' : 'main.tf'
  return 'x.csv'
}
