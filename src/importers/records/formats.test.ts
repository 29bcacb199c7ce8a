import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { positionOf } from '../../source/text/source-text.ts'
import { recordFormats } from './formats.ts'

function read(name: string, text: string) {
  const source = { name, text }
  const format = recordFormats.find(({ recognizes }) => recognizes(source))
  const { records, diagnostics } = format?.read(source) ?? { records: [], diagnostics: [] }
  const problems = diagnostics.map(({ code, args, at }) => {
    const { line, column } = positionOf(at)
    return [code, 'problem' in args ? args.problem : '', line, column]
  })
  return { format: format?.name, records, problems, plain: records.map(({ fields }) => Object.fromEntries(fields)) }
}

const objs = (inner: string): string =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n${inner}\r\n</Objs>`

describe('Clixml', () => {
  test('typed values, words of enumerations, lists, nested objects and references are read', () => {
    const { format, records, plain, problems } = read(
      'x.xml',
      objs(`<Obj RefId="0"><TN RefId="0"><T>Deserialized.Microsoft.Exchange.CASMailbox</T><T>System.Object</T></TN>
        <ToString>Anna</ToString>
        <Props><S N="Name">Anna_x000A_&amp; &#66;</S><B N="PopEnabled">false</B><Nil N="EwsEnabled" /><S N="Empty"></S>
          <I32 N="Count">3</I32><BA N="Blob">AAEC</BA>
          <Obj N="Type" RefId="1"><TN RefId="1"><T>Some.Enum</T></TN><ToString>AzureAD</ToString><I32>4</I32></Obj>
          <Obj N="Methods" RefId="2"><TN RefId="2"><T>System.Collections.ArrayList</T></TN><LST><S>Ntlm</S><S>OAuth</S></LST></Obj>
          <Obj N="One" RefId="3"><TNRef RefId="2" /><LST /></Obj></Props>
        <MS><Ref N="Again" RefId="2" /><Obj N="Map" RefId="4"><DCT><En><S N="Key">A</S><I32 N="Value">1</I32></En></DCT></Obj>
          <BA N="SerializationData">AAEC</BA></MS></Obj>`),
    )
    expect(problems).toEqual([])
    expect(format).toBe('Clixml')
    expect(records[0]?.typeName).toBe('microsoft.exchange.casmailbox')
    expect(plain).toEqual([
      {
        name: 'Anna\n& B',
        popenabled: false,
        ewsenabled: null,
        empty: undefined,
        count: 3,
        blob: undefined,
        type: 'AzureAD',
        methods: ['Ntlm', 'OAuth'],
        one: [],
        again: ['Ntlm', 'OAuth'],
        map: new Map([['a', 1]]),
      },
    ])
    const record = records[0]
    if (record === undefined) throw new Error('no record')
    expect(positionOf(record.rangeOf('popenabled'))).toEqual({ line: 4, column: 54 })
    expect(positionOf(record.rangeOf('nowhere'))).toEqual({ line: 2, column: 1 })
  })

  test('the objects of an exported list are records', () => {
    const item = (id: number) => `<Obj RefId="${id}"><MS><S N="Name">n${id}</S></MS></Obj>`
    expect(read('x.xml', objs(`<Obj RefId="0"><LST>${item(1)}${item(2)}</LST></Obj>${item(3)}`)).plain).toEqual([
      { name: 'n1' },
      { name: 'n2' },
      { name: 'n3' },
    ])
  })

  test.each([
    ['a document type', `<!DOCTYPE Objs [<!ENTITY a "b">]>${objs('')}`, ['IMP-21', 'doctype', 1, 1]],
    ['an entity', objs('<S>&lol;</S>'), ['IMP-21', 'entity', 2, 4]],
    [
      'an object that is cut off',
      objs('<Obj RefId="0"><MS><S N="a">b').slice(0, -8),
      ['IMP-21', 'open-element', 2, 20],
    ],
    ['a wrong end', objs('<Obj RefId="0"></Ob>'), ['IMP-21', 'wrong-end', 2, 16]],
    ['a tag that is cut off', objs('').slice(0, -3), ['IMP-21', 'open-tag', 3, 1]],
    ['depth', objs(`${'<Obj><LST>'.repeat(70)}${'</LST></Obj>'.repeat(70)}`), ['SRC-15', '', 2, 641]],
  ])('%s is refused at its place', (_, text, problem) => {
    expect(read('x.clixml', text).problems).toEqual([problem])
  })

  test('XML of another kind is not taken for an export of objects', () => {
    expect(read('metadata.xml', '<EntityDescriptor/>').format).toBeUndefined()
    expect(read('objects.clixml', '<EntityDescriptor/>').problems).toEqual([['IMP-21', 'not-objects', 1, 1]])
  })
})

describe('CSV', () => {
  test('a type line, semicolons and blank cells are read', () => {
    const { records, plain, problems } = read(
      'x.csv',
      '\ufeff#TYPE Selected.Microsoft.Exchange.CASMailbox\r\n"Name";"PopEnabled";"EwsEnabled"\r\n"Anna";"False";\r\n',
    )
    expect(problems).toEqual([])
    expect(records[0]?.typeName).toBe('microsoft.exchange.casmailbox')
    expect(plain).toEqual([{ name: 'Anna', popenabled: 'False', ewsenabled: undefined }])
    const range = records[0]?.rangeOf('popenabled')
    expect(range && positionOf(range)).toEqual({ line: 3, column: 8 })
  })

  test('is recognized without its ending by quoted headings', () => {
    expect(read('export', '"Name","PopEnabled"\n"Anna","True"\n').format).toBe('CSV')
  })
})

describe('listings', () => {
  const listing = `
[PS] C:\\>Get-MapiVirtualDirectory | fl

WARNING: one server did not answer.
Server                   : EX1
IISAuthenticationMethods : {Ntlm, OAuth, Negotiate}
DistinguishedName        : CN=mapi (Default Web
                           Site),CN=HTTP
Blank                    :
Empty                    : {}
More                     : Ntlm
                           OAuth

Server                   : EX2
`
  test('blocks are records, values that were wrapped are joined, and lists are lists', () => {
    const { format, records, plain, problems } = read('mapi.txt', listing)
    expect(problems).toEqual([])
    expect(format).toBe('listing')
    expect(records.map(({ context }) => context)).toEqual(['get-mapivirtualdirectory', 'get-mapivirtualdirectory'])
    expect(plain).toEqual([
      {
        server: 'EX1',
        iisauthenticationmethods: ['Ntlm', 'OAuth', 'Negotiate'],
        distinguishedname: 'CN=mapi (Default Web Site),CN=HTTP',
        blank: undefined,
        empty: [],
        more: 'Ntlm OAuth',
      },
      { server: 'EX2' },
    ])
    const range = records[0]?.rangeOf('distinguishedname')
    expect(range && positionOf(range)).toEqual({ line: 7, column: 1 })
  })

  test('a word that fills the console continues in the next line', () => {
    const [first = '', second = ''] = ['Name : ExchangeServerOfTheNor', '       thernHall']
    expect(read('x.txt', `${first}\n${second}\nB    : 1\n`).plain).toEqual([
      { name: 'ExchangeServerOfTheNorthernHall', b: '1' },
    ])
  })

  test('a field that comes again begins a record, with or without a blank line', () => {
    expect(read('x.txt', 'Name : a\nX : 1\nName : b\n').plain).toEqual([{ name: 'a', x: '1' }, { name: 'b' }])
  })

  test('the notes of a transcript are passed over', () => {
    const stars = '*'.repeat(22)
    const text = `${stars}\nWindows PowerShell transcript start\nStart time: 20240101\n${stars}\nName : a\n`
    expect(read('x.log', text)).toMatchObject({ problems: [], plain: [{ name: 'a' }] })
  })

  test('a table and a stray line are reported at their places', () => {
    expect(read('x.txt', 'Name  PopEnabled\n----  ----------\nAnna  True\n').problems).toEqual([
      ['IMP-23', '', 1, 1],
      ['IMP-24', '', 2, 1],
      ['IMP-23', '', 3, 1],
    ])
  })
})

describe('no text brings a reader down', () => {
  const pieces = [
    ...['<Objs>', '</Objs>', '<Obj RefId="0">', '</Obj>', '<TN RefId="0"><T>x</T></TN>', '<LST>', '</LST>', '<MS>'],
    ...['</MS>', '<S N="A">', '</S>', '<Ref RefId="0"/>', '<DCT>', '<En>', '<B>', '<!--', '<![CDATA[', ']]>', '<?'],
    ...['&#x110000;', '&#55555;', '&amp;', '_xD800_', '#TYPE x', '"', ',', ';', '\n', '\r\n', 'Name : {a, b', ' : '],
    ...[
      '   more',
      '----  ----',
      '***********************',
      '[PS] C:\\>Get-User',
      '{',
      '}',
      '\ufeff',
      '\u0000',
      '__proto__',
    ],
  ]
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 40 })

  test.each(recordFormats)('$name', ({ read: readText, recognizes }) => {
    fc.assert(
      fc.property(text, (parts) => {
        const source = { name: 'x', text: parts.join('') }
        recognizes(source)
        const { records, diagnostics } = readText(source)
        for (const record of records) for (const field of record.fields.keys()) positionOf(record.rangeOf(field))
        for (const { at } of diagnostics) expect(at.start).toBeLessThanOrEqual(at.end)
      }),
      { numRuns: 600, seed: 7 },
    )
  })
})
